import { clockMinutes, hourMinutes, looksNumeric, saysMissing, timeParts } from './cells';
import { writtenSeconds } from './durations';
import type { CsvTable } from './read-csv-table';

/** What the cells of a column look like, by shares of those that are filled. */
export interface ColumnKind {
  readonly stamps: number;
  readonly clocks: number;
  readonly hours: number;
  readonly numbers: number;
  /** Numbers, or durations such as `3:12`. */
  readonly durations: number;
  readonly integers: boolean;
  readonly rising: boolean;
  readonly filled: number;
  /** Different cells among those looked at, at most a few hundred. */
  readonly distinct: number;
}

/** Cells looked at to guess a column's kind. */
const SAMPLE = 500;

/** Evenly spread cells of a column. */
export function sampleCells(table: CsvTable, column: number): string[] {
  const stride = Math.max(1, Math.floor(table.rows.length / SAMPLE));
  const cells: string[] = [];
  for (let r = 0; r < table.rows.length; r += stride) cells.push(table.rows[r]![column]!);
  return cells;
}

export function kindOf(table: CsvTable, column: number): ColumnKind {
  const cells = sampleCells(table, column).filter((cell) => !saysMissing(cell));
  const n = Math.max(1, cells.length);
  const share = (is: (cell: string) => boolean) => cells.filter(is).length / n;
  const numeric = (cell: string) => looksNumeric(cell) && timeParts(cell) === null;
  const whole = cells.filter((cell) => /^\s*-?\d+\s*$/.test(cell)).map(Number);
  const integers = whole.length >= 0.9 * n && cells.length > 0;
  return {
    stamps: share((cell) => timeParts(cell) !== null),
    clocks: share((cell) => !Number.isNaN(clockMinutes(cell))),
    hours: share((cell) => !Number.isNaN(hourMinutes(cell))),
    numbers: share(numeric),
    durations: share((cell) => numeric(cell) || !Number.isNaN(writtenSeconds(cell))),
    integers,
    rising: integers && whole.every((v, i) => i === 0 || v >= whole[i - 1]!),
    filled: cells.length,
    distinct: new Set(cells).size,
  };
}
