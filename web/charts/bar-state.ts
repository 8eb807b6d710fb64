/** One bar: a member and its figure. */
export interface BarRow {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** Where the bar starts, for steps that follow each other (a waterfall); zero without it. */
  readonly from?: number | undefined;
  /** Second line, dimmed. */
  readonly detail?: string | undefined;
  /** A limit of its own, drawn as a tick across the bar. */
  readonly limit?: { readonly value: number; readonly kind: 'at most' | 'at least' } | undefined;
  /** How the bar is painted where color has a meaning; words say it too. */
  readonly tone?: 'normal' | 'bad' | 'good' | 'muted' | undefined;
}

/** What a bar chart shows, without pixels. */
export interface BarChartData {
  readonly rows: readonly BarRow[];
  /** Name and unit of the figures, such as `Share of productive hours`. */
  readonly label: string;
  readonly format: (value: number) => string;
  /** Ends of the scale; without them it spans the data and zero. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** A limit for every bar, such as the largest share that a policy allows. */
  readonly limit?: { readonly value: number; readonly label: string } | undefined;
}

export interface BarState {
  readonly data: BarChartData;
  readonly domain: readonly [number, number];
  readonly signed: boolean;
  readonly breached: ReadonlySet<string>;
}

/** Works out ends and breaches of a bar chart. */
export function barState(data: BarChartData): BarState {
  const values = data.rows.flatMap((row) => [row.from ?? 0, (row.from ?? 0) + row.value, row.limit?.value ?? 0]);
  const limit = data.limit?.value ?? 0;
  const low = data.min ?? Math.min(0, ...values);
  const high = data.max ?? Math.max(0, limit, ...values);
  const breached = new Set(data.rows.filter((row) => breaches(row, data)).map((row) => row.id));
  return { data, domain: [low, high > low ? high : low + 1], signed: low < 0, breached };
}

function breaches(row: BarRow, data: BarChartData): boolean {
  if (row.limit) return row.limit.kind === 'at most' ? row.value > row.limit.value : row.value < row.limit.value;
  return data.limit !== undefined && row.value > data.limit.value;
}
