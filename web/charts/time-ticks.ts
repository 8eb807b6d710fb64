import { type CountableTimeInterval, utcDay, utcHour, utcMinute, utcMonday, utcMonth, utcYear } from 'd3';
import { formatWall, type WallMinutes } from './wall-time';

/** A mark on a time axis; the context (date, or year) stands below where it changes. */
export interface TimeTick {
  readonly at: WallMinutes;
  readonly label: string;
  readonly context: string | null;
}

type Grain = 'clock' | 'day' | 'month' | 'year';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Steps from fine to coarse, with their length in minutes. */
const STEPS: readonly (readonly [minutes: number, interval: CountableTimeInterval, every: number, grain: Grain])[] = [
  [30, utcMinute, 30, 'clock'],
  [HOUR, utcHour, 1, 'clock'],
  [2 * HOUR, utcHour, 2, 'clock'],
  [3 * HOUR, utcHour, 3, 'clock'],
  [6 * HOUR, utcHour, 6, 'clock'],
  [12 * HOUR, utcHour, 12, 'clock'],
  [DAY, utcDay, 1, 'day'],
  [2 * DAY, utcDay, 2, 'day'],
  [7 * DAY, utcMonday, 1, 'day'],
  [14 * DAY, utcMonday, 2, 'day'],
  [30 * DAY, utcMonth, 1, 'month'],
  [61 * DAY, utcMonth, 2, 'month'],
  [91 * DAY, utcMonth, 3, 'month'],
  [182 * DAY, utcMonth, 6, 'month'],
  [365 * DAY, utcYear, 1, 'year'],
  [730 * DAY, utcYear, 2, 'year'],
  [1826 * DAY, utcYear, 5, 'year'],
  [3652 * DAY, utcYear, 10, 'year'],
  [18_262 * DAY, utcYear, 50, 'year'],
];

/** Room that a label takes along the axis, in pixels. */
const ROOM: Readonly<Record<Grain, number>> = { clock: 48, day: 54, month: 42, year: 48 };

/**
 * Marks for a time axis: whole hours (unless figures are by day), days, Mondays, months or years, as close as labels allow.
 *
 * @example timeTicks(wallMinutes('2027-01-01'), wallMinutes('2027-12-31'), 800)[0]?.label // 'Jan'
 */
export function timeTicks(from: WallMinutes, to: WallMinutes, width: number, byDay = false): readonly TimeTick[] {
  const span = Math.max(1, to - from);
  const fits = ([minutes, , , grain]: (typeof STEPS)[number]) =>
    (grain !== 'clock' || !byDay) && (span / minutes) * ROOM[grain] <= width;
  const step = STEPS.find(fits) ?? STEPS.at(-1);
  if (!step) return [];
  const [, interval, every, grain] = step;
  const start = new Date(from * 60_000);
  const stop = new Date(to * 60_000 + 1);
  // Every second Monday is counted from the axis' first one, as Mondays have no number of their own.
  const all =
    interval === utcMonday
      ? interval.range(utcMonday.ceil(start), stop, every)
      : (interval.every(every) ?? interval).range(start, stop);
  let last: string | null = null;
  return all.map((date) => {
    const at = date.getTime() / 60_000;
    const context = contextOf(at, grain);
    const shown = context === last ? null : context;
    last = context;
    return { at, label: labelOf(at, grain), context: shown };
  });
}

function labelOf(at: WallMinutes, grain: Grain): string {
  return formatWall(at, grain);
}

function contextOf(at: WallMinutes, grain: Grain): string | null {
  if (grain === 'clock') return formatWall(at, 'weekday');
  return grain === 'year' ? null : formatWall(at, 'year');
}
