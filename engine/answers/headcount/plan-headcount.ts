import { WEEK_RULES, type WeekLabel, type WeekRuleName, weekLabels, weekRuleOf } from '../../calendar';
import { planHeads, planQueues, teamOrigins } from '../../footprint';
import { type Plan, planHash } from '../../plan';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { preparePlan } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { headcountGround } from './ground';
import { HEADCOUNT_GROUPINGS, type HeadcountGroup, type HeadcountGrouping, headcountGroups } from './groups';
import { headcountSentence } from './sentence';
import { teamColumns } from './team-columns';

export interface HeadcountOptions {
  /** Which teams a row adds up; each team by itself when not given. */
  readonly by?: HeadcountGrouping | undefined;
  /** Which calendar names the weeks; the plan's own when not given. */
  readonly weeks?: WeekRuleName | undefined;
  /** Demand that is not exceeded with this probability, 50 to 99; the forecast itself when not given. */
  readonly percentile?: number | undefined;
  /** Also runs the plan, for service by week. */
  readonly service?: boolean | undefined;
}

/** Service of the undisturbed plan by week; NaN where nothing was offered. */
export interface WeeklyService {
  readonly all: Float64Array;
  readonly streams: readonly { readonly id: string; readonly name: string; readonly level: Float64Array }[];
}

/** People needed and people there, week by week. */
export interface HeadcountAnswer {
  readonly by: HeadcountGrouping;
  readonly weeks: readonly WeekLabel[];
  readonly groups: readonly HeadcountGroup[];
  readonly total: HeadcountGroup;
  /** By week: required hours of streams that nobody in the plan can serve. */
  readonly uncoveredHours: Float64Array;
  readonly percentile: number | null;
  readonly service: WeeklyService | null;
  /** The widest gap in words. */
  readonly sentence: string;
  readonly provenance: Provenance;
}

/**
 * Who is needed and who is there in every week: required, available and gap, in heads and full-time equivalents.
 *
 * Use for the weekly headcount plan; for single intervals use `staffIntervals`. People come from the tenure cohorts, the
 * requirement from Erlang A in every interval of demand, divided over teams as their skills allow. An edit of people is
 * answered in milliseconds, because demand is kept; service by week takes a run of the plan and is asked for by option.
 *
 * Units: heads, FTE of 40 paid hours a week. Errors: `InputFault` for an unknown grouping, calendar or percentile.
 */
export function planHeadcount(plan: Plan, options: HeadcountOptions = {}, control?: RunControl): HeadcountAnswer {
  const { by, rule, percentile } = checked(plan, options);
  checkpoint(control, 0, 'requirement by week');
  const ground = headcountGround(plan, percentile);
  checkpoint(control, 0.5, 'people by week');
  const origins = teamOrigins(plan);
  const people = planHeads(plan, ground.grid, planQueues(plan), ground.arrivals);
  const { teams, uncoveredHours } = teamColumns(plan, ground, origins, people);
  const weeks = weekLabels({ startDate: plan.calendar.startDate, weeks: plan.calendar.weeks }, weekRuleOf(rule));
  const total = headcountGroups(plan, origins, teams, 'total')[0]!;
  const bySite = headcountGroups(plan, origins, teams, 'site');
  const warnings = ground.requiredHours.flatMap((hours, at) =>
    hours.some(Number.isNaN)
      ? [`No number of agents meets the target of ${plan.streams[at]!.name} in every interval.`]
      : [],
  );
  if (uncoveredHours.some((hours) => hours > 0)) {
    warnings.push('Some weeks bring work that nobody in the plan can do; its hours are in no team.');
  }
  const method =
    percentile === null
      ? 'tenure cohorts by team; Erlang A by interval for the forecast'
      : `tenure cohorts by team; Erlang A by interval for demand as high as on the ${percentile}th of a hundred days, in all streams at once`;
  return {
    by,
    weeks,
    groups: by === 'total' ? [total] : headcountGroups(plan, origins, teams, by),
    total,
    uncoveredHours,
    percentile,
    service: options.service ? serviceOf(plan, control) : null,
    sentence: headcountSentence(weeks, total, bySite),
    provenance: provenance(method, { planHash: planHash(plan), warnings }),
  };
}

function serviceOf(plan: Plan, control: RunControl | undefined): WeeklyService {
  const { base } = preparePlan(plan, control);
  return {
    all: base.weekly.serviceLevel,
    streams: base.streams.map(({ id, name, weekly }) => ({ id, name, level: weekly.serviceLevel })),
  };
}

function checked(plan: Plan, options: HeadcountOptions) {
  const by = options.by ?? 'team';
  const rule = options.weeks ?? plan.calendar.weekRule;
  const percentile = options.percentile ?? null;
  const issues = [];
  if (!HEADCOUNT_GROUPINGS.includes(by)) issues.push(issue('headcount.by', 'by', by, HEADCOUNT_GROUPINGS.join(', ')));
  if (!WEEK_RULES.includes(rule)) issues.push(issue('headcount.weeks', 'weeks', rule, WEEK_RULES.join(', ')));
  if (percentile !== null && !(percentile >= 50 && percentile <= 99)) {
    issues.push(issue('headcount.percentile', 'percentile', percentile, '50 to 99'));
  }
  if (issues.length > 0) throw new InputFault(issues);
  return { by, rule, percentile };
}
