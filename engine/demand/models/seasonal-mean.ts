import type { Model } from './model';

/**
 * Mean of the last k values of the same slot of the cycle (same weekday, same time of day).
 *
 * Use as the planner's yardstick: k = 1 is the seasonal naive forecast, k = 4 "the last four same weekdays"; where level
 * or trend move, use exponential smoothing instead.
 * Formula: mean of y[t - j * m] for j = 1..k, m = steps in a cycle.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice (3rd ed., 2021), sec. 5.2.
 * Units: counts. Valid: at least k cycles of past (fewer: the mean of those there are, at least one). Cost: O(h k).
 */
export function seasonalMean(k: number): Model {
  return {
    id: k === 1 ? 'seasonal-naive' : `mean-${k}`,
    name: k === 1 ? 'same slot last week' : `mean of the last ${k} same slots`,
    source: 'Hyndman & Athanasopoulos 2021, sec. 5.2',
    forecast: ({ slots, cycle, y, steps }) => {
      const m = slots * cycle;
      const n = y.length;
      const have = Math.min(k, Math.floor(n / m));
      if (have < 1 || (k > 1 && have < Math.min(k, 2))) return null;
      const out = new Float64Array(steps);
      for (let h = 0; h < steps; h++) {
        const at = n - m + (h % m);
        let sum = 0;
        for (let j = 0; j < have; j++) sum += y[at - j * m]!;
        out[h] = sum / have;
      }
      return out;
    },
  };
}
