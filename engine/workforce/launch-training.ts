import { dayNumber, type Grid } from '../calendar';
import type { Launch, Team } from '../plan';

/** When a team is trained for a launch, as days; the last may end within a day. */
export interface TrainingSpan {
  readonly from: number;
  readonly until: number;
}

/**
 * The days over which a team is trained for a launch: as much of everybody's paid time as is allowed, until each person has
 * had the hours.
 *
 * weeks = hours a person ÷ (paid hours a week × most share). People who join later are taught in their own training.
 *
 * Units: days since the epoch. Cost: constant.
 *
 * @example
 * // 8 hours at 10 % of 40 paid hours a week take two weeks.
 */
export function trainingSpan(launch: Launch, team: Pick<Team, 'paidHoursPerWeek'>): TrainingSpan {
  const from = dayNumber(launch.trainingFrom);
  return { from, until: from + (7 * launch.trainingHours) / (team.paidHoursPerWeek * launch.maxShare) };
}

/**
 * Share of a team's paid hours that training for launches takes, week by week.
 *
 * Use as shrinkage at work of those weeks. Launches at the same time add up.
 *
 * Units: shares. Cost: weeks × launches.
 */
export function launchTraining(
  team: Pick<Team, 'id' | 'paidHoursPerWeek'>,
  launches: readonly Launch[],
  grid: Pick<Grid, 'weeks' | 'startDay'>,
): Float64Array {
  const shares = new Float64Array(grid.weeks);
  for (const launch of launches) {
    if (!launch.teams.includes(team.id)) continue;
    const { from, until } = trainingSpan(launch, team);
    for (let week = 0; week < grid.weeks; week++) {
      const monday = grid.startDay + week * 7;
      const days = Math.min(until, monday + 7) - Math.max(from, monday);
      if (days > 0) shares[week]! += (launch.maxShare * days) / 7;
    }
  }
  return shares;
}
