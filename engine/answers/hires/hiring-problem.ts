import { dateOfDay, dayNumber } from '../../calendar';
import {
  effectiveHandleHours,
  planHeads,
  planQueues,
  proficiency,
  type TeamOrigin,
  teamOrigins,
} from '../../footprint';
import type { Plan, Team } from '../../plan';
import {
  type HeadEffect,
  type HiringProblem,
  type HiringTeam,
  projectHeads,
  type TrainingPlaces,
} from '../../workforce';
import type { HeadcountGround } from '../headcount';
import { costOfPaidHour } from './cost-of-hours';
import { blockedBy, classBounds, firstFreeWeek, type Hiring, hiringOf, trainingWeeksOf } from './hiring-facts';

export interface ProblemOptions {
  /** Planned classes that could still be changed are kept, and the best plan comes on top. */
  readonly keepPlanned: boolean;
  /** Cost of a missing hour at full speed, over what an hour of overtime costs in the mean. */
  readonly shortHourFactor: number;
}

/** A plan's hiring as a problem to solve, and the plan that the solution is added to. */
export interface PlanProblem {
  readonly problem: HiringProblem;
  /** Without the classes that the best plan replaces. */
  readonly kept: Plan;
  readonly origins: readonly TeamOrigin[];
}

/** Puts a plan's teams, work, limits and costs into the form that the optimizer solves. */
export function planProblem(plan: Plan, ground: HeadcountGround, options: ProblemOptions): PlanProblem {
  const { grid } = ground;
  const kept = options.keepPlanned ? plan : withoutOpenClasses(plan, grid.startDay);
  const origins = teamOrigins(kept);
  const queues = planQueues(kept);
  const people = planHeads(kept, grid, queues, ground.arrivals);
  const teams = origins.map((origin, at): HiringTeam => {
    const { team } = origin;
    const projection = people[at]!;
    const open = ground.kept.get(origin.site.id)!;
    // Hours that go into shifts' overlap are no hours for the requirement of intervals.
    const fits = 1 / (1 + (team.coverOverhead?.share ?? 0));
    const worth = (week: number) => projection.productiveShare[week]! * open[week]! * projection.speed[week]! * fits;
    const hiring = hiringOf(kept, team);
    const price = priceOf(plan, origin);
    const most = team.overtime?.maxShare ?? 0;
    const overtimeHours = projection.contactHours.map((hours, week) => {
      const extra = projection.extraHours[week]!;
      return Math.max(0, (hours - extra) * most - Math.max(0, extra)) * worth(week);
    });
    const worths = projection.productiveShare.map((_, week) => worth(week));
    const meanWorth = worths.reduce((sum, value) => sum + value, 0) / worths.length;
    return {
      id: team.id,
      baseHours: projection.productiveHours.map((hours, week) => hours * open[week]! * projection.speed[week]! * fits),
      overtimeHours,
      overtimeCostPerHour: meanWorth > 0 ? (price * (1 + (team.overtime?.premium ?? 0))) / meanWorth : 0,
      ...(hiring ? classBounds(team, hiring) : { minClass: 0, maxClass: 0 }),
      effect: hiring ? effectOf(kept, team, hiring, grid, open, price, fits) : () => NO_EFFECT,
      blocked: hiring ? blockedBy(kept, origin, hiring, grid.startDay) : () => null,
      trainingWeeks: trainingWeeksOf(team),
    };
  });
  const hours = teams.map((team) => team.overtimeCostPerHour).filter((cost) => cost > 0);
  const mean = hours.reduce((sum, cost) => sum + cost, 0) / Math.max(1, hours.length);
  const work = queues.map((queue, at) => ({
    id: `${plan.streams[queue.stream]!.id}/${at}`,
    requiredHours: ground.requiredHours[queue.stream]!.map((value) => (Number.isNaN(value) ? 0 : value * queue.share)),
    teams: queue.edges,
  }));
  return {
    problem: {
      weeks: grid.weeks,
      teams,
      work,
      places: placesOf(kept, origins),
      shortHourCost: mean * options.shortHourFactor,
      idleHourCost: 0,
    },
    kept,
    origins,
  };
}

const NO_EFFECT: HeadEffect = { hours: new Float64Array(0), cost: 0 };

/** The plan without the classes that a decision of today could still change. */
function withoutOpenClasses(plan: Plan, startDay: number): Plan {
  const origins = teamOrigins(plan);
  return {
    ...plan,
    teams: plan.teams.map((team, at) => {
      const hiring = hiringOf(plan, team);
      if (!hiring) return team;
      const first = startDay + firstFreeWeek(origins[at]!, hiring) * 7;
      return { ...team, hires: team.hires.filter((hire) => dayNumber(hire.date) < first || hire.experienceMonths) };
    }),
  };
}

/** What one head more brings and costs: the team's own projection of nobody else, which is exact because heads add up. */
function effectOf(
  { launches }: Pick<Plan, 'launches'>,
  team: Team,
  hiring: Hiring,
  grid: HeadcountGround['grid'],
  open: Float64Array,
  price: number,
  fits: number,
) {
  const alone = { ...team, headcount: [{ tenureMonths: 0, heads: 0 }], leaves: undefined } as unknown as Team;
  const known = new Map<number, HeadEffect>();
  return (week: number): HeadEffect => {
    const before = known.get(week);
    if (before) return before;
    const date = dateOfDay(grid.startDay + week * 7);
    const people = projectHeads({ ...alone, hires: [{ date, heads: 1 }] } as Team, grid, launches);
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const made = {
      hours: people.productiveHours.map((hours, at) => hours * open[at]! * people.speed[at]! * fits),
      cost:
        sum(people.paidHours) * price +
        sum(people.joined) * hiring.costPerHire +
        sum(people.leavers) * hiring.costPerLeaver,
    };
    known.set(week, made);
    return made;
  };
}

function priceOf(plan: Plan, origin: TeamOrigin): number {
  const { team } = origin;
  const served = plan.streams.filter((stream) => proficiency(team, stream) > 0);
  const handle = served.reduce((sum, stream) => sum + effectiveHandleHours(stream), 0) / Math.max(1, served.length);
  const productive = (1 - team.shrinkage.inOffice) * (1 - team.shrinkage.outOfOffice);
  return costOfPaidHour(origin, productive, handle > 0 ? 1 / handle : 0);
}

function placesOf(plan: Plan, origins: readonly TeamOrigin[]): TrainingPlaces[] {
  return plan.sites.flatMap((site) => {
    if (!site.training) return [];
    const teams = origins.flatMap((origin, at) =>
      origin.site.id === site.id && trainingWeeksOf(origin.team) > 0 && hiringOf(plan, origin.team) ? [at] : [],
    );
    const classesAtOnce = Math.min(site.training.rooms, site.training.trainers);
    return teams.length > 0 ? [{ id: site.id, teams, classesAtOnce }] : [];
  });
}
