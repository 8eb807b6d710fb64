import type { RowMethod } from './model';

/**
 * Last year's same weekdays times how much busier the last weeks were than the same weeks a year before.
 *
 * Use where the year's shape repeats and the level moves; needs 13 months of days or weeks.
 * Formula: smoothed y[t - 52 weeks] times (sum of the last k rows / sum of the same rows 52 weeks before); the smoothing
 * is 1/4, 1/2, 1/4 over neighbouring cycles; the ratio is drawn to 1 by the square root beyond a factor of 3.
 * Source: the planners' usual practice; ratio as in Doornik, Castle and Hendry 2020, sec. 3 (yearly growth, damped).
 * Units: counts. Valid: at least a year and five weeks of rows. Cost: O(k + h).
 */
export const lastYear: RowMethod = (past, shape, rows) => {
  const { cycle, year } = shape;
  if (year === 0) return null;
  const lag = Math.round(year / cycle) * cycle;
  const n = past.length;
  const window = cycle > 1 ? 4 * cycle : 6;
  if (n < lag + window + cycle || rows > lag) return null;
  let now = 0;
  let before = 0;
  for (let t = n - window; t < n; t++) {
    now += past[t]!;
    before += past[t - lag]!;
  }
  if (before <= 0) return null;
  const raw = now / before;
  const ratio = raw > 3 ? 3 * Math.sqrt(raw / 3) : raw;
  const out = new Float64Array(rows);
  for (let h = 0; h < rows; h++) {
    const at = n + h - lag;
    const earlier = at - cycle >= 0 ? past[at - cycle]! : past[at]!;
    const later = at + cycle < n ? past[at + cycle]! : past[at]!;
    out[h] = ratio * (0.5 * past[at]! + 0.25 * earlier + 0.25 * later);
  }
  return out;
};
