import { addRow, normalEquations, solveRidge, stabilizing, transformed } from '../fit';
import { dynamicRegression } from './dynamic-regression';
import type { RowMethod } from './model';

/** Cycles whose mean is the base of the growth forecast, and the share of the mean yearly or recent growth believed. */
const BASE_CYCLES = 4;
const DAMPING = 0.5;

/**
 * Calibrated average of a growth forecast and an autoregressive one.
 *
 * Use as a steady member of a combination: it seldom wins alone and seldom fails.
 * Formula: the mean of delta (mean of the last four cycles by position, plus half the trimmed mean growth from cycle to
 * cycle) and rho (weekday regression with autoregressive errors), on logarithms or roots; then history and forecast
 * together are regressed on weekdays, the value before and the value one cycle before, and the fitted values are taken.
 * Source: Doornik, Castle and Hendry, "Card forecasts for M4", IJF 36 (2020), sec. 3 and 4 (here without THIMA).
 * Units: counts. Valid: at least six cycles. Cost: that of the regression, twice.
 */
export const card: RowMethod = (past, shape, rows) => {
  const m = shape.cycle;
  const n = past.length;
  if (n < Math.max(6 * m, 24)) return null;
  const rho = dynamicRegression(0)(past, shape, rows);
  if (!rho) return null;
  const transform = stabilizing(past);
  const x = transformed(past, transform);
  const growth = trimmedGrowth(x, m);
  const joined = new Float64Array(n + rows);
  joined.set(x);
  for (let h = 0; h < rows; h++) {
    let base = 0;
    const at = n - m + (h % m);
    for (let k = 0; k < BASE_CYCLES; k++) base += x[at - k * m]! / BASE_CYCLES;
    const ahead = Math.min(4, 1 + h / m);
    joined[n + h] = 0.5 * (base + DAMPING * growth * ahead) + 0.5 * transform.forward(Math.max(rho[h]!, 1e-9));
  }
  return calibrated(joined, n, m).map((v) => Math.max(0, transform.back(v)));
};

/** Mean change from cycle to cycle over the last year of cycles, the outer fifths left out. */
function trimmedGrowth(x: Float64Array, m: number): number {
  const from = Math.max(m, x.length - 52 * m);
  const changes = new Float64Array(Math.max(0, x.length - from));
  for (let t = from; t < x.length; t++) changes[t - from] = x[t]! - x[t - m]!;
  changes.sort();
  const cut = Math.floor(changes.length / 5);
  const kept = changes.slice(cut, changes.length - cut);
  return kept.length > 0 ? kept.reduce((a, b) => a + b, 0) / kept.length : 0;
}

/** Fitted values of the forecast part in a regression over history and forecast. */
function calibrated(joined: Float64Array, n: number, m: number): Float64Array {
  const size = m + 2;
  const row = new Float64Array(size);
  const from = Math.max(m, n - 104 * m);
  let center = 0;
  for (let t = from; t < joined.length; t++) center += joined[t]! / (joined.length - from);
  const fill = (t: number): void => {
    row.fill(0);
    row[t % m] = 1;
    row[m] = joined[t - 1]! - center;
    row[m + 1] = joined[t - m]! - center;
  };
  const equations = normalEquations(size);
  for (let t = from; t < joined.length; t++) {
    fill(t);
    addRow(equations, row, joined[t]! - center);
  }
  const b = solveRidge(equations, 1);
  const out = new Float64Array(joined.length - n);
  for (let t = n; t < joined.length; t++) {
    fill(t);
    let fitted = center;
    for (let i = 0; i < size; i++) fitted += b[i]! * row[i]!;
    // Half the way: the fit draws a forecast to the history's habits, it does not replace it.
    out[t - n] = 0.5 * fitted + 0.5 * joined[t]!;
  }
  return out;
}
