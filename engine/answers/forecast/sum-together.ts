import { quantile } from '../../demand';
import type { ForecastedSeries, ForecastedTogether, ForecastRow, ForecastSum } from './forecast-types';

/**
 * All series of a forecast added up, step by step and over days, weeks and the whole, with bands.
 *
 * Means add up exactly. Bands are quantiles of the summed paths: queues that were busy together in the past are so here,
 * and errors that cancelled do so again. Source: as `samplePaths`. Units: contacts. Valid: series with paths on the same
 * clock, else null. Cost: O(paths * horizon * series).
 */
export function sumTogether(
  series: readonly ForecastedSeries[],
  levels: readonly number[],
): ForecastedTogether | undefined {
  const [first] = series;
  if (!first?.paths || series.length < 2) return undefined;
  const alike = series.every(
    ({ rows, paths }) =>
      paths !== undefined &&
      rows.length === first.rows.length &&
      rows[0]?.timestamp === first.rows[0]?.timestamp &&
      rows.at(-1)?.timestamp === first.rows.at(-1)?.timestamp,
  );
  if (!alike) return undefined;
  const summed = first.paths.map((_, k) =>
    Float64Array.from(first.rows, (_row, c) => series.reduce((sum, { paths }) => sum + paths![k]![c]!, 0)),
  );
  const row = (from: number, to: number, timestamp: string): ForecastRow => {
    let mean = 0;
    for (const { rows } of series) for (let c = from; c < to; c++) mean += rows[c]!.mean;
    const sums = Float64Array.from(summed, (path) => {
      let sum = 0;
      for (let c = from; c < to; c++) sum += path[c]!;
      return sum;
    }).sort();
    const bounds = levels.map((level) => ({
      level,
      lo: Math.min(mean, quantile(sums, (1 - level / 100) / 2)),
      hi: Math.max(mean, quantile(sums, (1 + level / 100) / 2)),
    }));
    return { timestamp, mean, bounds };
  };
  const place = new Map(first.rows.map(({ timestamp }, c) => [timestamp, c]));
  const over = ({ timestamp, until }: ForecastSum): ForecastSum => ({
    ...row(place.get(timestamp)!, place.get(until)! + 1, timestamp),
    until,
  });
  return {
    rows: first.rows.map(({ timestamp }, c) => row(c, c + 1, timestamp)),
    byDay: first.byDay.map(over),
    byWeek: first.byWeek.map(over),
    total: first.total && over(first.total),
  };
}
