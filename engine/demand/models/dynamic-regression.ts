import { addRow, normalEquations, solveRidge, stabilizing } from '../fit';
import type { RowMethod } from './model';

/**
 * Weekday dummies and yearly harmonics with autoregressive errors.
 *
 * Use for day totals (or weeks) with a smooth yearly season and a level that wanders.
 * Formula: f(y) = constant + weekday effects + sum of K sine and cosine pairs of the year + u, u autoregressive over the
 * last cycle and a day; estimated by turns (regression, autoregression of the rest, regression on filtered data).
 * Source: Cochrane and Orcutt 1949; Young, Pedregal and Tych 1999; Hyndman and Athanasopoulos 2021, ch. 10.
 * Units: counts. Valid: at least four cycles and 20 rows; harmonics from 1.2 years on. Cost: O(n size^2).
 */
export function dynamicRegression(pairs: number): RowMethod {
  return (past, shape, rows) => {
    const { cycle, year } = shape;
    const all = past.length;
    if (all < Math.max(4 * cycle, 20)) return null;
    const keep = year > 0 ? Math.min(all, Math.ceil(4 * year)) : Math.min(all, 1500);
    const start = all - keep;
    const transform = stabilizing(past);
    const x = Float64Array.from(past.subarray(start), transform.forward);
    const n = x.length;
    // Centered, so that the penalty draws the level to the mean and not to nothing.
    const center = x.reduce((a, b) => a + b, 0) / n;
    for (let t = 0; t < n; t++) x[t]! -= center;
    const harmonics = year > 0 && n > 1.2 * year ? pairs : 0;
    if (pairs > 0 && harmonics === 0) return null;
    const size = cycle + 2 * harmonics;
    const columns = (t: number, row: Float64Array): void => {
      row.fill(0);
      row[(((t + start) % cycle) + cycle) % cycle] = 1;
      for (let k = 0; k < harmonics; k++) {
        const angle = (2 * Math.PI * (k + 1) * (t + start)) / year;
        row[cycle + 2 * k] = Math.sin(angle);
        row[cycle + 2 * k + 1] = Math.cos(angle);
      }
    };
    const order = cycle > 1 ? cycle + 1 : 3;
    const row = new Float64Array(size);
    const filtered = new Float64Array(size);
    const design = new Float64Array(n * size);
    for (let t = 0; t < n; t++) {
      columns(t, row);
      design.set(row, t * size);
    }
    let ar: Float64Array = new Float64Array(order);
    let beta = new Float64Array(size) as Float64Array;
    const rest = new Float64Array(n);
    for (let round = 0; round < 2; round++) {
      const equations = normalEquations(size);
      for (let t = round === 0 ? 0 : order; t < n; t++) {
        let y = x[t]!;
        for (let j = 0; j < size; j++) filtered[j] = design[t * size + j]!;
        if (round > 0) {
          for (let k = 0; k < order; k++) {
            const a = ar[k]!;
            y -= a * x[t - 1 - k]!;
            for (let j = 0; j < size; j++) filtered[j]! -= a * design[(t - 1 - k) * size + j]!;
          }
        }
        addRow(equations, filtered, y);
      }
      beta = solveRidge(equations, 0.3);
      for (let t = 0; t < n; t++) {
        let fitted = 0;
        for (let j = 0; j < size; j++) fitted += beta[j]! * design[t * size + j]!;
        rest[t] = x[t]! - fitted;
      }
      ar = autoregression(rest, order);
    }
    const path = new Float64Array(n + rows);
    path.set(rest);
    const out = new Float64Array(rows);
    for (let h = 0; h < rows; h++) {
      const t = n + h;
      let u = 0;
      for (let k = 0; k < order; k++) u += ar[k]! * path[t - 1 - k]!;
      path[t] = u;
      columns(t, row);
      let fitted = u;
      for (let j = 0; j < size; j++) fitted += beta[j]! * row[j]!;
      out[h] = Math.max(0, transform.back(fitted + center));
    }
    return out;
  };
}

/** Autoregressive coefficients by penalized least squares, drawn in where they would not die out. */
export function autoregression(u: Float64Array, order: number): Float64Array {
  const equations = normalEquations(order);
  const row = new Float64Array(order);
  for (let t = order; t < u.length; t++) {
    for (let k = 0; k < order; k++) row[k] = u[t - 1 - k]!;
    addRow(equations, row, u[t]!);
  }
  // Prior: exponential smoothing of the rest, so that a level that wanders is followed and dies out slowly.
  const prior = new Float64Array(order);
  for (let k = 0; k < order; k++) prior[k] = 0.97 * 0.3 * 0.7 ** k + (k === order - 1 ? 0.97 * 0.7 ** order : 0);
  const ar = solveRidge(equations, 40, prior);
  let sum = 0;
  for (const a of ar) sum += Math.abs(a);
  const net = ar.reduce((a, b) => a + b, 0);
  if (net > 0.995 || sum > 2) {
    const shrink = Math.min(0.995 / Math.max(net, 0.995), 2 / Math.max(sum, 2));
    for (let k = 0; k < order; k++) ar[k]! *= shrink;
  }
  return ar;
}
