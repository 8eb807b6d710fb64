import { wallMinutes } from '../stamps';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A time cell taken apart: the three date fields as written, and the time of day. */
export interface TimeParts {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Whether the year stands first. */
  readonly yearFirst: boolean;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly hasTime: boolean;
  /** `Z`, `+02:00` or empty. */
  readonly zone: string;
}

const CLOCK = String.raw`(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?(?:[Mm]\.?)?`;
const ZONE = String.raw`(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const WEEKDAY = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`;
const TIME_CELL = new RegExp(
  String.raw`^\s*${WEEKDAY}(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[T ,]+${CLOCK})?\s*${ZONE}\s*$`,
  'u',
);
/** Year, month and day without anything between them, as exports to other programs have them; or the year last. */
const PLAIN_DATE = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})\s*$/;
const PLAIN_DATE_YEAR_LAST = /^\s*(\d{2})(\d{2})(20\d{2})\s*$/;
const DAY_MONTH = new RegExp(
  String.raw`^\s*${WEEKDAY}(\d{1,2})\.?[-\s](\p{L}{3,10})\.?,?[-\s](\d{4}|\d{2})(?:[T ,]+${CLOCK})?\s*${ZONE}\s*$`,
  'u',
);
const MONTH_DAY = new RegExp(
  String.raw`^\s*${WEEKDAY}(\p{L}{3,10})\.?\s+(\d{1,2}),?\s+(\d{4})(?:[T ,]+${CLOCK})?\s*${ZONE}\s*$`,
  'u',
);
/** An interval written with both its ends: what stands before the mark is its start. */
const TAIL =
  /(?:\/(?=\d{4}-)|\s+(?:-|–|to|bis)\s+(?=\d)|(?<=\d|[AaPp][Mm])\s*[-–]\s*(?=\d{1,2}:\d{2}\s*(?:[AaPp][Mm])?\s*$)).*$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Beginnings of month names in German, French, Spanish, Portuguese and Italian where they differ from the English ones. */
const OTHER_MONTHS = new Map(
  Object.entries({
    mär: 3,
    mrz: 3,
    avr: 4,
    abr: 4,
    mai: 5,
    mag: 5,
    giu: 6,
    lug: 7,
    ago: 8,
    set: 9,
    okt: 10,
    out: 10,
    ott: 10,
    dez: 12,
    déc: 12,
    dic: 12,
    fév: 2,
    fev: 2,
    ene: 1,
    gen: 1,
    aoû: 8,
  }),
);

/** Takes a time cell apart, or null where it is none; of an interval `08:00 - 08:30` the start counts. */
export function timeParts(cell: string): TimeParts | null {
  const whole = partsOf(cell);
  if (whole || cell.length < 14) return whole;
  const tail = TAIL.exec(cell);
  return tail && tail.index > 5 ? partsOf(cell.slice(0, tail.index)) : null;
}

function partsOf(cell: string): TimeParts | null {
  const match = TIME_CELL.exec(cell);
  if (match) {
    const [, first, , second, third] = match;
    const yearFirst = first!.length === 4;
    if (!yearFirst && third!.length !== 4 && third!.length !== 2) return null;
    if (yearFirst && third!.length > 2) return null;
    if (!yearFirst && first!.length > 2) return null;
    return withClock(Number(first), Number(second), Number(third), yearFirst, match, 5);
  }
  const plain = PLAIN_DATE.exec(cell);
  if (plain) {
    const [year, month, day] = [Number(plain[1]), Number(plain[2]), Number(plain[3])];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? dateOnly(year, month, day) : null;
  }
  const last = PLAIN_DATE_YEAR_LAST.exec(cell);
  if (last) {
    const [a, b, year] = [Number(last[1]), Number(last[2]), Number(last[3])];
    const isDate = Math.min(a, b) >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
    return isDate ? { ...dateOnly(a, b, year), yearFirst: false } : null;
  }
  const dayFirst = DAY_MONTH.exec(cell);
  const named = dayFirst ?? MONTH_DAY.exec(cell);
  if (!named) return null;
  const month = monthOf(named[dayFirst ? 2 : 1]!);
  const year = Number(named[3]);
  const day = Number(named[dayFirst ? 1 : 2]);
  return month === 0 ? null : withClock(year < 100 ? 2000 + year : year, month, day, true, named, 4);
}

function withClock(a: number, b: number, c: number, yearFirst: boolean, match: RegExpExecArray, at: number) {
  const [hours, minutes, seconds, half, offset] = match.slice(at, at + 5);
  const hour = clockHour(Number(hours ?? 0), half);
  const isEnd = seconds === undefined && !/\dT\d/.test(match[0]) && endsInterval(hour * 60 + Number(minutes), offset);
  const zone = isEnd ? '' : offset;
  if (hours !== undefined && (hour > 24 || Number(minutes) > 59 || Number(seconds ?? 0) > 59)) return null;
  return {
    a,
    b,
    c,
    yearFirst,
    hour,
    minute: Number(minutes ?? 0),
    second: Number(seconds ?? 0),
    hasTime: hours !== undefined,
    zone: zone ?? '',
  };
}

/** Longest interval that is written with both ends. */
const LONGEST_INTERVAL = 240;

/** Whether what looks like an offset is the end of an interval, as in `05.01.2026 08:00-08:30`: a little after its start. */
function endsInterval(start: number, offset: string | undefined): boolean {
  const [, hours, minutes] = /^-(\d{2}):(\d{2})$/.exec(offset ?? '') ?? [];
  if (hours === undefined) return false;
  const length = (Number(hours) * 60 + Number(minutes) - start + 1440) % 1440;
  return length > 0 && length <= LONGEST_INTERVAL;
}

