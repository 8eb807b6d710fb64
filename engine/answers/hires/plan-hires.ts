import { dateOfDay, type WeekLabel, weekLabels, weekRuleOf } from '../../calendar';
import { type Plan, planHash, type Team } from '../../plan';
import type { LinearSolver } from '../../stats';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import {
  type BestClass,
  type BindingLimit,
  bestHires,
  delayedHiring,
  type HiringCost,
  leastHiringCost,
} from '../../workforce';
import { headcountGround } from '../headcount';
import { partOf } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { explainClasses, type HireReason } from './explain-classes';
import { firstFreeWeek, hiringOf, trainingWeeksOf } from './hiring-facts';
import { planProblem } from './hiring-problem';
import type { PlannedClass } from './planned-class';

export interface HireOptions {
  /** Demand that is not exceeded with this probability, 50 to 99; the forecast itself when not given. */
  readonly percentile?: number | undefined;
  /** Keep planned classes and add to them; without it classes that can still be changed are replaced. */
  readonly keepPlanned?: boolean | undefined;
  /** Cost of a missing hour over a mean hour of overtime; 3 when not given, an opinion. */
  readonly shortHourFactor?: number | undefined;
  /** How much work goes into the search for whole classes, 0.1 to 50; 1 when not given. */
  readonly effort?: number | undefined;
  /** For how many classes the service without them is worked out, a run of the plan each; 1 when not given. */
  readonly reasons?: number | undefined;
}

/** A limit of some week in words' reach. */
export interface PlanLimit extends BindingLimit {
  readonly name: string;
  readonly label: string;
}

/** Whom to hire when, what it costs, and what holds it back. */
export interface HireAnswer {
  readonly weeks: readonly WeekLabel[];
  readonly classes: readonly PlannedClass[];
  /** Every hired team's classes as the plan should have them, kept ones included. */
  readonly hires: readonly { readonly team: string; readonly hires: Team['hires'] }[];
  readonly cost: HiringCost;
  readonly costWithout: HiringCost;
  readonly shortHours: Float64Array;
  readonly shortHoursWithout: Float64Array;
  readonly overtimeHours: Float64Array;
  readonly limits: readonly PlanLimit[];
  /** What it costs more if nobody decides for four weeks. */
  readonly delay: { readonly weeks: number; readonly cost: number };
  readonly reasons: readonly HireReason[];
  /** Share by which a better plan may be cheaper; 0 where this one is proven the best. */
  readonly gap: number;
  readonly shortHourCost: number;
  readonly sentence: string;
  readonly provenance: Provenance;
}

const MONTH_WEEKS = 4;

/**
 * The hiring plan that costs least: which team takes on how many, and by when it must be decided.
 *
 * Use once demand and people are in the plan; the plan's own classes that can still be changed are replaced. Teams that
 * state limits of hiring are hired for; where none does, all are, with no limit but the time it takes. Costs count to the
 * horizon's end, so its last weeks see people as dearer than they are.
 *
 * Formula and source: see `hiringProgram`. Errors: `InputFault` for options out of range. Cost: 30 teams × 104 weeks below
 * 10 s; runs of the plan for reasons come on top.
 */
export function planHires(plan: Plan, options: HireOptions, solver: LinearSolver, control?: RunControl): HireAnswer {
  const { percentile, shortHourFactor, effort, reasons } = checked(options);
  checkSize(plan);
  checkpoint(control, 0, 'requirement by week');
  const ground = headcountGround(plan, percentile);
  const facts = { keepPlanned: options.keepPlanned ?? false, shortHourFactor };
  checkpoint(control, 0.1, 'what a head brings');
  const { problem, kept, origins } = planProblem(plan, ground, facts);
  checkpoint(control, 0.2, 'the best classes');
  const best = bestHires(problem, solver, { effort });
  checkpoint(control, 0.6, 'what a delay costs');
  const { startDay } = ground.grid;
  const late = leastHiringCost(delayedHiring(problem, MONTH_WEEKS), solver);
  const delayCost = Math.max(0, late - best.leastCost);
  const weeks = weekLabels(
    { startDate: plan.calendar.startDate, weeks: plan.calendar.weeks },
    weekRuleOf(plan.calendar.weekRule),
  );
  const classes = best.classes.map((one) => plannedClass(kept, origins, one, weeks, startDay));
  const hires = hiresOf(kept, best.classes, startDay);
  const explained = explainClasses(withHires(kept, hires), classes, reasons, partOf(control, 0.7, 1));
  const names = new Map([...plan.sites, ...plan.teams].map(({ id, name }) => [id, name]));
  const delay = { weeks: MONTH_WEEKS, cost: delayCost };
  const warnings = classes.length === 0 ? ['No hires pay off within the horizon at these costs.'] : [];
  if (best.gap > 0.005) {
    warnings.push(`A better plan may be cheaper by up to ${(best.gap * 100).toFixed(1)} %; more effort may find it.`);
  }
  if (best.byClock) warnings.push('The clock ended the search: another machine may find other hires.');
  return {
    weeks,
    classes,
    hires,
    cost: best.cost,
    costWithout: best.costWithout,
    shortHours: best.shortHours,
    shortHoursWithout: best.shortHoursWithout,
    overtimeHours: best.overtimeHours,
    limits: best.limits.map((limit) => ({
      ...limit,
      name: names.get(limit.id) ?? limit.id,
      label: weeks[limit.week]!.label,
    })),
    delay,
    reasons: explained,
    gap: best.gap,
    shortHourCost: problem.shortHourCost,
    sentence: explained[0]?.sentence ?? firstClassWords(classes[0]),
    provenance: provenance(
      `mixed-integer program over classes and weeks (HiGHS), ${percentile === null ? 'for the forecast' : `for demand at its ${percentile}th percentile`}; service by flow`,
      { planHash: planHash(plan), warnings },
    ),
  };
}

