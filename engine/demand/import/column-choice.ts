import type { DurationUnit } from './durations';

/** Which columns mean what; every part may be set by the planner. */
export interface ColumnChoice {
  readonly timestamp?: string | undefined;
  /** A separate time-of-day column beside a date column. */
  readonly timeOfDay?: string | undefined;
  /** One column of counts, or several: each then is a series of its own. */
  readonly value?: string | readonly string[] | undefined;
  /** The columns whose texts together name the series; null for one series. */
  readonly series?: string | readonly string[] | null | undefined;
  readonly handled?: string | null | undefined;
  /** One column of handle times, or parts of it to be added up; null for none. */
  readonly handleTime?: string | readonly string[] | null | undefined;
  readonly handleTimeIs?: 'average' | 'total' | undefined;
  /** What plain numbers of handle time count. */
  readonly handleTimeUnit?: DurationUnit | undefined;
  /** Whether a row is a count for an interval, or one contact. */
  readonly rowsAre?: 'counts' | 'contacts' | undefined;
}
