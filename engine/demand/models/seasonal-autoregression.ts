import { addRow, normalEquations, solveRidge, stabilizing } from '../fit';
import type { Model } from './model';

/**
 * Regression of each interval on the intervals just before it and on the same time one day and one and two weeks before.
 *
 * Use for intervals within the day, a day or two ahead, where this morning tells about this afternoon.
 * Formula: z[t] = sum of c[i] z[t - lag i], z the transformed value less the cycle's running mean; coefficients by least
 * squares drawn to a half of "same slot last week" and a half of "yesterday plus the last interval's surprise".
 * Source: subset autoregression: McLeod and Zhang 2006; with prior weights: Doan, Litterman and Sims 1984.
 * Units: counts. Valid: at least four days of intervals. Cost: O(n lags^2).
 */
export const seasonalAutoregression: Model = {
  id: 'seasonal-autoregression',
  name: 'autoregression on the last intervals, days and weeks',
  source: 'McLeod & Zhang 2006; Doan, Litterman & Sims 1984',
  forecast: ({ slots, cycle, y, steps }) => {
    if (slots < 4) return null;
    const day = slots;
    const week = slots * cycle;
    const n = y.length;
    const candidates = [1, 2, 3, day - 1, day, day + 1, 2 * day, 2 * day + 1];
    if (cycle > 1) candidates.push(week - 1, week, week + 1, 2 * week, 3 * week);
    const lags = [...new Set(candidates)].filter((lag) => lag > 0 && lag < n * 0.55);
    const longest = Math.max(...lags);
    if (n - longest < 3 * day || !lags.includes(day)) return null;
    const transform = stabilizing(y);
    const from = Math.max(0, n - longest - Math.max(26 * week, 60 * day));
    const x = Float64Array.from(y.subarray(from), transform.forward);
    const length = x.length;
    let center = 0;
    for (const v of x) center += v / length;
    for (let t = 0; t < length; t++) x[t]! -= center;
    const size = lags.length + 1;
    const prior = new Float64Array(size);
    prior[lags.indexOf(lags.includes(week) ? week : day)] = 0.7;
    const row = new Float64Array(size);
    const equations = normalEquations(size);
    for (let t = longest; t < length; t++) {
      for (let i = 0; i < lags.length; i++) row[i] = x[t - lags[i]!]!;
      row[size - 1] = 1;
      addRow(equations, row, x[t]!);
    }
    const c = solveRidge(equations, 3, prior);
    let high = Number.NEGATIVE_INFINITY;
    let low = Number.POSITIVE_INFINITY;
    for (const v of x) {
      high = Math.max(high, v);
      low = Math.min(low, v);
    }
    const margin = 0.25 * (high - low);
    const path = new Float64Array(length + steps);
    path.set(x);
    const out = new Float64Array(steps);
    for (let h = 0; h < steps; h++) {
      const t = length + h;
      let v = c[size - 1]!;
      for (let i = 0; i < lags.length; i++) v += c[i]! * path[t - lags[i]!]!;
      v = Math.min(high + margin, Math.max(low - margin, v));
      path[t] = v;
      out[h] = Math.max(0, transform.back(v + center));
    }
    return out;
  },
};
