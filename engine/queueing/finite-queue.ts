import { InputFault, type Issue, issue } from '../units';
import { freeAgentOdds } from './erlang-b-kernel';
import { NearPart } from './near-part';
import { type AnswerTarget, checkQueueInput, need, type QueueInput, USUAL_TARGET_SECONDS } from './queue-input';
import type { QueueFigures } from './queue-metric';
import { SHORT_ABANDON_SECONDS, serviceLevelOf } from './service-level';

/** A queue with a limited number of places. */
export interface FiniteQueueInput extends QueueInput, AnswerTarget {
  /** Places in the system, in service and waiting together; a whole number, at least the agents, to 10 million. */
  readonly capacity: number;
  /** Mean patience in seconds; nobody gives up unless given. */
  readonly patienceSeconds?: number | undefined;
}

const LARGEST_CAPACITY = 1e7;

/**
 * Figures of a queue with room for so many contacts and no more (M/M/n/K; with patience M/M/n/K+M).
 *
 * Use where lines, licences or a degradation policy bound the queue; with capacity = agents it is Erlang B, with a large
 * one Erlang C or A. Blocking, abandonment and service level are shares of all offered contacts; the probability of
 * waiting and both waits count only the contacts that got in. Between whole numbers of agents every figure runs
 * straight: a roster that is one agent richer for part of the time.
 *
 * Formula: weights t(j) of j contacts waiting, relative to none: (a/n)^j, or with patience b^j / ((c+1) … (c+j));
 * blocking = t(K-n) / (odds + sum of t), with odds as in `freeAgentOdds`. The wait of the contact that finds j before
 * it is a sum of j + 1 exponential stages: its share within target is a Poisson tail, with patience a negative binomial
 * tail.
 * Source: Gross, Shortle, Thompson & Harris, Fundamentals of Queueing Theory (4th ed., 2008), sections 2.5 and 2.10;
 * Riordan, Stochastic Service Systems (1962), ch. 4, for stages with patience.
 * Units and range: see `FiniteQueueInput`. Cost: O(capacity - agents), about 10 ns a place.
 *
 * @example finiteQueue({ arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 14, capacity: 20 }).blocking // 0.0067
 */
export function finiteQueue(input: FiniteQueueInput): QueueFigures {
  checkFiniteQueue(input);
  const low = Math.floor(input.agents);
  const share = input.agents - low;
  const base = atWholeAgents(input, low);
  return share > 0 ? between(base, atWholeAgents(input, low + 1), share) : base;
}

function checkFiniteQueue(input: FiniteQueueInput): void {
  checkQueueInput(input);
  const issues: Issue[] = [];
  need(issues, 'capacity', input.capacity, LARGEST_CAPACITY);
  if (!Number.isInteger(input.capacity) || input.capacity < input.agents) {
    issues.push(
      issue('queue.out-of-range', 'capacity', input.capacity, 'a whole number of places, at least the agents'),
    );
  }
  if (issues.length > 0) throw new InputFault(issues.slice(0, 1));
}

