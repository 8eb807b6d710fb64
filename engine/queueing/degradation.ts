import { InputFault, type Issue, issue } from '../units';
import { erlangA } from './erlang-a';
import { finiteQueue } from './finite-queue';
import { need } from './queue-input';
import { requiredAgentsFractional } from './required-agents-fractional';

/** What may be done with contacts that agents can't answer in time. */
export type DegradationPolicy = 'queue' | 'call-back' | 'defer' | 'block';

/** Work taken out of the queue to be done later. */
export interface Postponement {
  /** Share of those asked who accept, 0 to 1. */
  readonly acceptShare: number;
  /** Agent time of the later contact over that of a live one, attempts that reach nobody included. */
  readonly handleTimeFactor: number;
  /** Share of those postponed that are settled in the end, 0 to 1; the others are lost. */
  readonly reachedShare: number;
}

/** Money that each kind of failure costs, in the plan's currency. */
export interface DegradationCosts {
  readonly perLostContact: number;
  readonly perWaitingHour: number;
  readonly perPostponedContact: number;
  readonly perAgentHour: number;
}

/** A stretch of intervals in which there are too few agents for a while. */
export interface DegradationInput {
  readonly arrivalsPerHour: ArrayLike<number>;
  /** Agents by interval, whole or fractional. */
  readonly agents: ArrayLike<number>;
  readonly intervalMinutes: number;
  readonly handleTimeSeconds: number;
  /** Mean patience in seconds, above 0 and finite: nobody waits forever in overload. */
  readonly patienceSeconds: number;
  /** Share of those who give up or are turned away that try again in the next interval, 0 to 1. */
  readonly redialShare: number;
  /** The level that postponing protects: contacts beyond it are offered a later one. */
  readonly serviceLevel: number;
  readonly targetSeconds?: number | undefined;
  readonly callBack: Postponement;
  readonly defer: Postponement;
  /** Waiting places under `block`, a whole number. */
  readonly waitingPlaces: number;
  readonly costs: DegradationCosts;
}

/** What a policy came to over all intervals. */
export interface DegradationOutcome {
  readonly policy: DegradationPolicy;
  readonly offered: number;
  /** Answered live. */
  readonly answered: number;
  /** Postponed, and of those finished by the end. */
  readonly postponed: number;
  readonly postponedDone: number;
  /** Still to be done at the end. */
  readonly backlog: number;
  /** Customers lost: gave up or turned away and did not try again, or not reached later. */
  readonly lost: number;
  /** Those who will try again after the last interval. */
  readonly tryingLater: number;
  /** Answered live within target over all first tries. */
  readonly serviceLevel: number;
  readonly waitingHours: number;
  /** Mean time from being postponed to being done, hours; those still open counted to the end. */
  readonly postponedHours: number;
  readonly cost: {
    readonly lost: number;
    readonly waiting: number;
    readonly postponing: number;
    readonly backlog: number;
    readonly total: number;
  };
  readonly backlogByInterval: Float64Array;
}

const POLICIES: readonly DegradationPolicy[] = ['queue', 'call-back', 'defer', 'block'];

/**
 * What each way to handle an overload costs: let customers queue, call them back, defer their matter, or turn them away.
 *
 * Use to choose a policy for a bad hour or day before it comes. Queueing and blocking are Erlang A and M/M/n/K+M in each
 * interval; postponing offers a later contact to all beyond the rate that agents can answer at the level, and works the
 * backlog off with whatever agents the live queue does not need. Customers who give up or are turned away may try again in
 * the next interval.
 *
 * Formula: backlog' = backlog + accepted - spare agents × interval / (handle time × factor), first in first out.
 * Source: recursion of a fluid backlog; Aguir et al. (2004) for redials; the queues as `erlangA`, `finiteQueue`.
 * Units: contacts, hours, money. Valid: intervals long beside handle time. Conserved: first tries = answered + lost + done
 * later + backlog + trying later. Cost: about 50 µs an interval.
 *
 * @example compareDegradation(input).map(({ policy, cost }) => [policy, cost.total])
 */
export function compareDegradation(input: DegradationInput): readonly DegradationOutcome[] {
  check(input);
  return POLICIES.map((policy) => runPolicy(input, policy));
}

