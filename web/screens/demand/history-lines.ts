import type { History } from '../../../engine/plan';
import { isoWall, type TimedFigures, wallMinutes } from '../../charts';

/** A history in a plan, or one read from a file: null or NaN where there is no value. */
export type Drawn = Pick<History, 'start' | 'intervalMinutes'> & { readonly values: ArrayLike<number | null> };

/** In which steps a history or a forecast is drawn. */
export type Grain = 'interval' | 'day' | 'week';

export const GRAIN_NAMES: Readonly<Record<Grain, string>> = { interval: 'Interval', day: 'Day', week: 'Week' };

const DAY = 1440;
/** 1970-01-05 was a Monday. */
const MONDAY = 4 * DAY;

/** Figures by wall minute, added up to days or Monday weeks; a step without any figure stays empty. */
export function atGrain(start: number, step: number, values: ArrayLike<number | null>, grain: Grain): TimedFigures {
  const width = grain === 'interval' ? step : grain === 'day' ? Math.max(DAY, step) : 7 * DAY;
  const anchor = grain === 'week' ? MONDAY : 0;
  const slotOf = (minute: number) => (width === step ? (minute - start) / step : Math.floor((minute - anchor) / width));
  const first = slotOf(start);
  const count = values.length === 0 ? 0 : slotOf(start + (values.length - 1) * step) - first + 1;
  const sums = new Float64Array(count).fill(Number.NaN);
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (value === null || value === undefined || Number.isNaN(value)) continue;
    const slot = slotOf(start + at * step) - first;
    const before = sums[slot] ?? Number.NaN;
    sums[slot] = (Number.isNaN(before) ? 0 : before) + value;
  }
  const minuteOf = (slot: number) => (width === step ? start + slot * step : (first + slot) * width + anchor);
  const asText = (minute: number) => (width >= DAY ? isoWall(minute).slice(0, 10) : isoWall(minute));
  return { x: Array.from(sums, (_, slot) => asText(minuteOf(slot))), values: sums };
}

/** A kept history in the steps asked for. */
export function historyAtGrain(history: Drawn, grain: Grain): TimedFigures {
  return atGrain(wallMinutes(history.start), history.intervalMinutes, history.values, grain);
}

/** Name of a step of so many minutes. */
export function stepName(minutes: number): string {
  if (minutes === 7 * DAY) return 'week';
  if (minutes === DAY) return 'day';
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

/** First and last date that a history covers. */
export function spanOf(history: Drawn): { readonly from: string; readonly to: string } {
  const start = wallMinutes(history.start);
  const last = start + (history.values.length - 1) * history.intervalMinutes;
  return { from: isoWall(start).slice(0, 10), to: isoWall(last).slice(0, 10) };
}

/** Weeks at the end of a history over which the shape of the day is taken. */
const SHAPE_WEEKS = 8;

/** Share of a day's contacts by interval over the last weeks, from the first open interval to the last; null for days. */
export function dayShape(history: History): TimedFigures | null {
  const { intervalMinutes: step, values } = history;
  if (step >= DAY) return null;
  const start = wallMinutes(history.start);
  const sums = new Float64Array(DAY / step);
  for (let at = Math.max(0, values.length - (SHAPE_WEEKS * 7 * DAY) / step); at < values.length; at++) {
    const slot = Math.floor(((start + at * step) % DAY) / step);
    sums[slot] = (sums[slot] ?? 0) + (values[at] ?? 0);
  }
  const total = sums.reduce((sum, value) => sum + value, 0);
  const from = sums.findIndex((value) => value > 0);
  if (from < 0) return null;
  const to = sums.findLastIndex((value) => value > 0) + 1;
  return {
    x: Array.from(sums.subarray(from, to), (_, at) => isoWall((from + at) * step)),
    values: sums.subarray(from, to).map((value) => value / total),
  };
}

/** Weekdays (0 is Monday) on which a history has figures. */
export function openWeekdays(history: Drawn): ReadonlySet<number> {
  const start = wallMinutes(history.start);
  const open = new Set<number>();
  for (let at = 0; at < history.values.length; at++) {
    const value = history.values[at];
    if (value !== null && !Number.isNaN(value)) open.add(weekday(start + at * history.intervalMinutes));
  }
  return open;
}

/** Days without those on which nobody ever works, so that a line runs on from Friday to Monday. */
export function withoutClosedDays(figures: TimedFigures, open: ReadonlySet<number>): TimedFigures {
  const kept = figures.x.flatMap((day, at) => (open.has(weekday(wallMinutes(day))) ? [at] : []));
  return { x: kept.map((at) => figures.x[at] ?? ''), values: kept.map((at) => figures.values[at] ?? null) };
}

function weekday(minute: number): number {
  return ((Math.floor(minute / DAY) % 7) + 10) % 7;
}
