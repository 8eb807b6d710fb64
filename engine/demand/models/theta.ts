import { SimpleLinearRegression } from 'ml-regression';
import { repeatableExp, repeatableLog } from '../../stats';
import type { RowMethod } from './model';
import { type Shares, squaredErrors } from './squared-errors';

const NO_SEASON = new Float64Array(1);

/**
 * Theta method: simple exponential smoothing with half the slope of the series' straight line, on a series freed of
 * its weekly season.
 *
 * Use for series with a mild drift; it is hard to beat on counts without strong structure.
 * Formula: level of smoothing plus (slope / 2) times the steps ahead; multiplicative season by ratios to the cycle mean.
 * Source: Assimakopoulos and Nikolopoulos 2000; as smoothing with drift: Hyndman and Billah 2003, eq. 6.
 * Units: counts. Valid: at least two cycles and four rows. Cost: O(20 n).
 */
export const theta: RowMethod = (past, shape, rows) => {
  const m = shape.cycle;
  const n = past.length;
  if (n < Math.max(4, 2 * m)) return null;
  const index = seasonIndex(past, m);
  const x = past.map((v, t) => v / index[t % m]!);
  const sets: Shares[] = [];
  for (let alpha = 0.03; alpha < 1; alpha *= 1.2) sets.push({ alpha, beta: 0, gamma: 0 });
  const errors = squaredErrors(x, 1, { level: x[0]!, season: NO_SEASON }, sets);
  let best = 0;
  for (let i = 1; i < sets.length; i++) if (errors[i]! < errors[best]!) best = i;
  const { alpha } = sets[best]!;
  let level = x[0]!;
  for (let t = 1; t < n; t++) level += alpha * (x[t]! - level);
  const recent = Math.min(n, 104 * m);
  const line = new SimpleLinearRegression(counting(recent), listed(x, n - recent));
  const slope = Number.isFinite(line.slope) ? line.slope / 2 : 0;
  const out = new Float64Array(rows);
  const drift = slope * (1 / alpha) * (1 - repeatableExp(n * repeatableLog(1 - alpha)));
  for (let h = 0; h < rows; h++) out[h] = Math.max(0, (level + drift + slope * h) * index[(n + h) % m]!);
  return out;
};

function counting(length: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < length; i++) out.push(i);
  return out;
}

function listed(x: Float64Array, from: number): number[] {
  const out: number[] = [];
  for (let t = from; t < x.length; t++) out.push(x[t]!);
  return out;
}

/** Mean ratio of each position to its cycle's mean, over the last 26 cycles; 1 where there is no season or no volume. */
export function seasonIndex(x: Float64Array, m: number): Float64Array {
  const index = new Float64Array(m).fill(1);
  const cycles = Math.min(26, Math.floor(x.length / m));
  if (m === 1 || cycles < 2) return index;
  const from = x.length - cycles * m;
  const sums = new Float64Array(m);
  let total = 0;
  for (let t = from; t < x.length; t++) {
    sums[t % m]! += x[t]!;
    total += x[t]!;
  }
  if (total <= 0) return index;
  for (let p = 0; p < m; p++) index[p] = Math.max(1e-6, (sums[p]! * m) / total);
  return index;
}
