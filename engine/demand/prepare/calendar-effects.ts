import { dayToCivil, weekdayOfDay } from '../../calendar';
import { repeatableExp, repeatableLog } from '../../stats';

/** A named day of the market: a holiday or another day that planners mark. */
export interface NamedDay {
  /** `2026-12-25`. */
  readonly date: string;
  readonly name: string;
}

/** What one kind of day did to a row's total. */
export interface CalendarEffect {
  /** `Christmas Day`, `day after a holiday`, `first open day of the month`. */
  readonly kind: string;
  /** Times the usual total of that weekday; 0 is closed. */
  readonly factor: number;
  /** How often it was seen. */
  readonly seen: number;
}

export interface CalendarFactors {
  /** Multiplier of each row, history and horizon; 1 for a usual day, 0 for a closed one. */
  readonly byRow: Float64Array;
  readonly effects: readonly CalendarEffect[];
}

/** One occurrence of a kind of day. */
export interface Occurrence {
  readonly row: number;
  readonly kind: string;
  readonly group: string;
}

/** Kinds of day of every row: holidays by name, the open days round them, and the edges of the month. */
export function specialDays(rowDay: Int32Array, holidays: ReadonlyMap<number, string>): Occurrence[] {
  const found: Occurrence[] = [];
  const rows = rowDay.length;
  for (let r = 0; r < rows; r++) {
    const day = rowDay[r]!;
    const name = holidays.get(day);
    const weekend = weekdayOfDay(day) >= 5 ? ' on a weekend' : '';
    if (name !== undefined) {
      found.push({ row: r, kind: `${name}${weekend}`, group: `holiday${weekend}` });
      continue;
    }
    const before = nearHoliday(rowDay[r - 1], day, holidays);
    const after = nearHoliday(day, rowDay[r + 1], holidays);
    // One kind a day: two factors for one day would count the same surprise twice.
    if (before !== undefined)
      found.push({ row: r, kind: `day after ${before}${weekend}`, group: `day after a holiday${weekend}` });
    else if (after !== undefined)
      found.push({ row: r, kind: `day before ${after}${weekend}`, group: `day before a holiday${weekend}` });
    const edge = before === undefined && after === undefined ? monthEdge(rowDay, r) : undefined;
    if (edge !== undefined) found.push({ row: r, kind: edge, group: edge });
  }
  return found;
}

/**
 * Weeks with holidays, each of a kind of its own: what falls on working days, by name.
 *
 * Use where a row is a week (or several); a holiday on a weekend leaves a week's total alone.
 */
export function specialWeeks(
  rowDay: Int32Array,
  daysARow: number,
  holidays: ReadonlyMap<number, string>,
): Occurrence[] {
  const found: Occurrence[] = [];
  rowDay.forEach((first, row) => {
    const names = new Set<string>();
    for (let day = first; day < first + daysARow; day++) {
      const name = holidays.get(day);
      if (name !== undefined && weekdayOfDay(day) < 5) names.add(name);
    }
    if (names.size > 0) found.push({ row, kind: `week of ${[...names].join(' and ')}`, group: 'week with a holiday' });
  });
  return found;
}

/** A holiday on either of two neighbouring rows' days, or on a day between them. */
function nearHoliday(
  from: number | undefined,
  to: number | undefined,
  holidays: ReadonlyMap<number, string>,
): string | undefined {
  if (from === undefined || to === undefined || to - from > 5) return undefined;
  for (let day = from; day <= to; day++) {
    const name = holidays.get(day);
    if (name !== undefined) return name;
  }
  return undefined;
}

const FROM_START = ['first', 'second', 'third'] as const;

/** The first three open days of a month and its last, counted by rows; undefined for any other day. */
function monthEdge(rowDay: Int32Array, r: number): string | undefined {
  const month = dayToCivil(rowDay[r]!).month;
  for (let k = 0; k < FROM_START.length; k++) {
    const earlier = rowDay[r - k - 1];
    if (earlier === undefined) break;
    if (dayToCivil(earlier).month !== month) return `${FROM_START[k]} open day of the month`;
  }
  const later = rowDay[r + 1];
  return later !== undefined && dayToCivil(later).month !== month ? 'last open day of the month' : undefined;
}

/** Share of the usual total below which a holiday counts as closed. */
const CLOSED = 0.02;

/** Logs of observed over usual, with the row each stands at. */
interface Seen {
  readonly group: string;
  readonly logs: { readonly row: number; readonly log: number }[];
  closed: number;
}

/**
 * What holidays, the days round them and month edges did to day totals, learned from the past and laid over the future.
 *
 * Use before any model on days or intervals; weeks and running steps have none. Models then see usual days only. A past
 * day is freed of what the other days of its kind show, never of its own surprise, which stays for the models to follow.
 * Formula: log of a day's total over the mean of the same weekday one and two weeks before and after; averaged by kind,
 * drawn to the mean of its group (all holidays, all days after one) and to none by its own sampling error.
 * Source: holiday indicators: Hyndman and Athanasopoulos 2021, sec. 7.4; shrinkage: James and Stein 1961.
 * Units: factors of a day's total. Valid: rows that are days. Cost: O(rows).
 */
