import { isZone, offsetAt } from '../../engine/calendar';
import { NOTHING } from './numbers';

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale ?? ''}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    formats.set(key, found);
  }
  return found;
}

/** Days since 1970 of a civil date; the clock and the zone of the computer play no part. NaN when it is no date. */
export function dayNumber(date: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  if (year === undefined) return Number.NaN;
  const number = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS;
  return dateOfDay(number) === `${year}-${month}-${day}` ? number : Number.NaN;
}

/** The civil date of a day number. */
export function dateOfDay(day: number): string {
  return new Date(Math.round(day) * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 4 Jan 2027, in the reader's own order of day and month. */
export function formatDate(date: string | null | undefined, locale?: string): string {
  return write(date, { day: 'numeric', month: 'short', year: 'numeric' }, locale);
}

/** 4 Jan, where the year is plain from the surroundings. */
export function formatDay(date: string | null | undefined, locale?: string): string {
  return write(date, { day: 'numeric', month: 'short' }, locale);
}

export function formatMonth(date: string | null | undefined, locale?: string): string {
  return write(date, { month: 'short', year: 'numeric' }, locale);
}

function write(date: string | null | undefined, options: Intl.DateTimeFormatOptions, locale?: string): string {
  if (date === null || date === undefined) return NOTHING;
  const day = dayNumber(date);
  return Number.isNaN(day) ? date : format(locale, options).format(day * DAY_MS);
}

/** A number of days in words. */
export function formatDays(days: number | null | undefined): string {
  if (days === null || days === undefined || Number.isNaN(days)) return NOTHING;
  const rounded = Math.round(days * 10) / 10;
  return `${rounded} ${rounded === 1 ? 'day' : 'days'}`;
}

/** A span of seconds in the unit that reads best: 20 s, 3 min 20 s, 2.5 h. */
export function formatSeconds(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return NOTHING;
  if (seconds < 9.95) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) {
    const rest = whole % 60;
    return rest === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${rest} s`;
  }
  const hours = seconds / 3600;
  return hours < 72 ? `${Math.round(hours * 10) / 10} h` : `${Math.round(hours / 2.4) / 10} days`;
}

/** The time on the clock of a zone at a moment, such as 14:05; empty when there is no such zone. */
export function clockIn(zone: string, at: Date, locale?: string): string {
  if (!isZone(zone)) return '';
  const ahead = offsetAt(zone, Math.floor(at.getTime() / 60_000)) * 60_000;
  return format(locale, { hour: '2-digit', minute: '2-digit' }).format(at.getTime() + ahead);
}
