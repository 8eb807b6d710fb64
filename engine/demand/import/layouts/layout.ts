/** What a column of an export means. */
export interface LayoutRoles {
  readonly timestamp: readonly string[];
  /** A column of times of day beside a column of dates. */
  readonly timeOfDay?: readonly string[];
  /** Columns that tell series apart; all that are there and vary. */
  readonly series: readonly string[];
  /** Numbers that tell series apart where none of those are there. */
  readonly seriesNumber?: readonly string[];
  readonly offered: readonly string[];
  readonly handled: readonly string[];
  readonly abandoned: readonly string[];
  /** Ways to find handle time, the first that is there: one column, or parts to be added up. */
  readonly handleTime: readonly {
    readonly columns: readonly string[];
    readonly per: 'contact' | 'total';
  }[];
  /** A column that says whether the interval was over when the export was made. */
  readonly complete?: readonly string[];
}

/** An export that is recognised by the names of its columns. */
export interface Layout {
  readonly id: string;
  /** As planners call it. */
  readonly name: string;
  /** Whether plain names (see `plainName`) of columns, and titles above them, are this export's. */
  readonly matches: (names: ReadonlySet<string>, titles: string) => boolean;
  readonly roles: LayoutRoles;
  /** Every row is one contact, to be counted. */
  readonly rowsAreContacts?: boolean;
  /** Intervals without a contact have no row. */
  readonly leavesOutZeros?: boolean;
}

/** A column's name without the mark before a header line, case, underscores, doubled spaces and the unit behind it, as layouts name columns. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^#fields:\s*/, '')
    .replace(/[_\s]+/g, ' ')
    .replace(/\s*[([](?:s|secs?|seconds|ms|milliseconds|mins?|minutes|h?h:mm:ss|mm:ss|#)[)\]]\s*$/, '')
    .trim();
}
