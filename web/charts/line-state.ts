import type { ChartColor, LineBand, LineChartData, LineDash, LineSeries } from './chart-types';
import { hasClock, type WallMinutes, wallMinutes } from './wall-time';

/** A line chart's facts before any pixel: positions in time, ends of both axes, and a look for every line. */
export interface LineState {
  readonly data: LineChartData;
  readonly at: readonly WallMinutes[];
  readonly clock: boolean;
  readonly xDomain: readonly [WallMinutes, WallMinutes];
  readonly yDomain: readonly [number, number];
  readonly looks: ReadonlyMap<string, LineLook>;
}

export interface LineLook {
  readonly color: ChartColor;
  readonly dash: LineDash;
}

const DASHES: readonly LineDash[] = ['solid', 'dashed', 'dotted', 'dash-dot'];

/** Works out what a line chart needs to know before it is laid out. */
export function lineState(data: LineChartData): LineState {
  const at = data.x.map(wallMinutes);
  const first = at[0] ?? 0;
  const last = at.at(-1) ?? first + 1;
  const looks = new Map<string, LineLook>();
  data.series.forEach((series, index) => {
    looks.set(series.id, { color: series.color ?? colorAt(index), dash: series.dash ?? dashAt(index) });
  });
  for (const band of data.bands ?? []) looks.set(band.id, { color: band.color ?? 1, dash: 'solid' });
  return {
    data,
    at,
    clock: data.x.length > 0 && hasClock(data.x[0] ?? ''),
    xDomain: [first, last > first ? last : first + 1],
    yDomain: valueDomain(data),
    looks,
  };
}

/** Palette by position; it starts again after eight, with another dash. */
export function colorAt(index: number): ChartColor {
  return ((index % 8) + 1) as ChartColor;
}

function dashAt(index: number): LineDash {
  return DASHES[index % DASHES.length] ?? 'solid';
}

function valueDomain({ series, bands, limits, y }: LineChartData): readonly [number, number] {
  let low = y.min ?? 0;
  let high = y.max ?? Number.NEGATIVE_INFINITY;
  if (y.min === undefined || y.max === undefined) {
    const [least, most] = extent(series, bands ?? []);
    if (y.min === undefined) low = Math.min(0, least);
    if (y.max === undefined) high = Math.max(most, ...(limits ?? []).map((limit) => limit.value), low);
  }
  if (!Number.isFinite(low)) low = 0;
  if (!Number.isFinite(high) || high <= low) high = low + 1;
  return [low, high];
}

function extent(series: readonly LineSeries[], bands: readonly LineBand[]): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  const rows = [...series.map((one) => one.values), ...bands.flatMap((band) => [band.lower, band.upper])];
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      const value = row[index];
      if (value === null || value === undefined || Number.isNaN(value)) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return [least, most];
}

/** Index of the position in time that lies nearest; -1 where there is none. */
export function nearestIndex(at: readonly WallMinutes[], target: WallMinutes): number {
  if (at.length === 0) return -1;
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  const before = low > 0 ? low - 1 : low;
  return Math.abs((at[before] ?? 0) - target) <= Math.abs((at[low] ?? 0) - target) ? before : low;
}
