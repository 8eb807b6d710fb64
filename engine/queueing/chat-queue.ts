import { InputFault, type Issue, issue } from '../units';
import { type Concurrency, concurrentWork } from './chat-concurrency';
import { fewestAgents, type RequiredAgents } from './fewest-agents';
import { NearPart } from './near-part';
import { type AnswerTarget, need, USUAL_TARGET_SECONDS } from './queue-input';
import type { QueueFigures } from './queue-metric';
import { parseServiceLevelDefinition, SHORT_ABANDON_SECONDS, serviceLevelOf } from './service-level';
import { checkStaffing, impossibleTarget, type StaffingTargets } from './staffing-targets';

/** A chat queue; each agent holds several conversations at once. */
export interface ChatQueueInput extends Concurrency, AnswerTarget {
  readonly arrivalsPerHour: number;
  /** Whole agents. */
  readonly agents: number;
  /** Mean patience before the first answer, seconds, above 0; Infinity when nobody gives up. */
  readonly patienceSeconds: number;
  /** Share of customers who, when they give up, leave without a sign and are still given to an agent, 0 to 0.95; 0 unless given. */
  readonly silentShare?: number | undefined;
  /** Time that a place is held until the agent notices that nobody is there; 120 unless given. */
  readonly silentSeconds?: number | undefined;
}

/** The chat queue's figures; occupancy is the share of places in use. */
export interface ChatFigures extends QueueFigures {
  /** Share of contacts that left without a sign and held a place; counted in `abandonment`. */
  readonly silentAbandonment: number;
  /** Conversations of an agent who has at least one, in the mean. */
  readonly chatsPerBusyAgent: number;
  /** Share of agents' time with at least one conversation. */
  readonly busyShare: number;
  /** Mean length of a conversation with a customer, seconds. */
  readonly conversationSeconds: number;
}

/**
 * Figures of a chat queue whose conversations get longer the more of them an agent holds.
 *
 * Use for chat and messaging instead of `concurrentWork` when hours are not all busy: conversations spread evenly over
 * agents, and are short while there are few. Silent abandoners are not seen to leave and cost a place for some time.
 *
 * Formula: birth-death chain over conversations; with x of them on n agents, x mod n agents hold one more than the others,
 * and one of k conversations ends at rate 1 / (handle time (1 + stretch (k - 1))). Silent ones are P(patience < wait) ×
 * silent share, a fixed point through the mean time of a place.
 * Source: Tezcan & Zhang, Oper. Res. 62 (2014), for the state-dependent rate; Castellanos, Yom-Tov & Goldberg, Silent
 * Abandonment in Text-Based Contact Centers (2019), for silent customers.
 * Units: see `ChatQueueInput`. Service level by any of the five definitions. Valid: agents × concurrency to 50,000 (a fractional concurrency is rounded down over all
 * agents). Exact without silent abandonment; with it within 3 points of simulation up to a share of a half.
 * Cost: O(agents × concurrency).
 *
 * @example chatQueue({ arrivalsPerHour: 120, handleTimeSeconds: 600, concurrency: 3, stretch: 0.2, agents: 10, patienceSeconds: 180 })
 */
export function chatQueue(input: ChatQueueInput): ChatFigures {
  check(input);
  const { silentShare = 0, silentSeconds = 120 } = input;
  let silentOfServed = 0;
  for (let round = 0; ; round++) {
    const figures = solveChain(input, silentOfServed, silentShare, silentSeconds);
    const served = 1 - figures.abandonment + figures.silentAbandonment;
    const next = served > 0 ? figures.silentAbandonment / served : 0;
    if (silentShare === 0 || Math.abs(next - silentOfServed) < 1e-12 || round === 200) return figures;
    silentOfServed = (silentOfServed + next) / 2;
  }
}

