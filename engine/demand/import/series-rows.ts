/** Rows of one series as read, in columns that grow. */
export interface SeriesRows {
  readonly at: Float64Array;
  readonly value: Float64Array;
  readonly line: Int32Array;
  /** Contacts handled, NaN where not told; null where the file has no such column. */
  readonly handled: Float64Array | null;
  /** Seconds of handle time of the interval, NaN where not told; null where the file has no such column. */
  readonly work: Float64Array | null;
}

export interface SortedRows extends SeriesRows {
  readonly unsorted: boolean;
}

/** Gathers rows of one series: 20 bytes a row, 36 with handle times. */
export class GrowingRows {
  private size = 0;
  private at: Float64Array<ArrayBuffer>;
  private value: Float64Array<ArrayBuffer>;
  private line: Int32Array<ArrayBuffer>;
  private handled: Float64Array<ArrayBuffer> | null;
  private work: Float64Array<ArrayBuffer> | null;

  constructor(hasHandled: boolean, hasWork: boolean) {
    const start = 64;
    this.at = new Float64Array(start);
    this.value = new Float64Array(start);
    this.line = new Int32Array(start);
    this.handled = hasHandled ? new Float64Array(start) : null;
    this.work = hasWork ? new Float64Array(start) : null;
  }

  push(at: number, value: number, line: number, handled: number, work: number): void {
    if (this.size === this.at.length) this.grow();
    const i = this.size++;
    this.at[i] = at;
    this.value[i] = value;
    this.line[i] = line;
    if (this.handled) this.handled[i] = handled;
    if (this.work) this.work[i] = work;
  }

  rows(): SeriesRows {
    return {
      at: this.at.subarray(0, this.size),
      value: this.value.subarray(0, this.size),
      line: this.line.subarray(0, this.size),
      handled: this.handled?.subarray(0, this.size) ?? null,
      work: this.work?.subarray(0, this.size) ?? null,
    };
  }

  private grow(): void {
    const size = Math.ceil(this.at.length * 1.6);
    const more = (from: Float64Array<ArrayBuffer>) => {
      const to = new Float64Array(size);
      to.set(from);
      return to;
    };
    this.at = more(this.at);
    this.value = more(this.value);
    const lines = new Int32Array(size);
    lines.set(this.line);
    this.line = lines;
    this.handled = this.handled && more(this.handled);
    this.work = this.work && more(this.work);
  }
}

/** Rows in order of time. */
export function sortRows(rows: SeriesRows): SortedRows {
  const n = rows.at.length;
  let unsorted = false;
  for (let i = 1; i < n; i++) if (rows.at[i]! < rows.at[i - 1]!) unsorted = true;
  // A doubled hour of daylight saving runs back once; that is not worth a note, but sorting it does no harm.
  if (!unsorted) return { ...rows, unsorted };
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((x, y) => rows.at[x]! - rows.at[y]! || x - y);
  const pick = (list: Float64Array) => Float64Array.from(order, (i) => list[i]!);
  return {
    at: pick(rows.at),
    value: pick(rows.value),
    line: Int32Array.from(order, (i) => rows.line[i]!),
    handled: rows.handled && pick(rows.handled),
    work: rows.work && pick(rows.work),
    unsorted,
  };
}
