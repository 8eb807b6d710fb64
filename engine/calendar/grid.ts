import { InputFault, type Issue, issue } from '../units';
import { dayNumber, isDate, MINUTES_PER_DAY } from './civil-days';
import { type InstantMinutes, isZone, momentOf, startOfDay, zoneSpell } from './zones';

/** Lengths of interval that contact centers plan in, in minutes. */
export const INTERVAL_MINUTES = [15, 30, 60] as const;
export type IntervalMinutes = (typeof INTERVAL_MINUTES)[number];

/** Longest horizon that a plan may have, in weeks (ten years). */
export const MAX_WEEKS = 522;

/** What a planning horizon is built from. */
export interface GridSpec {
  /** First civil day, in the planner's zone. */
  readonly startDate: string;
  readonly weeks: number;
  readonly intervalMinutes: number;
  /** The planner's zone. */
  readonly zone: string;
}

/**
 * A planning horizon cut into intervals of constant length in real time.
 *
 * It runs from the planner's midnight of the start date to the planner's midnight after the last day. A day on which
 * clocks change therefore has 92 or 100 quarter-hours, as in a telephone switch's reports, and the number of intervals
 * differs from weeks × 7 × intervals of a normal day when the horizon holds more changes of one kind than the other.
 * Count with `intervals`, `dayStarts` and `weekStarts`; never with 48 a day.
 */
export interface Grid extends GridSpec {
  /** Day number of the start date. */
  readonly startDay: number;
  /** First moment of interval 0; interval i starts `i * intervalMinutes` later. */
  readonly startInstant: InstantMinutes;
  /** Number of intervals. */
  readonly intervals: number;
  /** First interval that starts on each planner's day; one entry more than days, the last being `intervals`. */
  readonly dayStarts: Int32Array;
  /** First interval of each plan week; one entry more than weeks, the last being `intervals`. */
  readonly weekStarts: Int32Array;
}

/** What clocks of one zone show at the start of each interval of a grid. */
export interface LocalTimes {
  /** 0 is Monday, 6 is Sunday. */
  readonly weekday: Uint8Array;
  /** 0 to 1439. */
  readonly minuteOfDay: Uint16Array;
  /** Day number, days since 1970-01-01. */
  readonly dayIndex: Int32Array;
}

/**
 * Cuts a planning horizon into intervals.
 *
 * Use once for a plan; every time series over the horizon has one value an interval. For what clocks show elsewhere at
 * the same moments use `localTimes`.
 *
 * Units: weeks, minutes. Valid: 1 to 522 weeks, intervals of 15, 30 or 60 minutes, an IANA zone; every wrong part is
 * listed in one `InputFault`. Cost: a look-up in the zone database for each clock change, then one entry a day.
 *
 * @example buildGrid({ startDate: '2027-03-22', weeks: 1, intervalMinutes: 15, zone: 'Europe/Berlin' }).intervals // 668
 */
export function buildGrid(spec: GridSpec): Grid {
  const issues = checkGrid(spec);
  if (issues.length > 0) throw new InputFault(issues);
  const { startDate, weeks, intervalMinutes, zone } = spec;
  const startDay = dayNumber(startDate);
  const days = weeks * 7;
  const startInstant = startOfDay(zone, startDay);
  const endInstant = startOfDay(zone, startDay + days);
  const intervals = Math.ceil((endInstant - startInstant) / intervalMinutes);
  const { offsetAtStart, transitions } = zoneSpell(zone, startInstant, endInstant);
  const dayStarts = new Int32Array(days + 1);
  for (let day = 1; day < days; day += 1) {
    const midnight = momentOf((startDay + day) * MINUTES_PER_DAY, offsetAtStart, transitions).earliest;
    dayStarts[day] = Math.ceil((midnight - startInstant) / intervalMinutes);
  }
  dayStarts[days] = intervals;
  const weekStarts = new Int32Array(weeks + 1);
  for (let week = 0; week <= weeks; week += 1) weekStarts[week] = dayStarts[week * 7]!;
  return { startDate, weeks, intervalMinutes, zone, startDay, startInstant, intervals, dayStarts, weekStarts };
}

/** All that is wrong with a horizon's description, each with its place. */
export function checkGrid(spec: GridSpec, path = 'calendar'): readonly Issue[] {
  const issues: Issue[] = [];
  if (!isDate(spec.startDate) || spec.startDate < '1972-01-01') {
    issues.push(issue('calendar.date', `${path}.startDate`, spec.startDate, 'an existing date from 1972-01-01 on'));
  }
  if (!Number.isInteger(spec.weeks) || spec.weeks < 1 || spec.weeks > MAX_WEEKS) {
    issues.push(issue('calendar.weeks', `${path}.weeks`, spec.weeks, `a whole number from 1 to ${MAX_WEEKS}`));
  }
  if (!INTERVAL_MINUTES.some((minutes) => minutes === spec.intervalMinutes)) {
    issues.push(issue('calendar.interval', `${path}.intervalMinutes`, spec.intervalMinutes, '15, 30 or 60'));
  }
  if (!isZone(spec.zone)) {
    issues.push(issue('calendar.zone', `${path}.zone`, spec.zone, 'an IANA time zone such as Europe/Berlin'));
  }
  return issues;
}

/** The moment at which an interval starts. */
export function intervalStart(grid: Grid, interval: number): InstantMinutes {
  return grid.startInstant + interval * grid.intervalMinutes;
}

/** The interval that holds a moment; below 0 before the horizon, `intervals` or more after it. */
export function intervalAt(grid: Grid, instant: InstantMinutes): number {
  return Math.floor((instant - grid.startInstant) / grid.intervalMinutes);
}

/** The plan week of each interval, counted from 0. */
export function weekOfIntervals(grid: Grid): Uint16Array {
  const weeks = new Uint16Array(grid.intervals);
  for (let week = 0; week < grid.weeks; week += 1) {
    weeks.fill(week, grid.weekStarts[week]!, grid.weekStarts[week + 1]!);
  }
  return weeks;
}