function solveChain(
  input: ChatQueueInput,
  silentOfServed: number,
  silentShare: number,
  silentSeconds: number,
): ChatFigures {
  const { agents: n, concurrency, handleTimeSeconds, stretch, patienceSeconds } = input;
  const perSecond = input.arrivalsPerHour / 3600;
  const places = Math.floor(n * concurrency + 1e-9);
  const target = input.targetSeconds ?? USUAL_TARGET_SECONDS;
  const mean = (1 - silentOfServed) * handleTimeSeconds + silentOfServed * silentSeconds;
  // Customers seen to leave thin the line; silent ones stay in it. Nobody leaves where patience is without end.
  const loyal = patienceSeconds === Number.POSITIVE_INFINITY;
  const leaving = (1 - silentShare) / patienceSeconds;
  const full = places > 0 ? finishing(places, n, mean, stretch) : 0;
  // Weights relative to all places in use, downwards and upwards.
  let free = 0;
  let chats = 0;
  let busy = 0;
  let term = 1;
  const load = perSecond * concurrentWork(input).agentSeconds;
  if (perSecond === 0) return { ...NOTHING, serviceLevel: 1 };
  if (loyal && full <= perSecond) return flooded(n, places, full, load);
  let ending = 0;
  for (let x = places; x > 0 && (term > 1e-300 || x > places / 2); x--) {
    const down = finishing(x, n, mean, stretch);
    term *= down / perSecond;
    free += term;
    chats += term * (x - 1);
    busy += term * Math.min(n, x - 1);
    ending += term * finishing(x - 1, n, mean, stretch);
    if (free > 1e250) break;
  }
  const within = (seconds: number) =>
    loyal ? NearPart.ofStages(full * seconds) : NearPart.ofPatientStages(full / leaving, seconds * leaving);
  const near = within(target);
  const short = within(input.shortAbandonSeconds ?? SHORT_ABANDON_SECONDS);
  let waiting = 0;
  let queue = 0;
  let inTime = 0;
  let goneInTime = 0;
  let goneShortly = 0;
  let waits = 0;
  let hold = 0;
  term = 1;
  for (let j = 0; j < 1e7; j++) {
    near.step(j);
    short.step(j);
    const next = full + (j + 1) * leaving;
    hold += 1 / next;
    const answered = full / next;
    waiting += term;
    queue += j * term;
    inTime += term * answered * near.answered;
    goneInTime += term * (near.left - answered * near.answered);
    goneShortly += term * (short.left - answered * short.answered);
    waits += term * answered * hold;
    term *= perSecond / next;
    if (term < 1e-17 * waiting && next > perSecond) break;
  }
  const total = free + waiting;
  const seen = (leaving * queue) / total / perSecond;
  const silent = silentShare > 0 ? Math.min(1 - seen, (seen * silentShare) / (1 - silentShare)) : 0;
  const answered = Math.max(0, 1 - seen - silent);
  // Of those who reached an agent in time after waiting, some had left without a sign, half the target in the mean.
  const stillThere = 1 - silentShare * -Math.expm1(-target / 2 / patienceSeconds);
  const answeredInTime = Math.min(answered, (free + inTime * stillThere) / total);
  // Silent customers give up as soon as those who are seen to.
  const gone = (seenGone: number) => Math.min(seen + silent, Math.max(0, seenGone / total / (1 - silentShare)));
  const meanChats = (chats + waiting * places) / total;
  const meanBusy = (busy + waiting * Math.min(n, places)) / total;
  const throughput = (ending + waiting * full) / total;
  return {
    waitProbability: waiting / total,
    serviceLevel: serviceLevelOf(
      {
        offered: 1,
        answered,
        answeredWithinTarget: answeredInTime,
        abandonedWithinTarget: gone(goneInTime),
        abandonedWithinShortThreshold: gone(goneShortly),
      },
      input.definition ?? 'answeredOverOffered',
    ),
    asaSeconds: waits / total / Math.max(1e-300, 1 - seen),
    meanWaitSeconds: queue / total / perSecond,
    abandonment: seen + silent,
    blocking: 0,
    occupancy: places > 0 ? meanChats / places : 1,
    queueLength: queue / total,
    offeredLoad: load,
    silentAbandonment: silent,
    chatsPerBusyAgent: meanBusy > 0 ? meanChats / meanBusy : 0,
    busyShare: n > 0 ? meanBusy / n : 1,
    conversationSeconds: throughput > 0 ? ((meanChats / throughput) * handleTimeSeconds) / mean : handleTimeSeconds,
  };
}

