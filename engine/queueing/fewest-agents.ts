import type { QueueFigures } from './queue-metric';
import {
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
      /** What forbids it: a target that can't be reached, the cap on agents, or the places of the queue. */
      readonly limit: TargetName | 'maxAgents' | 'capacity';
      readonly reason: string;
      /** Targets still missed with as many agents as are allowed. */
      readonly missed: readonly TargetName[];
    };

/** The queue with so many agents. */
export type FiguresAt = (agents: number) => QueueFigures;

/**
 * The fewest whole agents that meet all targets, for any model whose figures improve with every agent.
 *
 * Brackets the answer in growing steps from the load, then halves the bracket; ends with one number that meets the
 * targets and the next one down that misses one, both evaluated.
 */
export function fewestAgents(load: StaffingLoad, targets: StaffingTargets, figuresAt: FiguresAt): RequiredAgents {
  const a = (load.arrivalsPerHour / 3600) * load.handleTimeSeconds;
  const most = Math.floor(targets.maxAgents ?? MOST_AGENTS);
  let step = Math.max(1, Math.round(0.5 * Math.sqrt(a)));
  let misses = -1;
  let meets = Math.min(most, Math.round(a));
  let figures = figuresAt(meets);
  if (missedTargets(figures, targets).length > 0) {
    for (;;) {
      if (meets === most) return cappedOut(load, targets, most, figuresAt);
      misses = meets;
      meets = Math.min(most, meets + step);
      step *= 2;
      figures = figuresAt(meets);
      if (missedTargets(figures, targets).length === 0) break;
    }
  } else {
    while (meets > 0) {
      const fewer = Math.max(0, meets - step);
      const tried = figuresAt(fewer);
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
    const tried = figuresAt(middle);
    if (missedTargets(tried, targets).length > 0) {
      misses = middle;
    } else {
      meets = middle;
      figures = tried;
    }
  }
  return { solved: true, agents: meets, figures };
}

/** The word that the cap on agents forbids every solution. */
export function cappedOut(
  load: StaffingLoad,
  targets: StaffingTargets,
  most: number,
  figuresAt: FiguresAt,
): RequiredAgents {
  const missed = missedTargets(figuresAt(most), targets);
  const a = (load.arrivalsPerHour / 3600) * load.handleTimeSeconds;
  const reason = `The cap of ${most} agents is too low for a load of ${Number(a.toPrecision(6))} erlangs: it misses ${missed.join(', ')}.`;
  return { solved: false, limit: 'maxAgents', reason, missed };
}