export function calendarFactors(
  totals: Float64Array,
  missing: Uint8Array,
  cycle: number,
  days: readonly Occurrence[],
  rows: number,
): CalendarFactors {
  const byRow = new Float64Array(rows).fill(1);
  const special = new Uint8Array(rows);
  for (const { row } of days) special[row] = 1;
  const known = totals.length;
  const kinds = new Map<string, Seen>();
  const groups = new Map<string, Seen>();
  for (const { row, kind, group } of days) {
    if (row >= known) continue;
    const own = entryOf(kinds, kind, group);
    const over = entryOf(groups, group, group);
    const usual = usualTotal(totals, missing, special, cycle, row);
    if (usual <= 0) continue;
    if (missing[row] === 1 || totals[row]! < CLOSED * usual) {
      own.closed += 1;
      over.closed += 1;
      continue;
    }
    const log = repeatableLog(totals[row]! / usual);
    own.logs.push({ row, log });
    over.logs.push({ row, log });
  }
  const noise = noiseOf(totals, missing, special, cycle);
  const effectOf = (kind: string, group: string, without: number): number => {
    const over = groups.get(group);
    const wide = over ? shrunk(over.logs, without, 0, noise, 0) : NONE;
    const own = kinds.get(kind);
    return own ? shrunk(own.logs, without, wide.effect, noise, wide.between).effect : wide.effect;
  };
  const effects = new Map<string, CalendarEffect>();
  for (const { row, kind, group } of days) {
    const own = kinds.get(kind);
    const shut = own !== undefined && group.startsWith('holiday') && own.closed > own.logs.length;
    const factor = shut ? 0 : repeatableExp(effectOf(kind, group, row));
    byRow[row] = Math.min(5, factor);
    if (own && !effects.has(kind)) {
      const all = shut ? 0 : repeatableExp(effectOf(kind, group, -1));
      effects.set(kind, { kind, factor: all, seen: own.logs.length + own.closed });
    }
  }
  return { byRow, effects: [...effects.values()].filter((e) => e.seen > 0 && Math.abs(e.factor - 1) > 0.005) };
}

function entryOf(map: Map<string, Seen>, key: string, group: string): Seen {
  const found = map.get(key) ?? { group, logs: [], closed: 0 };
  map.set(key, found);
  return found;
}

/** Mean of the same weekday one and two weeks before and after, special and missing days left out. */
function usualTotal(
  totals: Float64Array,
  missing: Uint8Array,
  special: Uint8Array,
  cycle: number,
  row: number,
): number {
  let sum = 0;
  let count = 0;
  for (const k of [-2, -1, 1, 2]) {
    const at = row + k * cycle;
    if (at < 0 || at >= totals.length || special[at] === 1 || missing[at] === 1) continue;
    sum += totals[at]!;
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}

const NONE = { effect: 0, between: 0 };

/** Multiple of the sampling variance that an effect must exceed before any of it is believed: many kinds are tried. */
const CAUTION = 3;

/** Mean drawn to a prior by its sampling error; `between` is the variance that the occurrences show beyond noise. */
function shrunk(
  seen: Seen['logs'],
  without: number,
  prior: number,
  noise: number,
  between: number,
): { effect: number; between: number } {
  let n = 0;
  let sum = 0;
  for (const { row, log } of seen) {
    if (row === without) continue;
    n += 1;
    sum += log;
  }
  if (n === 0) return { effect: prior, between };
  const mean = sum / n;
  let squares = 0;
  for (const { row, log } of seen) if (row !== without) squares += (log - mean) ** 2;
  const own = squares / Math.max(1, n - 1);
  const variance = Math.max(noise, n > 2 ? own : noise);
  // Variance of the true effect round its prior: what the mean's square (or the group's spread) holds beyond noise.
  const signal = Math.max(Math.min(between, (mean - prior) ** 2), (mean - prior) ** 2 - (CAUTION * variance) / n, 0);
  const weight = signal / (signal + variance / n);
  return { effect: prior + weight * (mean - prior), between: Math.max(0, own - noise) };
}

/** Variance of usual days round the mean of their neighbouring weeks, on the log scale. */
function noiseOf(totals: Float64Array, missing: Uint8Array, special: Uint8Array, cycle: number): number {
  const squares = new Float64Array(totals.length);
  let count = 0;
  for (let r = cycle; r < totals.length - cycle; r++) {
    const usual = (totals[r - cycle]! + totals[r + cycle]!) / 2;
    if (missing[r] === 1 || special[r] === 1 || usual <= 0 || totals[r]! <= 0) continue;
    squares[count] = repeatableLog(totals[r]! / usual) ** 2;
    count += 1;
  }
  if (count === 0) return 0.01;
  const kept = squares
    .subarray(0, count)
    .sort()
    .subarray(0, Math.max(1, Math.floor(count * 0.99)));
  return Math.max(1e-4, kept.reduce((a, b) => a + b, 0) / kept.length);
}