function dateOnly(a: number, b: number, c: number): TimeParts {
  return { a, b, c, yearFirst: true, hour: 0, minute: 0, second: 0, hasTime: false, zone: '' };
}

function monthOf(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return OTHER_MONTHS.get(start) ?? MONTHS.indexOf(start) + 1;
}

const CLOCK_CELL = new RegExp(String.raw`^\s*${CLOCK}\s*(?:(?:[-–]|to|bis)\s*${CLOCK}\s*)?$`);
const HOUR_CELL = /^\s*(\d{1,2})\s*(?:([AaPp])\.?[Mm]\.?)\s*(?:(?:[-–]|to)\s*\d{1,2}\s*[AaPp]\.?[Mm]\.?\s*)?$/;

/**
 * Minutes of the day of a cell such as `07:30`, `7:30 pm`, `8 AM` or `07:30-08:00`, or NaN.
 *
 * Where only the end of an interval says which half of the day it is (`8:00-8:30PM`), the start is the nearest before it.
 */
export function clockMinutes(cell: string): number {
  const match = CLOCK_CELL.exec(cell);
  if (!match) {
    const hours = HOUR_CELL.exec(cell);
    return hours && Number(hours[1]) <= 12 ? clockHour(Number(hours[1]), hours[2]) * 60 : Number.NaN;
  }
  const [, hours, minutes, , half, endHours, endMinutes, , endHalf] = match;
  const minute = Number(minutes);
  const hour = clockHour(Number(hours), half);
  if (hour > 24 || minute > 59) return Number.NaN;
  const start = hour * 60 + minute;
  if (half !== undefined || endHalf === undefined || hour > 12) return start;
  const end = clockHour(Number(endHours), endHalf) * 60 + Number(endMinutes);
  const before = (candidate: number) => (end - candidate + 1440) % 1440 || 1440;
  const morning = (hour % 12) * 60 + minute;
  return before(morning) <= before(morning + 720) ? morning : morning + 720;
}

/** 2000-01-01 and 2100-01-01 as spreadsheets count days, and the day 1970-01-01. */
const SERIAL_FROM = 36_526;
const SERIAL_TO = 73_051;
const SERIAL_1970 = 25_569;

/** Minutes since 1970 of a number of days since 1900, as spreadsheets keep times; NaN outside of this century. */
export function serialMinutes(cell: string): number {
  const days = /^\s*\d{5}(?:[.,]\d+)?\s*$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
  return days >= SERIAL_FROM && days < SERIAL_TO ? Math.round((days - SERIAL_1970) * 1440) : Number.NaN;
}

/** Minutes of the day of a cell that holds the hour alone, 0 to 24, or hours and minutes as `0830`; else NaN. */
export function hourMinutes(cell: string): number {
  const both = /^\s*([01]\d|2[0-3])([0-5]\d)\s*$/.exec(cell);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  return /^\s*\d{1,2}\s*$/.test(cell) && Number(cell) <= 24 ? Number(cell) * 60 : Number.NaN;
}

function clockHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half === 'p' || half === 'P' ? 12 : 0);
}

/** Minutes since 1970 of the parts under a date order, NaN where there is no such date. Two-digit years are 20yy. */
export function minutesOf(parts: TimeParts, order: DateOrder): number {
  const { a, b, c, yearFirst, hour, minute } = parts;
  if (yearFirst) return wallMinutes(a, b, c, hour, minute);
  const year = c < 100 ? 2000 + c : c;
  return order === 'mdy' ? wallMinutes(year, a, b, hour, minute) : wallMinutes(year, b, a, hour, minute);
}

export type DecimalMark = '.' | ',';

const PLAIN = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Thousands with spaces or apostrophes, which are never decimal marks. */
const SPACED = /^-?\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:\.\d+)?$/;

/** A number cell under a decimal mark, thousands marks dropped; NaN where it is no finite number. */
export function numberOf(cell: string, decimal: DecimalMark, thousands: boolean): number {
  const text = cell.trim();
  if (decimal === '.' && !thousands) {
    if (PLAIN.test(text)) return Number(text);
    return SPACED.test(text) ? Number(text.replace(/[ \u00a0\u202f'’]/g, '')) : Number.NaN;
  }
  const group = decimal === '.' ? ',' : '.';
  const whole = decimal === '.' ? '.' : ',';
  let cleaned = text.replaceAll(/[\s\u00a0\u202f'’]/g, '');
  if (thousands) cleaned = cleaned.replaceAll(group, '');
  else if (cleaned.includes(group)) return Number.NaN;
  if (whole === ',') cleaned = cleaned.replace(',', '.');
  return PLAIN.test(cleaned) ? Number(cleaned) : Number.NaN;
}

/** Whether a cell looks like a number under any mark. */
export function looksNumeric(cell: string): boolean {
  return /^\s*[-+]?[\d\s\u00a0.,'’]*\d[\d\s.,]*(?:[eE][+-]?\d+)?\s*$/.test(cell);
}

const MISSING = new Set(['', 'na', 'n/a', 'null', 'none', 'nan', '-', '–', '#n/a']);

/** Whether a cell says that there is no value. */
export function saysMissing(cell: string): boolean {
  return cell === '' || (cell.length < 12 && MISSING.has(cell.trim().toLowerCase()));
}

/** Whether a first line holds data rather than names: any cell that is a number or a time. */
export function looksLikeData(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '' && (looksNumeric(cell) || timeParts(cell) !== null));
}
