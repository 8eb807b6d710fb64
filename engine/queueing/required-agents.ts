import { erlangA } from './erlang-a';
import { erlangB } from './erlang-b';
import { freeAgentOdds } from './erlang-b-kernel';
import { erlangC } from './erlang-c';
import { cappedOut, fewestAgents, type RequiredAgents } from './fewest-agents';
import { finiteQueue } from './finite-queue';
import { type AnswerTarget, USUAL_TARGET_SECONDS } from './queue-input';
import type { QueueFigures } from './queue-metric';
import {
  checkStaffing,
  impossibleTarget,
  MOST_AGENTS,
  type StaffingLoad,
  type StaffingTargets,
  type TargetName,
} from './staffing-targets';

/**
 * The fewest whole agents that meet every target at once.
 *
 * Use for the requirement of an interval; for planning sums over many queues use `requiredAgentsFractional` and round
 * once at the end. Erlang C when no patience is given, Erlang A otherwise. Each figure improves with every agent, so
 * the answer meets all targets and one agent fewer misses at least one; both are evaluated, not assumed.
 *
 * Formula: Erlang C climbs from the least number that the load and the occupancy cap allow, one step of the recursion
 * 1/B(n) = 1 + (n/a) / B(n-1) an agent. Erlang A brackets around the load in steps of its square root, then halves.
 * Source: Halfin & Whitt, Oper. Res. 29 (1981); Borst, Mandelbaum & Reiman, Oper. Res. 52 (2004) for the start.
 * Units and range: see `StaffingLoad`, `StaffingTargets`. Cost: Erlang C about 0.3 µs; Erlang A about ten evaluations.
 *
 * @example requiredAgents({ arrivalsPerHour: 200, handleTimeSeconds: 180 }, { serviceLevel: 0.8 }) // agents: 14
 */
export function requiredAgents(load: StaffingLoad, targets: StaffingTargets): RequiredAgents {
  checkStaffing(load, targets);
  if (load.arrivalsPerHour === 0) return { solved: true, agents: 0, figures: evaluate(load, targets, 0) };
  const impossible = impossibleTarget(targets);
  if (impossible && !canIgnore(impossible.limit, load))
    return { solved: false, ...impossible, missed: [impossible.limit] };
  const patience = load.patienceSeconds ?? Number.POSITIVE_INFINITY;
  return patience === Number.POSITIVE_INFINITY
    ? climb(load, targets)
    : fewestAgents(load, targets, (agents) => evaluate(load, targets, agents));
}

/**
 * The fewest whole trunks, seats or agents for contacts that never wait (Erlang B).
 *
 * Use for lines and licences, with `maxBlocking`, or with a service level: the share that is not turned away.
 * Source: as `blockingProbability`. Units and range: see `StaffingLoad`, `StaffingTargets`; patience plays no part.
 * Cost: about ten evaluations, 1 µs.
 *
 * @example requiredTrunks({ arrivalsPerHour: 200, handleTimeSeconds: 180 }, { maxBlocking: 0.02 }) // agents: 17
 */
export function requiredTrunks(load: StaffingLoad, targets: StaffingTargets): RequiredAgents {
  checkStaffing(load, targets);
  const impossible = impossibleTarget({ serviceLevel: targets.serviceLevel, maxOccupancy: targets.maxOccupancy });
  if (load.arrivalsPerHour > 0 && impossible) return { solved: false, ...impossible, missed: [impossible.limit] };
  if (load.arrivalsPerHour > 0 && targets.maxBlocking === 0) {
    const reason = 'No number of trunks reaches a blocking of 0 %; it is only approached.';
    return { solved: false, limit: 'maxBlocking', reason, missed: ['maxBlocking'] };
  }
  const { arrivalsPerHour, handleTimeSeconds } = load;
  const figuresAt = (agents: number) =>
    erlangB({ arrivalsPerHour, handleTimeSeconds, agents, definition: targets.definition });
  return fewestAgents(load, targets, figuresAt);
}

