import type { DateOrder, DecimalMark } from './cells';
import type { ColumnChoice } from './column-choice';
import type { CsvCorrections } from './read-csv-table';

/** What to do with a second row for a time. */
export type DuplicateRule = 'refuse' | 'sum' | 'mean' | 'first';

/** What a planner may overrule of what was inferred. */
export interface ImportCorrections extends CsvCorrections, ColumnChoice {
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalMark?: DecimalMark | undefined;
  readonly thousandsMark?: boolean | undefined;
  readonly grainMinutes?: number | undefined;
  /** Seasons of running numbers, in steps. */
  readonly periods?: readonly number[] | undefined;
  /** What a row that is not there means inside the opening hours. */
  readonly absent?: 'missing' | 'zero' | undefined;
  /** What a second row for the same time means. */
  readonly duplicates?: DuplicateRule | undefined;
  /** What becomes of the hour that clocks show twice when daylight saving ends. */
  readonly repeatedHour?: 'mean' | 'sum' | undefined;
  /** Whether rows and series of totals are passed over. */
  readonly totals?: 'skip' | 'keep' | undefined;
  /** Whether a series that is called a total is kept beside the others all the same, as where each is forecast alone. */
  readonly totalSeries?: 'keep' | undefined;
  /** Runs of zeros, by id, that are no counts but missing data. */
  readonly asMissing?: readonly string[] | undefined;
  /** The zone in which times without an offset of their own are written. */
  readonly writtenIn?: string | undefined;
  /** The zone whose local time the history is kept in. */
  readonly zone?: string | undefined;
}