/** Nobody gives up, and more arrive than all places together finish: the queue grows without bound. */
function flooded(n: number, places: number, full: number, load: number): ChatFigures {
  const unbounded = Number.POSITIVE_INFINITY;
  return {
    ...NOTHING,
    waitProbability: 1,
    asaSeconds: unbounded,
    meanWaitSeconds: unbounded,
    queueLength: unbounded,
    occupancy: 1,
    busyShare: 1,
    offeredLoad: load,
    chatsPerBusyAgent: n > 0 ? places / n : 0,
    conversationSeconds: full > 0 ? places / full : 0,
  };
}

/** Conversations that end in a second when x of them are spread evenly over n agents. */
function finishing(x: number, n: number, mean: number, stretch: number): number {
  const low = Math.floor(x / n);
  const more = x - low * n;
  const each = (k: number) => (k > 0 ? k / (mean * (1 + stretch * (k - 1))) : 0);
  return more * each(low + 1) + (n - more) * each(low);
}

const NOTHING: ChatFigures = {
  waitProbability: 0,
  serviceLevel: 0,
  asaSeconds: 0,
  meanWaitSeconds: 0,
  abandonment: 0,
  blocking: 0,
  occupancy: 0,
  queueLength: 0,
  offeredLoad: 0,
  silentAbandonment: 0,
  chatsPerBusyAgent: 0,
  busyShare: 0,
  conversationSeconds: 0,
};

/**
 * The fewest whole agents for a chat queue that meet every target at once.
 *
 * Use in place of `requiredAgents` where an agent holds several conversations. A cap on occupancy is one on places in use.
 * Source, units and range: as `chatQueue`. Cost: about ten evaluations.
 *
 * @example requiredChatAgents({ arrivalsPerHour: 120, handleTimeSeconds: 600, concurrency: 3, stretch: 0.2, patienceSeconds: 180 }, { serviceLevel: 0.8, targetSeconds: 60 })
 */
export function requiredChatAgents(
  work: Omit<ChatQueueInput, 'agents' | keyof AnswerTarget>,
  targets: StaffingTargets,
): RequiredAgents {
  checkStaffing(work, targets);
  const impossible = impossibleTarget(targets);
  if (impossible && work.arrivalsPerHour > 0) return { solved: false, ...impossible, missed: [impossible.limit] };
  const { targetSeconds, definition, shortAbandonSeconds } = targets;
  const asked = { ...work, targetSeconds, definition, shortAbandonSeconds };
  return fewestAgents(work, targets, (agents) => chatQueue({ ...asked, agents }));
}

function check(input: ChatQueueInput): void {
  const issues: Issue[] = [];
  try {
    concurrentWork(input);
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault;
    issues.push(...fault.issues);
  }
  need(issues, 'arrivalsPerHour', input.arrivalsPerHour, 1e7);
  if (!(Number.isInteger(input.agents) && input.agents >= 0 && input.agents <= 50_000)) {
    issues.push(issue('chat.agents', 'agents', input.agents, 'a whole number from 0 to 50000'));
  }
  if (!(input.patienceSeconds > 0)) {
    issues.push(issue('chat.patience', 'patienceSeconds', input.patienceSeconds, 'seconds above 0, or Infinity'));
  }
  if (input.targetSeconds !== undefined) need(issues, 'targetSeconds', input.targetSeconds, 1e9);
  if (input.shortAbandonSeconds !== undefined) need(issues, 'shortAbandonSeconds', input.shortAbandonSeconds, 1e9);
  if (input.definition !== undefined && !parseServiceLevelDefinition(input.definition)) {
    issues.push(issue('queue.unknown-definition', 'definition', input.definition, 'one of SERVICE_LEVEL_DEFINITIONS'));
  }
  const { silentShare = 0, silentSeconds = 120 } = input;
  if (!(silentShare >= 0 && silentShare <= 0.95)) {
    issues.push(issue('chat.silent', 'silentShare', silentShare, 'a share from 0 to 0.95'));
  }
  need(issues, 'silentSeconds', silentSeconds, 1e6, true);
  if (issues.length > 0) throw new InputFault(issues);
}
