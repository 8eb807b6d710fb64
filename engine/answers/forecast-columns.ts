import { dayNumber, weekdayOfDay } from '../calendar';
import type { ForecastedSeries, ForecastRow, ForecastSum } from './forecast-demand';

/** A forecast as columns, so that a year of intervals crosses from a worker in one copy. */
export interface ForecastColumns {
  /** ISO dates, or wall times such as `2027-01-04T07:30`. */
  readonly timestamps: readonly string[];
  readonly mean: Float64Array;
  readonly bands: readonly { readonly level: number; readonly lo: Float64Array; readonly hi: Float64Array }[];
}

/** Rows as columns; times within the day where `clock` says so. */
export function forecastColumns(
  rows: readonly ForecastRow[],
  levels: readonly number[],
  clock: boolean,
): ForecastColumns {
  const pick = (level: number, end: 'lo' | 'hi') =>
    Float64Array.from(rows, (row) => row.bounds.find((bound) => bound.level === level)?.[end] ?? Number.NaN);
  return {
    timestamps: rows.map(({ timestamp }) =>
      clock ? timestamp.slice(0, 16).replace(' ', 'T') : timestamp.slice(0, 10),
    ),
    mean: Float64Array.from(rows, ({ mean }) => mean),
    bands: levels.map((level) => ({ level, lo: pick(level, 'lo'), hi: pick(level, 'hi') })),
  };
}

/** Weeks that the forecast covers whole: a first or last week that lacks an open day would read as a fall. */
export function wholeWeeks({ byDay, byWeek }: ForecastedSeries): readonly ForecastSum[] {
  const weekday = (day: ForecastSum) => weekdayOfDay(dayNumber(day.timestamp.slice(0, 10)));
  const open = new Set(byDay.filter((day) => day.mean > 0).map(weekday));
  return byWeek.filter((week) => {
    const from = week.timestamp.slice(0, 10);
    const until = week.until.slice(0, 10);
    const covered = new Set(
      byDay.filter(({ timestamp }) => timestamp.slice(0, 10) >= from && timestamp.slice(0, 10) <= until).map(weekday),
    );
    return [...open].every((day) => covered.has(day));
  });
}
