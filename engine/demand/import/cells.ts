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
  readonly hasTime: boolean;
  /** `Z`, `+02:00` or empty. */
  readonly zone: string;
}

const TIME_CELL =
  /^\s*(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[T ,]+(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?(?:[Mm]\.?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*$/;
const CLOCK_CELL = /^\s*(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*([AaPp])?\.?(?:[Mm]\.?)?\s*(?:[-–].*)?$/;

/** Takes a time cell apart, or null where it is none. */
export function timeParts(cell: string): TimeParts | null {
  const match = TIME_CELL.exec(cell);
  if (!match) return null;
  const [, first, , second, third, hours, minutes, secs, half, zone] = match;
  const yearFirst = first!.length === 4;
  if (!yearFirst && third!.length !== 4 && third!.length !== 2) return null;
  if (yearFirst && third!.length > 2) return null;
  if (!yearFirst && first!.length > 2) return null;
  const hour = clockHour(Number(hours ?? 0), half);
  if (hours !== undefined && (hour > 24 || Number(minutes) > 59 || Number(secs ?? 0) > 59)) return null;
  return {
    a: Number(first),
    b: Number(second),
    c: Number(third),
    yearFirst,
    hour,
    minute: Number(minutes ?? 0),
    hasTime: hours !== undefined,
    zone: zone ?? '',
  };
}

/** Minutes of the day of a cell such as `07:30`, `7:30 pm` or `07:30-08:00`, or NaN. */
export function clockMinutes(cell: string): number {
  const match = CLOCK_CELL.exec(cell);
  if (!match) return Number.NaN;
  const hour = clockHour(Number(match[1]), match[4]);
  const minute = Number(match[2]);
  return hour > 24 || minute > 59 ? Number.NaN : hour * 60 + minute;
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

/** A number cell under a decimal mark, thousands marks dropped; NaN where it is no finite number. */
export function numberOf(cell: string, decimal: DecimalMark, thousands: boolean): number {
  const text = cell.trim();
  if (decimal === '.' && !thousands) return PLAIN.test(text) ? Number(text) : Number.NaN;
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
  return MISSING.has(cell.trim().toLowerCase());
}

/** Whether a first line holds data rather than names: any cell that is a number or a time. */
export function looksLikeData(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '' && (looksNumeric(cell) || timeParts(cell) !== null));
}
