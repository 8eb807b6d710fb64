/** What a heatmap shows, without pixels: figures by day and interval. */
export interface HeatData {
  /** Rows: ISO dates. */
  readonly days: readonly string[];
  /** Columns: times of the day, such as `07:30`. */
  readonly times: readonly string[];
  /** The columns are no times of a day, such as weeks: as many labels as fit, the first always. */
  readonly plainColumns?: boolean | undefined;
  /** Names of the rows where they aren't days, such as streams; they always stand below one another. */
  readonly rowLabels?: readonly string[] | undefined;
  /** By day and then time; null or NaN where closed. */
  readonly values: readonly ArrayLike<number | null>[];
  /** For a cell: short, signed where signs matter. */
  readonly formatCell: (value: number) => string;
  /** For the readout. */
  readonly describe: (day: number, time: number) => string;
  /** `signed`: red below zero, blue above. `amount`: light to dark. */
  readonly scale: 'signed' | 'amount';
}

export interface HeatState {
  readonly data: HeatData;
  /** Columns that are open on at least one day, so that the night takes no room. */
  readonly from: number;
  readonly to: number;
  /** Figure that gets the strongest color. */
  readonly most: number;
}

/** Works out which part of the day is open, and how strong the colors are. */
export function heatState(data: HeatData): HeatState {
  let from = data.times.length;
  let to = 0;
  const sizes: number[] = [];
  for (const row of data.values) {
    for (let time = 0; time < data.times.length; time++) {
      const value = row[time];
      if (!isOpen(value)) continue;
      if (time < from) from = time;
      if (time + 1 > to) to = time + 1;
      if (value !== 0) sizes.push(Math.abs(value));
    }
  }
  sizes.sort((a, b) => a - b);
  // The strongest color begins at the 95th percentile: one wild interval must not bleach all others.
  const most = sizes[Math.floor(sizes.length * 0.95)] ?? 1;
  return from < to ? { data, from, to, most } : { data, from: 0, to: data.times.length, most };
}

export function isOpen(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && !Number.isNaN(value);
}
