import { InputFault, issue } from '../units';

/** Minutes in a civil day that no clock change shortens or lengthens. */
export const MINUTES_PER_DAY = 1440;

/** Weekdays in the order of every weekday number in the engine: 0 is Monday, 6 is Sunday. */
export const WEEKDAY_NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** A date of the proleptic Gregorian calendar in its parts; `month` and `day` count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a year is a leap year in the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether a text is an existing date written `2027-01-04` (years 0001 to 9999). */
export function isDate(text: unknown): text is string {
  const match = typeof text === 'string' ? DATE.exec(text) : null;
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Day number of a date given in parts: whole days since 1970-01-01, negative before.
 *
 * Use for arithmetic on dates; use `dayNumber` for a date written as text.
 * Counts 400-year eras of 146,097 days from 1 March, so that the leap day falls at a year's end.
 *
 * Source: Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac (3rd ed., 2013), ch. 15.
 * Units: year, month (1 to 12), day (1 to 31). Valid: every Gregorian date. Cost: constant.
 *
 * @example civilToDay(2027, 1, 4) // 20822
 */
export function civilToDay(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The date of a day number, in parts: the inverse of `civilToDay`.
 *
 * Source: as `civilToDay`. Units: days since 1970-01-01. Valid: whole numbers. Cost: constant.
 *
 * @example dayToCivil(20822) // { year: 2027, month: 1, day: 4 }
 */
export function dayToCivil(dayIndex: number): CivilDate {
  const shifted = dayIndex + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/**
 * Day number of a written date: whole days since 1970-01-01.
 *
 * Use for differences between dates and for counting weeks; for a moment in time use `wallToInstant`.
 *
 * Units: text `yyyy-mm-dd`. Valid: existing dates of the years 0001 to 9999, anything else is an `InputFault`.
 * Cost: constant.
 *
 * @example dayNumber('2026-01-05') // 20458
 */
export function dayNumber(date: string, path = 'date'): number {
  if (!isDate(date)) {
    throw new InputFault([issue('calendar.date', path, date, 'an existing date such as 2027-01-04')]);
  }
  return civilToDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** The date of a day number, written `2027-01-04`: the inverse of `dayNumber`. */
export function dateOfDay(dayIndex: number): string {
  const { year, month, day } = dayToCivil(dayIndex);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Weekday of a day number: 0 is Monday, 6 is Sunday (day 0, 1970-01-01, was a Thursday). */
export function weekdayOfDay(dayIndex: number): number {
  return (((dayIndex + 3) % 7) + 7) % 7;
}

/** The date a number of days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Whole days from one date to another; negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** A whole number of at most two digits, padded to two. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
