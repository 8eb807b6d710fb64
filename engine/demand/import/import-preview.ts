import type { Clock, History } from '../history';
import type { DateOrder, DecimalMark } from './cells';
import type { GapRun } from './describe-calendar';
import type { DurationUnit } from './durations';
import type { ImportFinding } from './finding';

/** What was inferred from a file, shown before anything lands, and the series that would land. */
export interface ImportPreview {
  /** The export that was recognised, or null for a free layout. */
  readonly layout: { readonly id: string; readonly name: string } | null;
  readonly columns: {
    /** Null where the date stands in a title or in the names of columns. */
    readonly timestamp: string | null;
    readonly timeOfDay: string | null;
    readonly values: readonly string[];
    readonly series: readonly string[];
    readonly handled: string | null;
    readonly handleTime: readonly string[];
  };
  readonly rowsAre: 'counts' | 'contacts';
  /** Whether handle times are means or totals, and what plain numbers of them count; null without any. */
  readonly handleTimeIs: 'average' | 'total' | null;
  readonly handleTimeUnit: DurationUnit | null;
  readonly delimiter: string;
  readonly encoding: string;
  readonly hasHeader: boolean;
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark;
  readonly thousandsMark: boolean;
  readonly clock: Clock;
  /** In words: how times are written, and whose local time is kept. */
  readonly zone: string;
  /** The zone of the local times kept, or null where it is not known. */
  readonly zoneId: string | null;
  /** Offsets that times state, such as `Z`. */
  readonly writtenOffsets: readonly string[];
  readonly absent: 'missing' | 'zero';
  readonly rows: number;
  /** Opening hours seen, such as `Mo-Fr 07:00-21:05`. */
  readonly openingHours: string;
  readonly missingDates: readonly string[];
  readonly gaps: readonly GapRun[];
  readonly zeros: number;
  readonly missingCells: number;
  /** In sentences: guesses and oddities. */
  readonly notes: readonly string[];
  readonly findings: readonly ImportFinding[];
  readonly histories: readonly History[];
}
