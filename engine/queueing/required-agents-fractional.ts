import type { RequiredAgents } from './fewest-agents';
import type { QueueFigures } from './queue-metric';
import { evaluate, requiredAgents } from './required-agents';
import type { StaffingLoad, StaffingTargets } from './staffing-targets';

/**
 * The least agents, in fractions, that meet every target at once.
 *
 * Use when requirements of many intervals or queues are added or divided by shrinkage before anyone is hired: rounding
 * each up first can cost a percent or more of the staff. Round once, at the end, with `wholeHeads`. The answer lies in
 * the agent below that of `requiredAgents`.
 *
 * Formula: the root, in the continued formulas, of the tightest target's margin, by the Illinois variant of false
 * position between n - 1 and n. Source: Dowell & Jarratt, BIT 11 (1971).
 * Units and range: see `StaffingLoad`, `StaffingTargets`. Accuracy 1e-9 agents or 1e-12 of them, on the side that meets
 * the targets. Cost: about ten evaluations more than `requiredAgents`.
 *
 * @example requiredAgentsFractional({ arrivalsPerHour: 200, handleTimeSeconds: 180 }, { serviceLevel: 0.8 }) // agents: 13.04
 */
export function requiredAgentsFractional(load: StaffingLoad, targets: StaffingTargets): RequiredAgents {
  const roundUp = targets.maxAgents === undefined ? targets : { ...targets, maxAgents: Math.ceil(targets.maxAgents) };
  const whole = requiredAgents(load, roundUp);
  if (!whole.solved || whole.agents === 0) return whole;
  let low = whole.agents - 1;
  let high = whole.agents;
  let figures = whole.figures;
  let lowMargin = margin(evaluate(load, targets, low), targets);
  let highMargin = margin(figures, targets);
  let side = 0;
  const enough = Math.max(1e-9, 1e-12 * high);
  for (let round = 0; round < 100 && high - low > enough; round++) {
    const falsi = high - (highMargin * (high - low)) / (highMargin - lowMargin);
    const usable = round % 3 < 2 && falsi > low && falsi < high;
    const n = usable ? Math.min(high - enough / 2, Math.max(low + enough / 2, falsi)) : (low + high) / 2;
    const tried = evaluate(load, targets, n);
    const at = margin(tried, targets);
    if (at >= 0) {
      high = n;
      highMargin = at;
      figures = tried;
      if (side === 1) lowMargin /= 2;
      side = 1;
    } else {
      low = n;
      lowMargin = at;
      if (side === -1) highMargin /= 2;
      side = -1;
    }
  }
  if (targets.maxAgents !== undefined && high > targets.maxAgents) {
    return requiredAgents(load, { ...targets, maxAgents: Math.floor(targets.maxAgents) });
  }
  return { solved: true, agents: high, figures };
}

/** The figures that targets are about. */
export type Judged = Pick<
  QueueFigures,
  'serviceLevel' | 'asaSeconds' | 'abandonment' | 'occupancy' | 'waitProbability'
>;

/** How far the tightest target is met (0 or more) or missed (negative), between -1 and 1. */
export function margin(figures: Judged, targets: StaffingTargets): number {
  let least = 1;
  const { serviceLevel, maxAsaSeconds, maxAbandonment, maxOccupancy, maxWaitProbability } = targets;
  if (serviceLevel !== undefined) least = Math.min(least, figures.serviceLevel - serviceLevel);
  if (maxAsaSeconds !== undefined) least = Math.min(least, below(figures.asaSeconds, maxAsaSeconds));
  if (maxAbandonment !== undefined) least = Math.min(least, maxAbandonment - figures.abandonment);
  if (maxOccupancy !== undefined) least = Math.min(least, maxOccupancy - figures.occupancy);
  if (maxWaitProbability !== undefined) least = Math.min(least, maxWaitProbability - figures.waitProbability);
  return least;
}

function below(value: number, limit: number): number {
  if (value === Number.POSITIVE_INFINITY) return -1;
  return value === limit ? 0 : (limit - value) / (limit + value);
}
