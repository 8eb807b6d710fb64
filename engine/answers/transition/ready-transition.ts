import { teamOrigins } from '../../footprint';
import type { Plan } from '../../plan';
import { type GrowthLimit, growthLimit, peoplePath, transitionSchedule } from '../../sourcing';
import type { RunControl } from '../../units';
import { variantPlan } from '../mix-variant';
import { type PreparedPlan, partOf, preparePlan } from '../prepared-plan';
import { type CheckedTransition, checkedTransition, type TransitionOptions } from './options';

/** Today's plan and the target's, run, and how soon the teams between them can grow. */
export interface ReadyTransition {
  readonly options: CheckedTransition;
  readonly now: PreparedPlan;
  readonly target: PreparedPlan;
  /** Slowest first. */
  readonly limits: readonly (GrowthLimit & { readonly name: string })[];
  /** Week in which the first new people can start on contacts; the decision's where nothing grows. */
  readonly firstWeek: number;
  readonly leastMonths: number;
  readonly warnings: readonly string[];
}

export function readyTransition(plan: Plan, given: TransitionOptions, control?: RunControl): ReadyTransition {
  const options = checkedTransition(given, plan.calendar);
  const now = preparePlan(plan, partOf(control, 0, 0.5));
  const { plan: targetPlan, warnings } = variantPlan(now, options.target);
  const target = preparePlan(targetPlan, partOf(control, 0.5, 1));
  const limits = growthLimits(now, target, options);
  const lead = Math.max(0, ...limits.map(({ leadWeeks }) => leadWeeks));
  return {
    options,
    now,
    target,
    limits,
    firstWeek: options.startWeek + lead,
    leastMonths: Math.max(1, ...limits.map(({ monthsNeeded }) => monthsNeeded)),
    warnings,
  };
}

function growthLimits(
  now: PreparedPlan,
  target: PreparedPlan,
  options: CheckedTransition,
): (GrowthLimit & { readonly name: string })[] {
  const { grid } = now.network;
  const schedule = transitionSchedule({ firstWeek: options.startWeek, months: 1, overlapWeeks: 0 });
  const { changes, plan } = peoplePath(now.plan, target.plan, schedule, grid);
  const origins = new Map(teamOrigins(plan).map((origin) => [origin.team.id, origin]));
  const mean = (values: Float64Array) => {
    const part = values.subarray(options.startWeek);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  };
  return changes
    .filter(({ grows, team }) => grows && origins.has(team))
    .map((change) => {
      const { team, site, provider } = origins.get(change.team)!;
      const before = mean(change.now);
      const heads = mean(change.aim) - before;
      return {
        ...growthLimit({ team, site, provider, now: before, heads, largestRamp: options.largestRamp }),
        name: team.name,
      };
    })
    .sort((a, b) => b.monthsNeeded - a.monthsNeeded || b.leadWeeks - a.leadWeeks);
}
