/** Seasons tried on running numbers: hours, half and quarter hours of day and week, weekdays, months, weeks. */
const CANDIDATES: readonly (readonly number[])[] = [[24, 168], [48, 336], [96, 672], [7], [12], [52]];

/**
 * The seasons of a series without dates: the candidate at which the series repeats itself best.
 *
 * Use where the planner has not named them. A season is taken when the mean distance to one season ago is below 85 % of
 * the least distance at the two lags beside it or at lag 1; otherwise there is none.
 * Source: own rule on the seasonal difference; compare Hyndman and Athanasopoulos 2021, sec. 2.8. Cost: O(20 n).
 */
export function findPeriods(values: Float64Array): readonly number[] {
  let best: readonly number[] = [];
  let least = 0.85;
  const level = Math.min(distance(values, 1), distance(values, 2));
  for (const periods of CANDIDATES) {
    const p = periods[0]!;
    if (values.length < 3 * p) continue;
    const beside = Math.min(
      level,
      distance(values, Math.max(1, Math.round(p * 0.4))),
      distance(values, Math.round(p * 1.4)),
    );
    const ratio = beside > 0 ? distance(values, p) / beside : 1;
    if (ratio < least) {
      least = ratio;
      best = periods;
    }
  }
  return best;
}

function distance(values: Float64Array, lag: number): number {
  let sum = 0;
  let count = 0;
  for (let t = lag; t < values.length; t++) {
    const d = Math.abs(values[t]! - values[t - lag]!);
    if (Number.isNaN(d)) continue;
    sum += d;
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}
