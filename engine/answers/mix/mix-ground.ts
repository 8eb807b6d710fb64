import { membersOf, teamOrigins, withSizes } from '../../footprint';
import { type Plan, planHash } from '../../plan';
import { type Mix, type MixProblem, type MixStart, mixStart, safestRisk } from '../../sourcing';
import type { LinearSolver } from '../../stats';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { type PreparedPlan, partOf, preparePlan } from '../prepared-plan';
import { Recent } from '../recent';
import { mixLimits } from './mix-limits';
import { mixOfPlan, yearOfPlan } from './mix-of-plan';
import type { MixSettings } from './mix-options';

/** What every mix of a study starts from: the year as planned, the problem, and where its frontier begins. */
export interface MixGround {
  /** The plan's first year, with its candidates. */
  readonly plan: Plan;
  readonly hash: string;
  readonly ready: PreparedPlan;
  readonly problem: MixProblem;
  /** Limits that are kept to: the plan's, or others in their place. */
  readonly limits: Plan['policies']['limits'];
  readonly start: MixStart;
  /** Mixes that were found already, by place and number of points. */
  readonly found: Map<string, Mix | null>;
  /** The least risk that is possible; a linear program of its own, solved when it is first wanted. */
  readonly safest: () => number;
}

type MixBasis = Pick<MixGround, 'plan' | 'hash' | 'ready' | 'problem'>;

const problems = new Recent<MixBasis>(3);
const grounds = new Recent<MixGround>(6);

/** The ground of a study; kept for a few, so that a worker that finds one mix after the other lays it once. */
export function mixGround(plan: Plan, settings: MixSettings, solve: LinearSolver, control?: RunControl): MixGround {
  const hash = planHash(plan);
  const { seed, years, most, changeCostShare, limits } = settings;
  const key = JSON.stringify([hash, seed, years, most, changeCostShare]);
  const basis = problems.of(key, () => {
    const year = yearOfPlan(plan);
    const ready = preparePlan(year, partOf(control, 0, 0.6));
    return { plan: year, hash, ready, problem: mixOfPlan(ready, settings) };
  });
  if (limits) refuseUnknown(basis.plan, limits);
  return grounds.of(`${key} ${JSON.stringify(limits)}`, () => {
    const { plan: year, ready } = basis;
    const problem = limits
      ? { ...basis.problem, limits: mixLimits(withSizes(year), ready.network, limits) }
      : basis.problem;
    const start = mixStart(problem, solve, (share) =>
      checkpoint(control, 0.6 + 0.4 * share, 'looking for the cheapest mix'),
    );
    let safest: number | null = null;
    return {
      ...basis,
      problem,
      limits: limits ?? year.policies.limits,
      start,
      found: new Map(),
      safest: () => {
        safest ??= safestRisk(problem, solve, start);
        return safest;
      },
    };
  });
}

/** Errors: `InputFault` for limits on members that nobody belongs to. */
function refuseUnknown(plan: Plan, limits: Plan['policies']['limits']): void {
  const origins = teamOrigins(withSizes(plan));
  const issues = limits.flatMap(({ dimension, member }, at) => {
    const known = new Set(origins.flatMap((origin) => [...membersOf(origin, dimension)]));
    const isOfThePlan = plan.policies.limits.some((own) => own.dimension === dimension && own.member === member);
    if (member === undefined || isOfThePlan || known.has(member)) return [];
    return [issue('mix.unknown-member', `limits[${at}].member`, member, [...known].sort().join(', '))];
  });
  if (issues.length > 0) throw new InputFault(issues);
}