function atWholeAgents(input: FiniteQueueInput, n: number): QueueFigures {
  const perSecond = input.arrivalsPerHour / 3600;
  const handle = input.handleTimeSeconds;
  const load = perSecond * handle;
  const target = input.targetSeconds ?? USUAL_TARGET_SECONDS;
  if (load === 0) return { ...EMPTY, serviceLevel: 1 };
  if (input.patienceSeconds === 0) return lossFigures(n, load);
  const patience = input.patienceSeconds ?? Number.POSITIVE_INFINITY;
  const loyal = patience === Number.POSITIVE_INFINITY;
  if (n === 0 && loyal) {
    const never = { ...EMPTY, waitProbability: 1, blocking: 1, occupancy: 1, offeredLoad: load };
    return { ...never, asaSeconds: patience, meanWaitSeconds: patience, queueLength: input.capacity };
  }
  const b = perSecond * patience;
  const c = (n * patience) / handle;
  const ratio = n / load;
  const inTarget = loyal ? NearPart.ofStages((n / handle) * target) : NearPart.ofPatientStages(c, target / patience);
  const shortTime = input.shortAbandonSeconds ?? SHORT_ABANDON_SECONDS;
  const inShort = loyal ? inTarget : NearPart.ofPatientStages(c, shortTime / patience);

  let odds = n > 0 ? freeAgentOdds(n, load) : 0;
  if (odds === Number.POSITIVE_INFINITY) return { ...EMPTY, serviceLevel: 1, occupancy: load / n, offeredLoad: load };
  let term = 1;
  let waiting = 0;
  let queue = 0;
  let answeredLater = 0;
  let near = 0;
  let nearLeft = 0;
  let nearShort = 0;
  let waits = 0;
  let hold = 0;
  const places = input.capacity - n;
  for (let j = 0; j < places; j++) {
    hold += 1 / (loyal ? n / handle : c + j + 1);
    const answered = loyal ? 1 : c / (c + j + 1);
    inTarget.step(j);
    waiting += term;
    near += term * answered * inTarget.answered;
    nearLeft += term * inTarget.left;
    if (inShort !== inTarget) {
      inShort.step(j);
      nearShort += term * (inShort.left - answered * inShort.answered);
    }
    waits += term * answered * hold;
    term *= loyal ? load / n : b / (c + j + 1);
    queue += (j + 1) * term;
    answeredLater += term;
    if (term > 1e200) {
      const scale = 1e-200;
      term *= scale;
      odds *= scale;
      waiting *= scale;
      queue *= scale;
      answeredLater *= scale;
      near *= scale;
      nearLeft *= scale;
      nearShort *= scale;
      waits *= scale;
    }
  }
  const total = odds + waiting + term;
  const within = (odds + near) / total;
  const answered = (odds + ratio * answeredLater) / total;
  const abandonment = loyal ? 0 : queue / (b * total);
  const meanQueue = queue / total;
  const blocking = term / total;
  const accepted = (odds + waiting) / total;
  return {
    waitProbability: accepted > 0 ? waiting / total / accepted : 0,
    serviceLevel: serviceLevelOf(
      {
        offered: 1,
        answered,
        answeredWithinTarget: within,
        abandonedWithinTarget: Math.max(0, (odds + nearLeft) / total - within),
        abandonedWithinShortThreshold: Math.max(0, nearShort / total),
      },
      input.definition ?? 'answeredOverOffered',
    ),
    asaSeconds: answered > 0 ? (waits * (loyal ? 1 : patience)) / (answered * total) : patience,
    meanWaitSeconds: accepted > 0 ? meanQueue / perSecond / accepted : 0,
    abandonment,
    blocking,
    occupancy: n > 0 ? Math.min(1, (load * answered) / n) : 1,
    queueLength: meanQueue,
    offeredLoad: load,
  };
}

const EMPTY: QueueFigures = {
  waitProbability: 0,
  serviceLevel: 0,
  asaSeconds: 0,
  meanWaitSeconds: 0,
  abandonment: 0,
  blocking: 0,
  occupancy: 0,
  queueLength: 0,
  offeredLoad: 0,
};

/** Nobody waits: who finds no free agent is lost, at the door or at once after it. */
function lossFigures(n: number, load: number): QueueFigures {
  const odds = n > 0 ? freeAgentOdds(n, load) : 0;
  const answered = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  const occupancy = n > 0 ? Math.min(1, (load * answered) / n) : 1;
  return {
    ...EMPTY,
    serviceLevel: answered,
    abandonment: 1 - answered,
    waitProbability: 1 - answered,
    occupancy,
    offeredLoad: load,
  };
}

function between(low: QueueFigures, high: QueueFigures, share: number): QueueFigures {
  const mix = (name: keyof QueueFigures) => low[name] + share * (high[name] - low[name]);
  return {
    waitProbability: mix('waitProbability'),
    serviceLevel: mix('serviceLevel'),
    asaSeconds: mix('asaSeconds'),
    meanWaitSeconds: mix('meanWaitSeconds'),
    abandonment: mix('abandonment'),
    blocking: mix('blocking'),
    occupancy: mix('occupancy'),
    queueLength: mix('queueLength'),
    offeredLoad: low.offeredLoad,
  };
}
