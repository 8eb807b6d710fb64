import { InputFault, type Issue, issue } from '../units';
import { erlangA, type ImpatientQueueInput } from './erlang-a';
import { freeAgentOdds } from './erlang-b-kernel';
import { need } from './queue-input';
import type { QueueFigures } from './queue-metric';
import { missedTargets, type StaffingTargets } from './staffing-targets';

/** Calls, and work that can wait, shared by one group of agents. */
export interface BlendInput extends ImpatientQueueInput {
  /** Time that an agent takes for one piece of deferrable work, once begun not interrupted; as calls unless given. */
  readonly deferrableHandleTimeSeconds?: number | undefined;
  /** What calls must still get. */
  readonly targets: StaffingTargets;
}

/** The best use of idle time. */
export interface Blend {
  /** Agents kept free for calls: deferrable work is begun only while more than these are free. Null when calls miss their targets even without it. */
  readonly keepFree: number | null;
  /** Pieces of deferrable work an hour that are done meanwhile, as long as there are any. */
  readonly deferrablePerHour: number;
  /** Agents on deferrable work, in the mean. */
  readonly deferrableAgents: number;
  /** The calls' queue with blending. */
  readonly figures: QueueFigures;
  /** The calls' queue without it. */
  readonly unblended: QueueFigures;
}

/**
 * How many agents to keep free for calls while the others work on what can wait, so that calls keep their targets.
 *
 * Use to fill idle time with email or back-office work. Calls come first; a free agent takes deferrable work only while
 * more agents are free than are kept. The fewest that keep the targets are found, which does the most work.
 *
 * Formula: with t = agents - kept, the states below t of the calls' birth-death chain vanish: odds of a free agent
 * = Σ over j = 1 … n - t of n (n - 1) … (n - j + 1) / load^j; who waits, waits as in Erlang A. Where handle times differ,
 * agents finish at the mean rate of what all of them have in hand, a fixed point.
 * Source: Bhulai & Koole, A Queueing Model for Call Blending in Call Centers, IEEE Trans. Automatic Control 48 (2003).
 * Units: see `ImpatientQueueInput`; whole agents. Exact when deferrable work takes as long as a call; at a third or three times
 * of it within 3 points of service level of simulation. There must be deferrable work at hand all the time. Cost: about 1 ms.
 *
 * @example blendDeferrable({ arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 16, patienceSeconds: 120, targets: { serviceLevel: 0.8 } })
 */
export function blendDeferrable(input: BlendInput): Blend {
  check(input);
  const { agents: n, patienceSeconds, handleTimeSeconds } = input;
  const targets = { ...input.targets, maxOccupancy: undefined };
  const asked = { ...input, ...answerOf(targets) };
  const unblended = erlangA(asked);
  const load = unblended.offeredLoad;
  const idle = { keepFree: null, deferrablePerHour: 0, deferrableAgents: 0, figures: unblended, unblended };
  const stable = patienceSeconds < Number.POSITIVE_INFINITY || load < n;
  if (!stable || n === 0 || missedTargets(unblended, targets).length > 0) return idle;
  const perHour = 3600 / (input.deferrableHandleTimeSeconds ?? handleTimeSeconds);
  if (load === 0) return { ...idle, keepFree: 0, deferrablePerHour: n * perHour, deferrableAgents: n };
  let enough = n;
  let short = -1;
  let best = { figures: unblended, deferrableAgents: 0 };
  while (enough - short > 1) {
    const kept = (enough + short) >> 1;
    const tried = keepingFree(asked, kept);
    if (tried !== null && missedTargets(tried.figures, targets).length === 0) {
      enough = kept;
      best = tried;
    } else {
      short = kept;
    }
  }
  return { keepFree: enough, ...best, deferrablePerHour: best.deferrableAgents * perHour, unblended };
}

/**
 * The queue when so many agents are kept free. Agents finish at the mean rate of what they have in hand, which depends on
 * how many have deferrable work: a fixed point. Null where nobody gives up and calls alone then exceed the agents.
 */
