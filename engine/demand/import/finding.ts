import type { ImportCorrections } from './import-corrections';

/** Something odd in a file that was dealt with in one of several ways. */
export interface ImportFinding {
  readonly kind:
    | 'date-order'
    | 'handle-time'
    | 'marks'
    | 'unread'
    | 'rows'
    | 'titles'
    | 'totals'
    | 'header'
    | 'footer'
    | 'incomplete'
    | 'total-series'
    | 'repeated-hour'
    | 'skipped-hour'
    | 'duplicate'
    | 'closed-day'
    | 'gap'
    | 'zero-run';
  /** Tells it apart, and from other files' alike. */
  readonly id: string;
  /** What was found and what was done about it, in a sentence. */
  readonly sentence: string;
  /** What the planner may choose instead, one click each. */
  readonly choices: readonly { readonly label: string; readonly correction: Partial<ImportCorrections> }[];
}
