import { addDays } from '../../calendar';
import type { Plan } from '../../plan';
import { quantileWithError, WEEK_COUNTS } from '../../risk';
import type { FanBand, RiskFan } from './risk-results';
import type { RiskSample } from './risk-sample';

const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** What is lost, and how well contacts are served, week by week over sampled years that were run; null without such years. */
export function fanOf(plan: Plan, { weekYears, weeks, plannedWeeks }: RiskSample): RiskFan | null {
  const years = weekYears.length;
  if (years === 0) return null;
  const count = plannedWeeks.length / WEEK_COUNTS;
  const figures = {
    lost: (rows: Float64Array, row: number) => rows[row]!,
    service: (rows: Float64Array, row: number) => (rows[row + 2]! > 0 ? rows[row + 1]! / rows[row + 2]! : Number.NaN),
  };
  const band = (of: (rows: Float64Array, row: number) => number): FanBand => {
    const byWeek = Array.from({ length: count }, (_, week) =>
      Float64Array.from({ length: years }, (_, year) => of(weeks, (year * count + week) * WEEK_COUNTS)).sort(),
    );
    const [p5, p25, p50, p75, p95] = LEVELS.map((level) =>
      byWeek.map((values) => quantileWithError(values, level).value),
    );
    const planned = Array.from({ length: count }, (_, week) => of(plannedWeeks, week * WEEK_COUNTS));
    return { planned, p5: p5!, p25: p25!, p50: p50!, p75: p75!, p95: p95! };
  };
  return {
    years,
    startDates: Array.from({ length: count }, (_, week) => addDays(plan.calendar.startDate, week * 7)),
    contactsLost: band(figures.lost),
    serviceLevel: band(figures.service),
  };
}
