/** Rows of one series as read. */
export interface SeriesRows {
  readonly at: number[];
  readonly value: number[];
  readonly line: number[];
  readonly handle: number[];
}

export interface SortedRows extends SeriesRows {
  readonly unsorted: boolean;
}

/** Rows in order of time. */
export function sortRows(rows: SeriesRows): SortedRows {
  const n = rows.at.length;
  let unsorted = false;
  for (let i = 1; i < n; i++) if (rows.at[i]! < rows.at[i - 1]!) unsorted = true;
  // A doubled hour of daylight saving runs back once; that is not worth a note, but sorting it does no harm.
  if (!unsorted) return { ...rows, unsorted };
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => rows.at[x]! - rows.at[y]! || x - y);
  const pick = (list: readonly number[]): number[] => (list.length === 0 ? [] : order.map((i) => list[i]!));
  return { at: pick(rows.at), value: pick(rows.value), line: pick(rows.line), handle: pick(rows.handle), unsorted };
}
