import { InputFault, issue } from '../../units';
import { clockMinutes, looksNumeric, saysMissing, timeParts } from './cells';
import type { CsvTable } from './read-csv-table';

/** Which columns mean what; every part may be set by the planner. */
export interface ColumnChoice {
  readonly timestamp?: string | undefined;
  /** A separate time-of-day column beside a date column. */
  readonly timeOfDay?: string | undefined;
  /** One column of counts, or several: each then is a series of its own. */
  readonly value?: string | readonly string[] | undefined;
  readonly series?: string | undefined;
  readonly handleTime?: string | undefined;
}

export interface ColumnRoles {
  readonly timestamp: number;
  readonly timeOfDay: number | null;
  readonly values: readonly number[];
  readonly series: number | null;
  readonly handleTime: number | null;
  readonly kind: 'wall' | 'steps';
  readonly notes: readonly string[];
}

const TIME_NAME = /time|date|stamp|interval|day|week|period|start|hour|data|datum|fecha|zeit/i;
const END_NAME = /\bend|end$|_end|until|finish|to$/i;
const STEP_NAME = /^(t|step|index|idx|n|day_?index|timestamp|time|period|week|hour|day)$/i;
const VALUE_NAMES = [
  /^values?$/i,
  /^calls?(_?offered)?$/i,
  /^contacts?(_?offered)?$/i,
  /offered/i,
  /^volume$|call.?volume/i,
  /^count$|^cnt$/i,
  /calls|contacts|volume|incidents|tickets|cases|arrivals/i,
  /^total$/i,
  /^y$/i,
];
const SERIES_NAME =
  /series|queue|skill|team|group|stream|site|region|channel|language|name|category|board|unique_id|^id$|_id$/i;
const HANDLE_NAME = /\baht\b|handle.?time|handling.?time|avg.?handle|duration/i;

/** Cells looked at to guess a column's kind. */
const SAMPLE = 500;

interface ColumnKind {
  readonly stamps: number;
  readonly clocks: number;
  readonly numbers: number;
  readonly integers: boolean;
  readonly rising: boolean;
  readonly filled: number;
}

/** Guesses the meaning of each column from its name and cells; `choice` overrules. */
export function columnRoles(table: CsvTable, choice: ColumnChoice): ColumnRoles {
  const { columns } = table;
  const kinds = columns.map((_, i) => kindOf(table, i));
  const notes: string[] = [];
  const find = (name: string, what: string): number => {
    const at = columns.indexOf(name);
    if (at < 0)
      throw new InputFault([
        issue('import.column', `corrections, ${what}`, name, `one of the columns ${columns.join(', ')}`),
      ]);
    return at;
  };
  const stamped = columns.map((_, i) => i).filter((i) => kinds[i]!.stamps >= 0.5);
  let timestamp =
    choice.timestamp !== undefined ? find(choice.timestamp, 'timestamp') : pickStamp(table, stamped, notes);
  let kind: 'wall' | 'steps' = 'wall';
  if (timestamp < 0) {
    timestamp = pickSteps(table, kinds);
    if (timestamp < 0) {
      const named = columns.findIndex((name) => TIME_NAME.test(name));
      const at = Math.max(0, named);
      throw new InputFault([
        issue(
          'import.no-time',
          `line ${table.lineNumbers[0]}, column ${columns[at]}`,
          table.rows[0]![at],
          'a column of dates or times such as 2026-01-05 07:30, 05/01/2026, 5.1.2026 07:30, or a running whole number',
        ),
      ]);
    }
  }
  if (kinds[timestamp]!.stamps < 0.5) kind = kinds[timestamp]!.numbers > 0.5 ? 'steps' : 'wall';
  const dateOnly = kind === 'wall' && !sample(table, timestamp).some((cell) => timeParts(cell)?.hasTime);
  const clock = columns.findIndex((_, i) => i !== timestamp && kinds[i]!.clocks >= 0.8 && !END_NAME.test(columns[i]!));
  const timeOfDay =
    choice.timeOfDay !== undefined ? find(choice.timeOfDay, 'timeOfDay') : dateOnly && clock >= 0 ? clock : null;
  const taken = new Set([timestamp, timeOfDay ?? -1]);
  const series = choice.series !== undefined ? find(choice.series, 'series') : pickSeries(table, kinds, taken, notes);
  if (series !== null) taken.add(series);
  const handleTime =
    choice.handleTime !== undefined ? find(choice.handleTime, 'handleTime') : pickHandle(table, kinds, taken);
  if (handleTime !== null) taken.add(handleTime);
  const values =
    choice.value !== undefined
      ? [choice.value].flat().map((name) => find(name, 'value'))
      : pickValues(table, kinds, taken, notes);
  return { timestamp, timeOfDay, values, series, handleTime, kind, notes };
}

function sample(table: CsvTable, column: number): string[] {
  const stride = Math.max(1, Math.floor(table.rows.length / SAMPLE));
  const cells: string[] = [];
  for (let r = 0; r < table.rows.length; r += stride) cells.push(table.rows[r]![column]!);
  return cells;
}

