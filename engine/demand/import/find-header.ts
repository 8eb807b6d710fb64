import { clockMinutes, looksLikeData, timeParts } from './cells';
import { mostCommon } from './row-stream';

/** A row with its line in the file; -1 where that is not known. */
export interface LinedRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Where a table begins in a file. */
export interface FoundHeader {
  /** Place of the row of names among the rows, or -1 where there is none. */
  readonly header: number;
  /** Place of the first row of data. */
  readonly first: number;
  /** Cells of a row. */
  readonly width: number;
}

/** Rows looked at to find where the table begins. */
const MOST_TITLES = 30;
const SAMPLE = 400;

/**
 * Finds the row of column names, with titles above it or none, and the usual width of the rows.
 *
 * Names are the first full row without numbers and times that a row with some follows. Source: own rule. Cost: constant.
 */
export function findHeader(rows: readonly LinedRow[], hasHeader: boolean | undefined): FoundHeader {
  const first = rows[0]!.cells;
  const usual = mostCommon(rows.slice(0, SAMPLE).map(({ cells }) => cells.length));
  if (hasHeader !== false) {
    for (let at = 0; at < Math.min(MOST_TITLES, rows.length - 1); at++) {
      const { cells } = rows[at]!;
      if (at === 0 && cells.length === usual && looksLikeData(cells) && !isPivotHead(cells)) break;
      if (cells.length === usual && isNames(cells) && followed(rows, at)) {
        return { header: at, first: at + 1, width: usual };
      }
    }
  }
  const named = hasHeader ?? !looksLikeData(first);
  return { header: named ? 0 : -1, first: named ? 1 : 0, width: first.length };
}

/** Whether cells are names of columns: nearly all filled, and either words or the times of a wide table. */
function isNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  if (filled < Math.max(2, Math.ceil(0.6 * cells.length))) return false;
  return !looksLikeData(cells) || isPivotHead(cells);
}

/** Whether a row of data follows, be it after a row of totals. */
function followed(rows: readonly LinedRow[], at: number): boolean {
  const width = rows[at]!.cells.length;
  const next = rows.slice(at + 1, at + 4).filter(({ cells }) => cells.length === width);
  if (next.length === 0) return false;
  // Names over names: the lower row is nearer to the data. Words alone below: it is a table of words, named by its first row.
  return at === 0 || looksLikeData(next[0]!.cells) || (next[1] !== undefined && looksLikeData(next[1].cells));
}

/** Fewest columns of times by which a table is a wide one. */
const FEWEST_CLOCKS = 6;
const FEWEST_DATES = 4;

/** Columns named by times of day, or by dates: the table is wide, and they hold its counts. */
export function pivotColumns(names: readonly string[]): { kind: 'clock' | 'date'; columns: number[] } | null {
  const all = names.map((_, i) => i);
  const clocks = all.filter((i) => !Number.isNaN(clockMinutes(names[i]!)));
  if (clocks.length >= FEWEST_CLOCKS) return { kind: 'clock', columns: clocks };
  const dates = all.filter((i) => timeParts(names[i]!) !== null);
  return dates.length >= FEWEST_DATES && dates.length < names.length ? { kind: 'date', columns: dates } : null;
}

function isPivotHead(cells: readonly string[]): boolean {
  const pivot = pivotColumns(cells);
  if (!pivot) return false;
  const others = cells.filter((_, i) => !pivot.columns.includes(i));
  return others.length > 0 && !looksLikeData(others);
}
