import { civilToDay, dateOfDay, daysInMonth, MINUTES_PER_DAY, twoDigits } from '../calendar';
import type { Clock } from './history';

/** Minutes since 1970-01-01 00:00 of a wall-clock time given in parts, or NaN where no such time exists. */
export function wallMinutes(year: number, month: number, day: number, hour: number, minute: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return Number.NaN;
  return civilToDay(year, month, day) * MINUTES_PER_DAY + hour * 60 + minute;
}

/** Day number (days since 1970-01-01) of a wall-clock minute. */
export function dayOfMinute(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}

/**
 * Writes a slot's time as the history's own kind of text: a date for days and weeks, `2026-01-05 07:30:00` within the
 * day, a whole number for running steps.
 *
 * @example formatStamp({ kind: 'wall', grainMinutes: 30 }, 29_456_070) // '2026-01-02 14:30:00'
 */
export function formatStamp(clock: Clock, at: number): string {
  if (clock.kind === 'steps') return String(at);
  const day = dayOfMinute(at);
  const date = dateOfDay(day);
  if (clock.grainMinutes >= MINUTES_PER_DAY) return date;
  const minute = at - day * MINUTES_PER_DAY;
  return `${date} ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00`;
}