/**
 * The fewest whole agents for a queue with so many places (M/M/n/K), or the word that its capacity forbids it.
 *
 * Use where lines or a degradation policy bound the queue. No more agents than places are tried: at that number the
 * queue is a loss system, and what it misses then no agents can mend.
 * Source: as `finiteQueue`. Units and range: see `FiniteQueueInput`, `StaffingTargets`.
 * Cost: about ten evaluations of `finiteQueue`.
 *
 * @example requiredAgentsInFiniteQueue({ arrivalsPerHour: 200, handleTimeSeconds: 180 }, 20, { serviceLevel: 0.8 }) // agents: 13
 */
export function requiredAgentsInFiniteQueue(
  load: StaffingLoad,
  capacity: number,
  targets: StaffingTargets,
): RequiredAgents {
  checkStaffing(load, targets);
  const figuresAt = (agents: number) => finiteQueue({ ...load, ...answerTarget(targets), agents, capacity });
  const most = Math.min(capacity, targets.maxAgents ?? capacity);
  const found = fewestAgents(load, { ...targets, maxAgents: most }, figuresAt);
  if (found.solved || most < capacity) return found;
  const reason = `A capacity of ${capacity} places is too low: even with an agent for every place it misses ${found.missed.join(', ')}.`;
  return { ...found, limit: 'capacity', reason };
}

function answerTarget({ targetSeconds, definition, shortAbandonSeconds }: StaffingTargets): AnswerTarget {
  return { targetSeconds, definition, shortAbandonSeconds };
}

/** Where nobody can give up, no abandonment is no demand. */
function canIgnore(limit: TargetName, load: StaffingLoad): boolean {
  return limit === 'maxAbandonment' && (load.patienceSeconds ?? Number.POSITIVE_INFINITY) === Number.POSITIVE_INFINITY;
}

/** The queue with so many agents, by the model that the load asks for. */
export function evaluate(load: StaffingLoad, targets: StaffingTargets, agents: number): QueueFigures {
  const { arrivalsPerHour, handleTimeSeconds, patienceSeconds = Number.POSITIVE_INFINITY } = load;
  const { targetSeconds, definition, shortAbandonSeconds } = targets;
  const loyal = patienceSeconds === Number.POSITIVE_INFINITY;
  // Named one by one: copying objects into each other costs more than the formula.
  const input = {
    arrivalsPerHour,
    handleTimeSeconds,
    agents,
    targetSeconds,
    definition,
    shortAbandonSeconds,
    patienceSeconds,
  };
  return loyal ? erlangC(input) : erlangA(input);
}

/** Erlang C, upwards from the least number that is stable and within the occupancy cap. */
function climb(load: StaffingLoad, targets: StaffingTargets): RequiredAgents {
  const handle = load.handleTimeSeconds;
  const perSecond = load.arrivalsPerHour / 3600;
  const a = perSecond * handle;
  const cap = targets.maxOccupancy ?? 1;
  const start = Math.max(Math.floor(a) + 1, Math.ceil((a / cap) * (1 - 1e-12)));
  const most = targets.maxAgents ?? MOST_AGENTS;
  const seconds = targets.targetSeconds ?? USUAL_TARGET_SECONDS;
  const level = (targets.serviceLevel ?? 0) - 1e-12;
  const asa = (targets.maxAsaSeconds ?? Number.POSITIVE_INFINITY) * (1 + 1e-12);
  const waits = (targets.maxWaitProbability ?? 1) + 1e-12;
  if (start > most) return cappedOut(load, targets, most, (agents) => evaluate(load, targets, agents));
  let n = start;
  let odds = freeAgentOdds(n, a);
  for (;;) {
    const spare = n - a;
    const wait = 1 / (1 + (spare / n) * odds);
    const late = wait * Math.exp((-spare * seconds) / handle);
    const meanWait = (wait * handle) / spare;
    if (1 - late >= level && meanWait <= asa && wait <= waits) {
      const figures: QueueFigures = {
        waitProbability: wait,
        serviceLevel: 1 - late,
        asaSeconds: meanWait,
        meanWaitSeconds: meanWait,
        abandonment: 0,
        blocking: 0,
        occupancy: a / n,
        queueLength: perSecond * meanWait,
        offeredLoad: a,
      };
      return { solved: true, agents: n, figures };
    }
    n += 1;
    if (n > most) return cappedOut(load, targets, most, (agents) => evaluate(load, targets, agents));
    odds = (n / a) * (1 + odds);
  }
}
