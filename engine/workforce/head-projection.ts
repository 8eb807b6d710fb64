import { dayNumber, type Grid } from '../calendar';
import type { Team } from '../plan';
import { speedByTenure } from './learning-curve';

const DAYS_PER_MONTH = 365.25 / 12;

/** A team's people over the weeks of a plan. Heads are fractional expectations; screens round once. */
export interface HeadProjection {
  /** Heads at the start of each week, hires of the week included. */
  readonly heads: Float64Array;
  /** Mean speed of those heads against full speed. */
  readonly speed: Float64Array;
  readonly hires: Float64Array;
  readonly leavers: Float64Array;
}

/**
 * Carries a team through the horizon, cohort by cohort: hires join, leavers leave at the attrition rate, speed grows with tenure.
 *
 * start + hires - leavers = end, every week. Attrition is a rate (leavers a year over average heads), so a week keeps
 * exp(-rate / 52.18) of each cohort.
 *
 * Source: cohort model of Gans and Zhou (2002, Operations Research 50(6)). Cost: weeks × cohorts.
 */
export function projectHeads(team: Team, grid: Grid): HeadProjection {
  const heads = new Float64Array(grid.weeks);
  const speed = new Float64Array(grid.weeks);
  const hires = new Float64Array(grid.weeks);
  const leavers = new Float64Array(grid.weeks);
  const cohorts = team.headcount.map((entry) => ({
    heads: entry.heads as number,
    startDay: grid.startDay - entry.tenureMonths * DAYS_PER_MONTH,
  }));
  const classes = team.hires
    .map((hire) => ({ heads: hire.heads as number, startDay: dayNumber(hire.date) }))
    .filter((hire) => hire.startDay < grid.startDay + grid.weeks * 7)
    .sort((a, b) => a.startDay - b.startDay);
  const staying = Math.exp(-team.attritionPerYear * (7 / 365.25));
  let next = 0;
  for (let week = 0; week < grid.weeks; week++) {
    const monday = grid.startDay + week * 7;
    while (next < classes.length && classes[next]!.startDay < monday + 7) {
      const hired = classes[next++]!;
      hires[week]! += hired.heads;
      cohorts.push({ heads: hired.heads, startDay: Math.max(hired.startDay, monday) });
    }
    let total = 0;
    let output = 0;
    for (const cohort of cohorts) {
      const months = Math.max(0, (monday + 3.5 - cohort.startDay) / DAYS_PER_MONTH);
      total += cohort.heads;
      output += cohort.heads * speedByTenure(team.learning, months);
    }
    heads[week] = total;
    speed[week] = total > 0 ? output / total : 1;
    for (const cohort of cohorts) cohort.heads *= staying;
    leavers[week] = total * (1 - staying);
  }
  return { heads, speed, hires, leavers };
}
