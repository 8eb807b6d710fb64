import type { ColumnChoice } from './column-choice';
import type { ColumnKind } from './column-kinds';
import { type DurationUnit, durationSeconds, guessDurationUnit } from './durations';
import type { Layout } from './layouts';
import type { CsvTable } from './read-csv-table';

/** Where handle time stands. */
export interface HandleTimeRole {
  /** One column, or parts to be added up. */
  readonly columns: readonly number[];
  /** A mean a contact, or the interval's total. */
  readonly per: 'contact' | 'total';
  /** Of plain numbers. */
  readonly unit: DurationUnit;
  /** Whether there are plain numbers, whose unit had to be guessed. */
  readonly isPlain: boolean;
}

const AVERAGE_NAME =
  /\baht\b|avg|average|mean|per.?contact|per.?call|ø|durchschnitt|mittlere|\bje\b|moyen|medio|m[ée]dio|\b(?:dmt|tmo|tma)\b/i;
const HANDLE_NAME =
  /\baht\b|handle.?time|handling.?time|avg.?handle|average.?handle|\bduration|bearbeitungs(?:zeit|dauer)|dur[ée]e.*trait|tiempo.*(?:operaci|atenci|gesti|manejo)|tempo.*atend|\b(?:dmt|tmo|tma)\b/i;

/** Whether a column is called a handle time, whose cells look like times of day. */
export const isHandleTimeName = (name: string): boolean => HANDLE_NAME.test(name);

export interface HandleClues {
  readonly table: CsvTable;
  readonly kinds: readonly ColumnKind[];
  readonly taken: ReadonlySet<number>;
  readonly layout: Layout | null;
  readonly plain: readonly string[];
  readonly choice: ColumnChoice;
  readonly find: (name: string, what: string) => number;
  readonly handled: number | null;
}

/** Finds the columns of handle time, and whether they hold means or totals, in which unit. */
export function pickHandleTime(clues: HandleClues): HandleTimeRole | null {
  const { choice, table } = clues;
  const found = columnsOf(clues);
  if (!found) return null;
  const { columns } = found;
  const names = columns.map((i) => table.columns[i]!);
  const per = choice.handleTimeIs
    ? choice.handleTimeIs === 'average'
      ? 'contact'
      : 'total'
    : (found.per ?? guessPer(clues, columns, names));
  const unit = choice.handleTimeUnit ?? guessDurationUnit(names, meansByContact(clues, columns, per));
  const isPlain = table.rows.some((row) => columns.some((i) => /^\s*\d+(?:[.,]\d+)?\s*$/.test(row[i]!)));
  return { columns, per, unit, isPlain };
}

function columnsOf(clues: HandleClues): { columns: number[]; per: 'contact' | 'total' | null } | null {
  const { choice, layout, plain, table, kinds, taken, find } = clues;
  if (choice.handleTime === null) return null;
  if (choice.handleTime !== undefined) {
    return { columns: [choice.handleTime].flat().map((name) => find(name, 'handleTime')), per: null };
  }
  const usable = (i: number) => i >= 0 && !taken.has(i) && kinds[i]!.durations >= 0.5;
  for (const way of layout?.roles.handleTime ?? []) {
    const columns = way.columns.map((name) => plain.indexOf(name)).filter(usable);
    // Of parts, the talk itself must be there; hold and after-call work may be left out of an export.
    if (columns.length > 0 && usable(plain.indexOf(way.columns[0]!))) return { columns, per: way.per };
  }
  const hits = table.columns.flatMap((name, i) => (HANDLE_NAME.test(name) && usable(i) ? [i] : []));
  const at = hits.find((i) => AVERAGE_NAME.test(table.columns[i]!)) ?? hits[0];
  return at === undefined ? null : { columns: [at], per: null };
}

/** A column that grows with the number of contacts holds totals. */
function guessPer(clues: HandleClues, columns: readonly number[], names: readonly string[]): 'contact' | 'total' {
  if (names.every((name) => AVERAGE_NAME.test(name))) return 'contact';
  if (names.some((name) => /\btotal|\bsum\b/i.test(name))) return 'total';
  const counts = clues.handled;
  if (counts === null) return 'contact';
  const pairs = clues.table.rows.slice(0, 2000).flatMap((row) => {
    const count = Number(row[counts]);
    const seconds = sumSeconds(row, columns, 'seconds');
    return count > 0 && seconds >= 0 ? [[count, seconds] as const] : [];
  });
  return correlation(pairs) > 0.6 ? 'total' : 'contact';
}

function meansByContact(clues: HandleClues, columns: readonly number[], per: 'contact' | 'total'): number[] {
  return clues.table.rows.slice(0, 2000).flatMap((row) => {
    const seconds = sumSeconds(row, columns, 'seconds');
    const count = per === 'contact' ? 1 : clues.handled === null ? Number.NaN : Number(row[clues.handled]);
    return seconds > 0 && count > 0 ? [seconds / count] : [];
  });
}

function sumSeconds(row: readonly string[], columns: readonly number[], unit: DurationUnit): number {
  let sum = 0;
  for (const i of columns) {
    const decimal = row[i]!.includes(',') && !row[i]!.includes('.') ? ',' : '.';
    const part = durationSeconds(row[i]!, unit, decimal, false);
    if (!Number.isNaN(part)) sum += part;
  }
  return sum;
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length;
  if (n < 3) return 0;
  const [mx, my] = [0, 1].map((k) => pairs.reduce((sum, pair) => sum + pair[k as 0 | 1], 0) / n) as [number, number];
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [x, y] of pairs) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