function keepingFree(asked: BlendInput, kept: number): { figures: QueueFigures; deferrableAgents: number } | null {
  const { agents: n, handleTimeSeconds, deferrableHandleTimeSeconds = handleTimeSeconds, patienceSeconds } = asked;
  const calls = (asked.arrivalsPerHour / 3600) * handleTimeSeconds;
  let mean = handleTimeSeconds;
  for (let round = 0; ; round++) {
    const mixed = { ...asked, handleTimeSeconds: mean };
    const plain = erlangA(mixed);
    const load = plain.offeredLoad;
    if (patienceSeconds === Number.POSITIVE_INFINITY && load >= n) return null;
    const all = freeAgentOdds(n, load);
    let odds = 0;
    let term = 1;
    for (let j = 0; j < kept; j++) {
      term *= (n - j) / load;
      odds += term;
    }
    const figures = rescaled(asked, plain, all, Math.min(odds, all), mixed);
    const onCalls = Math.min(n, calls * (1 - figures.abandonment));
    const deferrableAgents = Math.max(0, busyAgents(n, kept, load, odds, figures) - onCalls);
    const rate =
      (onCalls / handleTimeSeconds + deferrableAgents / deferrableHandleTimeSeconds) / (onCalls + deferrableAgents);
    const next = 1 / rate;
    if (Math.abs(next - mean) <= 1e-10 * mean || round === 200) {
      const occupancy = Math.min(1, (onCalls + deferrableAgents) / n);
      return { figures: { ...figures, occupancy, offeredLoad: calls }, deferrableAgents };
    }
    mean = (mean + next) / 2;
  }
}

/** The calls' figures when a free agent is less likely; waits of those who wait stay as they are. */
function rescaled(
  input: BlendInput,
  plain: QueueFigures,
  all: number,
  odds: number,
  asked: ImpatientQueueInput,
): QueueFigures {
  const wait = plain.waitProbability;
  if (wait === 0) return plain;
  const weight = (wait * all) / (1 - wait);
  const waits = weight / (odds + weight);
  const ratio = waits / wait;
  const abandonment = plain.abandonment * ratio;
  const answered = 1 - abandonment;
  // Shares within target are of three kinds: answered at once, and those of the waiting who are answered or gone in time.
  const level = (definition: ImpatientQueueInput['definition']) => erlangA({ ...asked, definition }).serviceLevel;
  const nowAnswered = level('answeredOverOffered');
  const both = level('answeredOrAbandonedOverOffered');
  const short = level('answeredOrShortAbandonedOverOffered');
  const lift = (share: number) => 1 - waits + (share - (1 - wait)) * ratio;
  const within = lift(nowAnswered);
  const gone = (both - nowAnswered) * ratio;
  const serviceLevel = {
    answeredOverOffered: within,
    answeredOverAnswered: answered > 0 ? within / answered : 0,
    answeredOrAbandonedOverOffered: within + gone,
    answeredOverOfferedLessAbandoned: within / Math.max(1e-300, 1 - gone),
    answeredOrShortAbandonedOverOffered: within + (short - nowAnswered) * ratio,
  }[input.targets.definition ?? 'answeredOverOffered'];
  return {
    ...plain,
    waitProbability: waits,
    serviceLevel: Math.min(1, Math.max(0, serviceLevel)),
    asaSeconds: answered > 0 ? (plain.asaSeconds * (1 - plain.abandonment) * ratio) / answered : plain.asaSeconds,
    meanWaitSeconds: plain.meanWaitSeconds * ratio,
    abandonment,
    queueLength: plain.queueLength * ratio,
  };
}

/** Mean busy agents of the chain from n - kept upwards. */
function busyAgents(n: number, kept: number, load: number, odds: number, figures: QueueFigures): number {
  // Weights relative to the state in which exactly all are busy: all at n and above are `full`.
  const full = odds > 0 ? (figures.waitProbability * odds) / (1 - figures.waitProbability) : 1;
  let sum = n * full;
  let term = 1;
  for (let j = 1; j <= kept; j++) {
    term *= (n - j + 1) / load;
    sum += (n - j) * term;
  }
  return sum / (odds + full);
}

function answerOf({ targetSeconds, definition, shortAbandonSeconds }: StaffingTargets) {
  return { targetSeconds, definition, shortAbandonSeconds };
}

function check(input: BlendInput): void {
  const issues: Issue[] = [];
  if (!(Number.isInteger(input.agents) && input.agents >= 0 && input.agents <= 1e5)) {
    issues.push(issue('blend.agents', 'agents', input.agents, 'a whole number from 0 to 100000'));
  }
  if (input.deferrableHandleTimeSeconds !== undefined) {
    need(issues, 'deferrableHandleTimeSeconds', input.deferrableHandleTimeSeconds, 1e7, true);
  }
  if (issues.length > 0) throw new InputFault(issues);
}
