import { InputFault, issue } from '../units';
import { dateOfDay, dayNumber, isDate, MINUTES_PER_DAY, twoDigits } from './civil-days';
import { type InstantMinutes, wallAtOffset, wallToInstant } from './zones';

/** A written date and time, taken apart; `offsetMinutes` is null where the text names no offset (wall time). */
export interface DateTimeParts {
  readonly dayIndex: number;
  readonly minuteOfDay: number;
  /** Seconds past the minute, 0 to 59.999. */
  readonly second: number;
  readonly offsetMinutes: number | null;
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Takes a written date, or date and time, apart; null when it is none.
 *
 * Use for `2027-01-04`, `2027-01-04T07:30`, `2027-01-04 07:30:15`, each with or without `Z` or `+08:00`.
 * For a moment in time use `parseInstant`.
 *
 * Units: ISO 8601 calendar dates, extended form. Valid: years 0001 to 9999, `24:00` as a day's end. Cost: constant.
 *
 * @example parseDateTime('2027-01-04T07:30')?.minuteOfDay // 450
 */
export function parseDateTime(text: string): DateTimeParts | null {
  const match = DATE_TIME.exec(text);
  if (!match || !isDate(match[1])) return null;
  const hour = Number(match[2] ?? 0);
  const minute = Number(match[3] ?? 0);
  const second = Number(match[4] ?? 0);
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second >= 60) return null;
  const offsetMinutes = parseOffset(match[5]);
  if (offsetMinutes === undefined) return null;
  const dayIndex = dayNumber(match[1]) + (endOfDay ? 1 : 0);
  return { dayIndex, minuteOfDay: endOfDay ? 0 : hour * 60 + minute, second, offsetMinutes };
}

function parseOffset(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(-2));
  if (hours > 18 || minutes > 59) return undefined;
  const size = hours * 60 + minutes;
  return text.startsWith('-') ? -size : size;
}

/**
 * The moment that a written date and time means, read on a zone's wall clock unless it states its own offset.
 *
 * Use for dated events and disruptions. A time that clocks skip becomes the moment of the skip; one that they show
 * twice becomes the first; `wallToInstant` tells which it was.
 *
 * Units: minutes since 1970-01-01T00:00Z, fractional where seconds are given. Valid: as `parseDateTime`, anything else
 * is an `InputFault`. Cost: a few look-ups in the zone database.
 *
 * @example parseInstant('2027-01-04T08:00', 'Asia/Manila') // 29984640
 */
export function parseInstant(text: string, zone: string, path = 'time'): InstantMinutes {
  const parts = parseDateTime(text);
  if (parts === null) {
    throw new InputFault([issue('calendar.date-time', path, text, 'a date and time such as 2027-01-04T07:30')]);
  }
  const local = parts.dayIndex * MINUTES_PER_DAY + parts.minuteOfDay;
  const instant =
    parts.offsetMinutes === null
      ? wallToInstant(zone, parts.dayIndex, parts.minuteOfDay).earliest
      : local - parts.offsetMinutes;
  return instant + parts.second / 60;
}

/** A moment as a wall clock running `offsetMinutes` ahead of UTC shows it, to the minute: `2027-01-04T07:30`. */
export function formatWallTime(instant: InstantMinutes, offsetMinutes: number): string {
  const { dayIndex, minuteOfDay } = wallAtOffset(Math.floor(instant), offsetMinutes);
  return `${dateOfDay(dayIndex)}T${formatMinuteOfDay(minuteOfDay)}`;
}

/** A moment in UTC, to the minute: `2027-01-04T00:00Z`. */
export function formatInstant(instant: InstantMinutes): string {
  return `${formatWallTime(instant, 0)}Z`;
}

/** A minute of the day as clock time: 450 is `07:30`, 1440 is `24:00`. */
export function formatMinuteOfDay(minuteOfDay: number): string {
  return `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;
}
