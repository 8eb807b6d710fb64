import { saysMissing } from './cells';
import { DATE_TITLE, SERIES_TITLE, titleValue } from './survey';

/** Why a row is no row of data. */
export type SkipReason = 'totals' | 'header' | 'footer' | 'incomplete';

const TOTALS =
  /^\s*(?:grand\s+|sub-?)?totals?\b|^\s*(?:summary|average|sum|gesamt|summe|mittelwert|insgesamt|all intervals)\b/i;
const FOOTER =
  /^\s*(?:generated|exported|created on|report|page|filters?|applied filters|source|note|copyright|©|printed|run (?:by|on|at))\b/i;

/** Rows that were passed over for one reason, by their lines. */
export interface SkippedRows {
  readonly reason: SkipReason;
  count: number;
  /** The first few. */
  readonly lines: number[];
  readonly sample: string;
}

const LISTED = 20;

/** Keeps the rows that were passed over, each reason with its first lines. */
export class Skips {
  private readonly found = new Map<SkipReason, SkippedRows>();

  add(reason: SkipReason, line: number, cells: readonly string[]): void {
    let entry = this.found.get(reason);
    if (!entry) {
      const sample = cells.find((cell) => !saysMissing(cell)) ?? '';
      entry = { reason, count: 0, lines: [], sample: sample.slice(0, 60) };
      this.found.set(reason, entry);
    }
    entry.count += 1;
    if (entry.lines.length < LISTED) entry.lines.push(line);
  }

  all(): readonly SkippedRows[] {
    return [...this.found.values()];
  }
}

/** Why a row whose time can't be read, or whose width is another, may be passed over; null where it is simply wrong. */
export function skipReason(cells: readonly string[], columns: readonly string[]): SkipReason | null {
  if (cells.length === columns.length && cells.every((cell, i) => cell.trim() === columns[i])) return 'header';
  const filled = cells.filter((cell) => !saysMissing(cell));
  const words = filled.filter((cell) => /\p{L}{3}/u.test(cell));
  if (words.slice(0, 2).some((cell) => TOTALS.test(cell))) return 'totals';
  return cells.length !== columns.length && filled.length <= 2 && filled[0] !== undefined && FOOTER.test(filled[0])
    ? 'footer'
    : null;
}

/** A new date or queue that a title between two parts of a report names. */
export function sectionOf(
  cells: readonly string[],
): { readonly date: string | null; readonly series: string | null } | null {
  const date = titleValue(cells, DATE_TITLE);
  const series = titleValue(cells, SERIES_TITLE);
  return date === null && series === null ? null : { date, series };
}
