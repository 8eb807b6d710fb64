import { erlangA } from './erlang-a';
import { erlangB } from './erlang-b';
import { freeAgentOdds } from './erlang-b-kernel';
import { erlangC } from './erlang-c';
import { USUAL_TARGET_SECONDS } from './queue-input';
import type { QueueFigures } from './queue-metric';
import {
  checkStaffing,
  impossibleTarget,
  MOST_AGENTS,
  missedTargets,
  type StaffingLoad,
  type StaffingTargets,
  type TargetName,
} from './staffing-targets';

/** The fewest agents that meet every target, or the reason why none do. */
export type RequiredAgents =
  | {
      readonly solved: true;
      readonly agents: number;
      /** The queue with these agents. */
      readonly figures: QueueFigures;
    }
  | {
      readonly solved: false;
      /** What forbids it: a target that can't be reached, or the cap on agents. */
      readonly limit: TargetName | 'maxAgents';
      readonly reason: string;
      /** Targets still missed with as many agents as are allowed. */
      readonly missed: readonly TargetName[];
    };

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
  return patience === Number.POSITIVE_INFINITY ? climb(load, targets) : search(load, targets, evaluate);
}

/**
 * The fewest whole trunks or seats that keep the share of lost contacts at or below a limit (Erlang B).
 *
 * Source: as `blockingProbability`. Units: load in erlangs, blocking a share above 0. Cost: about ten evaluations.
 *
 * @example requiredTrunks(10, 0.02) // 17
 */
export function requiredTrunks(load: number, maxBlocking: number): RequiredAgents {
  const work = { arrivalsPerHour: load * 3600, handleTimeSeconds: 1 };
  const targets = { serviceLevel: 1 - maxBlocking };
  checkStaffing(work, targets);
  if (load === 0) return { solved: true, agents: 0, figures: erlangB({ ...work, agents: 0 }) };
  if (maxBlocking === 0) {
    const reason = 'No number of trunks reaches a blocking of 0 %; it is only approached.';
    return { solved: false, limit: 'serviceLevel', reason, missed: ['serviceLevel'] };
  }
  return search(work, { maxWaitProbability: maxBlocking }, trunks);
}

/** Erlang B with the blocked in the place of the waiting, so that one search serves all. */
function trunks(load: StaffingLoad, _targets: StaffingTargets, agents: number): QueueFigures {
  const figures = erlangB({ arrivalsPerHour: load.arrivalsPerHour, handleTimeSeconds: load.handleTimeSeconds, agents });
  return { ...figures, waitProbability: figures.blocking };
}

/** Where nobody can give up, no abandonment is no demand. */
function canIgnore(limit: TargetName, load: StaffingLoad): boolean {
  return limit === 'maxAbandonment' && (load.patienceSeconds ?? Number.POSITIVE_INFINITY) === Number.POSITIVE_INFINITY;
}

/** The queue with so many agents, by the model that the load asks for. */
export function evaluate(load: StaffingLoad, targets: StaffingTargets, agents: number): QueueFigures {
  const input = {
    arrivalsPerHour: load.arrivalsPerHour,
    handleTimeSeconds: load.handleTimeSeconds,
    agents,
    targetSeconds: targets.targetSeconds,
    definition: targets.definition,
    shortAbandonSeconds: targets.shortAbandonSeconds,
  };
  const patienceSeconds = load.patienceSeconds ?? Number.POSITIVE_INFINITY;
  return patienceSeconds === Number.POSITIVE_INFINITY ? erlangC(input) : erlangA({ ...input, patienceSeconds });
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
  if (start > most) return capped(load, targets, most, evaluate);
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
    if (n > most) return capped(load, targets, most, evaluate);
    odds = (n / a) * (1 + odds);
  }
}

type Evaluate = (load: StaffingLoad, targets: StaffingTargets, agents: number) => QueueFigures;

/** Brackets the least number that meets all targets in growing steps from the load, then halves the bracket. */
function search(load: StaffingLoad, targets: StaffingTargets, figuresAt: Evaluate): RequiredAgents {
  const a = (load.arrivalsPerHour / 3600) * load.handleTimeSeconds;
  const most = Math.floor(targets.maxAgents ?? MOST_AGENTS);
  let step = Math.max(1, Math.round(0.5 * Math.sqrt(a)));
  let misses = -1;
  let meets = Math.min(most, Math.max(1, Math.round(a)));
  let figures = figuresAt(load, targets, meets);
  if (missedTargets(figures, targets).length > 0) {
    for (;;) {
      if (meets === most) return capped(load, targets, most, figuresAt);
      misses = meets;
      meets = Math.min(most, meets + step);
      step *= 2;
      figures = figuresAt(load, targets, meets);
      if (missedTargets(figures, targets).length === 0) break;
    }
  } else {
    while (meets > 0) {
      const fewer = Math.max(0, meets - step);
      const tried = figuresAt(load, targets, fewer);
      step *= 2;
      if (missedTargets(tried, targets).length > 0) {
        misses = fewer;
        break;
      }
      meets = fewer;
      figures = tried;
    }
  }
  while (meets - misses > 1) {
    const middle = (misses + meets) >> 1;
    const tried = figuresAt(load, targets, middle);
    if (missedTargets(tried, targets).length > 0) {
      misses = middle;
    } else {
      meets = middle;
      figures = tried;
    }
  }
  return { solved: true, agents: meets, figures };
}

function capped(load: StaffingLoad, targets: StaffingTargets, most: number, figuresAt: Evaluate): RequiredAgents {
  const missed = missedTargets(figuresAt(load, targets, most), targets);
  const a = (load.arrivalsPerHour / 3600) * load.handleTimeSeconds;
  const reason = `The cap of ${most} agents is too low for a load of ${Number(a.toPrecision(6))} erlangs: it misses ${missed.join(', ')}.`;
  return { solved: false, limit: 'maxAgents', reason, missed };
}