/** The plan with its hired teams' classes set. */
export function withHires(plan: Plan, hires: HireAnswer['hires']): Plan {
  const byTeam = new Map(hires.map(({ team, hires: list }) => [team, list]));
  return {
    ...plan,
    teams: plan.teams.map((team) => (byTeam.has(team.id) ? { ...team, hires: byTeam.get(team.id)! } : team)),
  };
}

function hiresOf(kept: Plan, classes: readonly BestClass[], startDay: number): HireAnswer['hires'] {
  return kept.teams.flatMap((team, at) => {
    if (!hiringOf(kept, team)) return [];
    const added = classes
      .filter((one) => one.team === at)
      .map((one) => ({ date: dateOfDay(startDay + one.week * 7), heads: one.heads }));
    const hires = [...team.hires, ...added].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    return [{ team: team.id, hires }];
  });
}

function plannedClass(
  plan: Plan,
  origins: ReturnType<typeof planProblem>['origins'],
  one: BestClass,
  weeks: readonly WeekLabel[],
  startDay: number,
): PlannedClass {
  const origin = origins[one.team]!;
  const { team, site } = origin;
  const hiring = hiringOf(plan, team)!;
  const training = trainingWeeksOf(team);
  const places = one.heads / (hiring.fillRate * (1 - (team.onboarding?.trainingLossShare ?? 0)));
  const starters = one.heads / (1 - (team.onboarding?.trainingLossShare ?? 0));
  return {
    team: team.id,
    name: team.name,
    site: site.name,
    heads: one.heads,
    places: Math.ceil(places - 1e-9),
    offers: starters / (1 - (team.onboarding?.noShowShare ?? 0)),
    decideBy: dateOfDay(startDay + (one.week - firstFreeWeek(origin, hiring)) * 7),
    trainingFrom: dateOfDay(startDay + (one.week - training) * 7),
    onContacts: dateOfDay(startDay + one.week * 7),
    week: weeks[one.week]!.label,
  };
}

function firstClassWords(first: PlannedClass | undefined): string {
  if (!first) return 'Nobody needs to be hired within the horizon at these costs.';
  return `Decide by ${first.decideBy} on ${first.heads} for ${first.name}, on contacts from ${first.onContacts}.`;
}

/** Weights that a program may have; 60 teams over four years have 1.3 million. */
const MOST_WEIGHTS = 1_500_000;

function checkSize(plan: Plan): void {
  const teams = plan.teams.filter((team) => hiringOf(plan, team)).length;
  const weights = (teams * plan.calendar.weeks * (plan.calendar.weeks + 1)) / 2;
  if (weights <= MOST_WEIGHTS) return;
  const most = Math.floor((MOST_WEIGHTS * 2) / (plan.calendar.weeks * (plan.calendar.weeks + 1)));
  const found = `${teams} teams to hire for over ${plan.calendar.weeks} weeks`;
  throw new InputFault([
    issue(
      'hires.size',
      'teams',
      found,
      `at most ${most} teams over so many weeks; state \`hiring\` for those that matter`,
    ),
  ]);
}

function checked(options: HireOptions) {
  const percentile = options.percentile ?? null;
  const shortHourFactor = options.shortHourFactor ?? 3;
  const effort = options.effort ?? 1;
  const reasons = options.reasons ?? 1;
  const issues = [];
  if (percentile !== null && !(percentile >= 50 && percentile <= 99)) {
    issues.push(issue('hires.percentile', 'percentile', percentile, '50 to 99'));
  }
  if (!(shortHourFactor >= 0 && shortHourFactor <= 1000)) {
    issues.push(issue('hires.short-hour', 'shortHourFactor', shortHourFactor, '0 to 1000'));
  }
  if (!(effort >= 0.1 && effort <= 50)) issues.push(issue('hires.effort', 'effort', effort, '0.1 to 50'));
  if (!(Number.isInteger(reasons) && reasons >= 0 && reasons <= 20)) {
    issues.push(issue('hires.reasons', 'reasons', reasons, 'a whole number from 0 to 20'));
  }
  if (issues.length > 0) throw new InputFault(issues);
  return { percentile, shortHourFactor, effort, reasons };
}