function kindOf(table: CsvTable, column: number): ColumnKind {
  const cells = sample(table, column).filter((cell) => !saysMissing(cell));
  const n = Math.max(1, cells.length);
  const stamps = cells.filter((cell) => timeParts(cell) !== null).length / n;
  const clocks = cells.filter((cell) => !Number.isNaN(clockMinutes(cell))).length / n;
  const numbers = cells.filter((cell) => looksNumeric(cell) && timeParts(cell) === null).length / n;
  const whole = cells.filter((cell) => /^\s*-?\d+\s*$/.test(cell)).map(Number);
  const integers = whole.length >= 0.9 * n && cells.length > 0;
  const rising = integers && whole.every((v, i) => i === 0 || v >= whole[i - 1]!);
  return { stamps, clocks, numbers, integers, rising, filled: cells.length };
}

function pickStamp(table: CsvTable, stamped: readonly number[], notes: string[]): number {
  if (stamped.length <= 1) return stamped[0] ?? -1;
  const starts = stamped.filter((i) => !END_NAME.test(table.columns[i]!));
  const named = starts.filter((i) => TIME_NAME.test(table.columns[i]!));
  const left = named.length > 0 ? named : starts;
  if (left.length === 1 && table.hasHeader) {
    notes.push(`Several time columns; "${table.columns[left[0]!]}" is taken as the start of the interval.`);
    return left[0]!;
  }
  throw new InputFault([
    issue(
      'import.two-times',
      `columns ${stamped.map((i) => table.columns[i]).join(' and ')}`,
      `${stamped.length} columns of times`,
      'one; name the right one as the timestamp',
    ),
  ]);
}

function pickSteps(table: CsvTable, kinds: readonly ColumnKind[]): number {
  const named = table.columns.findIndex((name, i) => STEP_NAME.test(name) && kinds[i]!.integers);
  if (named >= 0) return named;
  return kinds.findIndex(
    (kind, i) =>
      kind.integers && kind.rising && kind.filled > 1 && !VALUE_NAMES.some((name) => name.test(table.columns[i]!)),
  );
}

function pickSeries(
  table: CsvTable,
  kinds: readonly ColumnKind[],
  taken: ReadonlySet<number>,
  notes: string[],
): number | null {
  const free = table.columns.map((_, i) => i).filter((i) => !taken.has(i));
  const named = free.filter(
    (i) =>
      SERIES_NAME.test(table.columns[i]!) &&
      (kinds[i]!.numbers < 0.5 || /^(series|series_id|unique_id|queue_id)$/i.test(table.columns[i]!)),
  );
  const textual = free.filter(
    (i) => kinds[i]!.numbers < 0.5 && kinds[i]!.stamps < 0.5 && kinds[i]!.clocks < 0.5 && kinds[i]!.filled > 0,
  );
  const exact = named.find((i) => /^series$/i.test(table.columns[i]!));
  const chosen = exact ?? named[0] ?? textual.find((i) => !VALUE_NAMES.some((name) => name.test(table.columns[i]!)));
  const others = textual.filter((i) => i !== chosen && !VALUE_NAMES.some((name) => name.test(table.columns[i]!)));
  if (chosen !== undefined && others.length > 0)
    notes.push(`Text columns not used: ${others.map((i) => table.columns[i]).join(', ')}.`);
  return chosen ?? null;
}

function pickHandle(table: CsvTable, kinds: readonly ColumnKind[], taken: ReadonlySet<number>): number | null {
  const at = table.columns.findIndex((name, i) => !taken.has(i) && HANDLE_NAME.test(name) && kinds[i]!.numbers >= 0.5);
  return at < 0 ? null : at;
}

function pickValues(
  table: CsvTable,
  kinds: readonly ColumnKind[],
  taken: ReadonlySet<number>,
  notes: string[],
): number[] {
  const free = table.columns.map((_, i) => i).filter((i) => !taken.has(i));
  for (const name of VALUE_NAMES) {
    const hit = free.filter(
      (i) => name.test(table.columns[i]!) && (kinds[i]!.numbers > 0 || kinds[i]!.filled === 0 || free.length === 1),
    );
    if (hit.length === 1) {
      const rest = free.filter((i) => i !== hit[0] && kinds[i]!.numbers >= 0.5);
      if (rest.length > 0)
        notes.push(
          `"${table.columns[hit[0]!]}" is taken as the count; not used: ${rest.map((i) => table.columns[i]).join(', ')}.`,
        );
      return hit;
    }
  }
  const numeric = free.filter((i) => kinds[i]!.numbers >= 0.5);
  if (numeric.length > 1)
    notes.push(
      `No column is evidently the count: each of ${numeric.map((i) => table.columns[i]).join(', ')} is read as a series of its own.`,
    );
  if (numeric.length > 0) return numeric;
  const only = free[0];
  if (free.length === 1 && only !== undefined) return [only];
  throw new InputFault([
    issue(
      'import.no-value',
      `columns ${table.columns.join(', ')}`,
      'no column of numbers',
      'a column of counts, such as calls or value',
    ),
  ]);
}