function runPolicy(input: DegradationInput, policy: DegradationPolicy): DegradationOutcome {
  const { arrivalsPerHour, agents, intervalMinutes, handleTimeSeconds, patienceSeconds, redialShare, costs } = input;
  const hours = intervalMinutes / 60;
  const later = policy === 'call-back' ? input.callBack : policy === 'defer' ? input.defer : null;
  const count = arrivalsPerHour.length;
  const backlogByInterval = new Float64Array(count);
  const sums = { offered: 0, answered: 0, inTarget: 0, postponed: 0, done: 0, lost: 0, waiting: 0, aged: 0 };
  let backlog = 0;
  let again = 0;
  for (let t = 0; t < count; t++) {
    const n = agents[t]!;
    const first = arrivalsPerHour[t]! * hours;
    const all = first + again;
    const live = later ? liveRate(input, all / hours, n) : all / hours;
    const accepted = later ? (all - live * hours) * later.acceptShare : 0;
    const rate = (all - accepted) / hours;
    const spare = later && backlog + accepted > 0 ? Math.max(0, n - agentsFor(input, rate)) : 0;
    const workHours = (handleTimeSeconds / 3600) * (later?.handleTimeFactor ?? 1);
    const finished = Math.min(backlog + accepted, (spare * hours) / workHours);
    const onLive = n - (finished * workHours) / hours;
    const { answeredShare, inTargetShare, waitSeconds } = liveQueue(input, policy, rate, onLive);
    const calls = rate * hours;
    const missed = calls * (1 - answeredShare);
    sums.offered += first;
    sums.answered += calls * answeredShare;
    sums.inTarget += calls * inTargetShare;
    sums.waiting += (calls * waitSeconds) / 3600;
    sums.postponed += accepted;
    sums.done += finished * (later?.reachedShare ?? 1);
    sums.lost += missed * (1 - redialShare) + finished * (1 - (later?.reachedShare ?? 1));
    sums.aged += (backlog + (accepted - finished) / 2) * hours;
    backlog = Math.max(0, backlog + accepted - finished);
    backlogByInterval[t] = backlog;
    again = missed * redialShare;
  }
  const backlogHours = (backlog * handleTimeSeconds * (later?.handleTimeFactor ?? 1)) / 3600;
  const cost = {
    lost: sums.lost * costs.perLostContact,
    waiting: sums.waiting * costs.perWaitingHour,
    postponing: sums.postponed * costs.perPostponedContact,
    backlog: backlogHours * costs.perAgentHour,
  };
  return {
    policy,
    offered: sums.offered,
    answered: sums.answered,
    postponed: sums.postponed,
    postponedDone: sums.done,
    backlog,
    lost: sums.lost,
    tryingLater: again,
    serviceLevel: sums.offered > 0 ? Math.min(1, sums.inTarget / sums.offered) : 1,
    waitingHours: sums.waiting,
    postponedHours: sums.postponed > 0 ? sums.aged / sums.postponed : 0,
    cost: { ...cost, total: cost.lost + cost.waiting + cost.postponing + cost.backlog },
    backlogByInterval,
  };

  function liveQueue(asked: DegradationInput, how: DegradationPolicy, perHour: number, staff: number) {
    const queue = {
      arrivalsPerHour: perHour,
      handleTimeSeconds,
      patienceSeconds,
      agents: staff,
      targetSeconds: asked.targetSeconds,
    };
    if (how !== 'block') {
      const { abandonment, serviceLevel, meanWaitSeconds } = erlangA(queue);
      return { answeredShare: 1 - abandonment, inTargetShare: serviceLevel, waitSeconds: meanWaitSeconds };
    }
    const capacity = Math.ceil(staff) + asked.waitingPlaces;
    const { abandonment, blocking, serviceLevel, meanWaitSeconds } = finiteQueue({ ...queue, capacity });
    return {
      answeredShare: Math.max(0, 1 - abandonment - blocking),
      inTargetShare: serviceLevel,
      waitSeconds: meanWaitSeconds * (1 - blocking),
    };
  }
}

/** The largest rate, up to the one given, that so many agents answer at the level. */
function liveRate(input: DegradationInput, perHour: number, agents: number): number {
  const holds = (rate: number) =>
    erlangA({
      arrivalsPerHour: rate,
      handleTimeSeconds: input.handleTimeSeconds,
      agents,
      patienceSeconds: input.patienceSeconds,
      targetSeconds: input.targetSeconds,
    }).serviceLevel >= input.serviceLevel;
  if (holds(perHour)) return perHour;
  let low = 0;
  let high = perHour;
  for (let round = 0; round < 45; round++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function agentsFor(
  { handleTimeSeconds, patienceSeconds, serviceLevel, targetSeconds }: DegradationInput,
  arrivalsPerHour: number,
): number {
  const found = requiredAgentsFractional(
    { arrivalsPerHour, handleTimeSeconds, patienceSeconds },
    { serviceLevel, targetSeconds },
  );
  return found.solved ? found.agents : Number.POSITIVE_INFINITY;
}

function check(input: DegradationInput): void {
  const issues: Issue[] = [];
  const share = (path: string, value: number, most = 1) => {
    if (!(value >= 0 && value <= most))
      issues.push(issue('degradation.share', path, value, `a share from 0 to ${most}`));
  };
  need(issues, 'handleTimeSeconds', input.handleTimeSeconds, 1e7, true);
  need(issues, 'patienceSeconds', input.patienceSeconds, 1e7, true);
  if (!(input.intervalMinutes >= 1 && input.intervalMinutes <= 1440)) {
    issues.push(issue('degradation.interval', 'intervalMinutes', input.intervalMinutes, 'minutes from 1 to 1440'));
  }
  share('redialShare', input.redialShare);
  share('serviceLevel', input.serviceLevel, 0.9999);
  need(issues, 'waitingPlaces', input.waitingPlaces, 1e6);
  if (!Number.isInteger(input.waitingPlaces)) {
    issues.push(issue('degradation.places', 'waitingPlaces', input.waitingPlaces, 'a whole number of places'));
  }
  for (const name of ['callBack', 'defer'] as const) {
    share(`${name}.acceptShare`, input[name].acceptShare);
    share(`${name}.reachedShare`, input[name].reachedShare);
    need(issues, `${name}.handleTimeFactor`, input[name].handleTimeFactor, 100, true);
  }
  for (const [name, value] of Object.entries(input.costs)) need(issues, `costs.${name}`, value, 1e9);
  if (input.agents.length !== input.arrivalsPerHour.length) {
    issues.push(
      issue(
        'degradation.agents',
        'agents',
        input.agents.length,
        `${input.arrivalsPerHour.length} intervals, as arrivals`,
      ),
    );
  }
  for (let t = 0; t < input.arrivalsPerHour.length; t++) {
    need(issues, `arrivalsPerHour[${t}]`, input.arrivalsPerHour[t], 1e8);
    need(issues, `agents[${t}]`, input.agents[t], 1e6);
  }
  if (issues.length > 0) throw new InputFault(issues);
}
