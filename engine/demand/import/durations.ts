import { type DecimalMark, numberOf, saysMissing } from './cells';

/** What plain numbers of a handle-time column count. */
export type DurationUnit = 'seconds' | 'minutes' | 'milliseconds';

const CLOCKED = /^\s*(?:(\d+)\s*(?:d|days?)\s+)?(?:(?:(\d+):)?(\d{1,5}))?:(\d{2})(?:[.,](\d+))?\s*$/;
const ISO = /^\s*P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?\s*$/i;
const WORDED =
  /^\s*(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:utes?|s)?)?)?\s*(?:(\d+(?:[.,]\d+)?)\s*s(?:ec(?:onds?|s)?)?)?\s*$/i;

/**
 * Seconds of a duration cell: `3:12` and `0:03:12`, `PT3M12S`, `3m 12s`, or a plain number in the unit given; NaN where it
 * is none or says that there is no value.
 *
 * Two parts are minutes and seconds. Cost: constant.
 */
export function durationSeconds(cell: string, unit: DurationUnit, decimal: DecimalMark, thousands: boolean): number {
  if (saysMissing(cell)) return Number.NaN;
  const plain = numberOf(cell, decimal, thousands);
  if (!Number.isNaN(plain)) return plain * UNIT_SECONDS[unit];
  return writtenSeconds(cell);
}

/** Seconds of a duration that names its own parts, or NaN. */
export function writtenSeconds(cell: string): number {
  const clocked = CLOCKED.exec(cell);
  if (clocked) {
    const [, days, hours, minutes, seconds, part] = clocked;
    const whole = Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
    return whole + (part === undefined ? 0 : Number(`0.${part}`));
  }
  const iso = ISO.exec(cell);
  if (iso?.slice(1).some((one) => one !== undefined)) {
    const [days, hours, minutes, seconds] = iso.slice(1).map((one) => Number(one ?? 0));
    return days! * 86_400 + hours! * 3600 + minutes! * 60 + seconds!;
  }
  const worded = WORDED.exec(cell);
  if (worded?.slice(1).some((one) => one !== undefined)) {
    const [hours, minutes, seconds] = worded.slice(1).map((one) => Number((one ?? '0').replace(',', '.')));
    return hours! * 3600 + minutes! * 60 + seconds!;
  }
  return Number.NaN;
}

const UNIT_SECONDS: Readonly<Record<DurationUnit, number>> = { seconds: 1, minutes: 60, milliseconds: 0.001 };

/** A mean handle time longer than this is taken to be written in milliseconds: five hours. */
const LONGEST_MEAN_SECONDS = 18_000;

/** The unit of plain numbers, from the column's name or, failing that, from their size a contact. */
export function guessDurationUnit(names: readonly string[], meansByContact: readonly number[]): DurationUnit {
  if (names.some((name) => /\bms\b|_ms$|\(ms\)|milli/i.test(name))) return 'milliseconds';
  if (names.some((name) => /\(min|\bmin\b|minutes/i.test(name))) return 'minutes';
  if (names.some((name) => /\(s\)|\bsec|seconds|_s$/i.test(name))) return 'seconds';
  const sorted = [...meansByContact].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 0;
  return middle > LONGEST_MEAN_SECONDS ? 'milliseconds' : 'seconds';
}
