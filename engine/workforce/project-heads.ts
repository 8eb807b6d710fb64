import { dayNumber, type Grid } from '../calendar';
import type { Launch, Plan, Team } from '../plan';
import type { HeadProjection } from './head-projection';
import { TeamPeople } from './team-people';

/** A horizon as far as people are concerned: weeks from a day on. */
export type Weeks = Pick<Grid, 'weeks' | 'startDay'>;

/**
 * How busy every team is in a week, from what its people could do: hours on contacts at full speed, one a team.
 * Null where nothing is known of a team.
 */
export type OccupancyOfWeek = (week: number, fullSpeedHours: Float64Array) => readonly (number | null)[];

/**
 * Carries a team through the horizon, cohort by cohort: hires join, leavers leave at the attrition rate, speed grows with tenure.
 *
 * start + hires - leavers = end, every week. Attrition is a rate (leavers a year over average heads), so a week keeps
 * exp(-rate / 52.18) of each cohort. For people who change teams and for attrition that follows occupancy use
 * `projectWorkforce`.
 *
 * Source: cohort model of Gans and Zhou (2002, Operations Research 50(6)). Cost: weeks × cohorts.
 */
export function projectHeads(team: Team, grid: Weeks, launches: readonly Launch[] = []): HeadProjection {
  const people = new TeamPeople(team, grid, launches);
  for (let week = 0; week < grid.weeks; week++) {
    people.arrive(week);
    people.count(week);
    people.leave(week, null);
  }
  return people.result;
}

/**
 * Carries all teams of a plan through the horizon together: as `projectHeads`, and people change teams.
 *
 * In a week: classes arrive, transfers move people of every tenure alike (no more than there are), the week is worked,
 * leavers leave. Those who move bring their mean tenure. Attrition that answers to occupancy takes the week's own.
 *
 * start + joined + transfers in - transfers out - promoted - leavers = end, every week and team.
 *
 * Source: cohort model of Gans and Zhou (2002). Cost: weeks × cohorts; 30 teams × 104 weeks about 10 ms.
 */
export function projectWorkforce(
  plan: Pick<Plan, 'teams' | 'transfers'> & Partial<Pick<Plan, 'launches'>>,
  grid: Weeks,
  occupancyOf?: OccupancyOfWeek,
): HeadProjection[] {
  const everybody = plan.teams.map((team) => new TeamPeople(team, grid, plan.launches));
  const indexOf = new Map(plan.teams.map((team, at) => [team.id, at]));
  const transfers = (plan.transfers ?? []).map((transfer) => ({
    ...transfer,
    week: Math.floor((dayNumber(transfer.date) - grid.startDay) / 7),
  }));
  const asksOccupancy = occupancyOf !== undefined && plan.teams.some(answersToOccupancy);
  const hours = new Float64Array(everybody.length);
  for (let week = 0; week < grid.weeks; week++) {
    for (const people of everybody) people.arrive(week);
    for (const transfer of transfers) {
      if (transfer.week !== week) continue;
      const movers = everybody[indexOf.get(transfer.from)!]!.takeOut(week, transfer.heads, transfer.to === undefined);
      if (transfer.to === undefined) continue;
      everybody[indexOf.get(transfer.to)!]!.bringIn(week, movers, transfer.trainingWeeks, transfer.experienceKept);
    }
    for (const people of everybody) people.count(week);
    let occupancy: readonly (number | null)[] | null = null;
    if (asksOccupancy) {
      everybody.forEach(({ result }, at) => {
        hours[at] = result.productiveHours[week]! * result.speed[week]!;
      });
      occupancy = occupancyOf(week, hours);
    }
    everybody.forEach((people, at) => {
      people.leave(week, occupancy?.[at] ?? null);
    });
  }
  return everybody.map((people) => people.result);
}

/** Whether a team's attrition depends on how busy it is. */
export function answersToOccupancy(team: Team): boolean {
  return (team.attritionResponse?.occupancyElasticity ?? 0) > 0;
}
