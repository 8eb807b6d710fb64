import {
  designEquations,
  filteredEquations,
  fittedAt,
  type NormalEquations,
  normalEquations,
  seasonalDesign,
  solveRidge,
  stabilizing,
  transformed,
} from '../fit';
import type { RowMethod } from './model';

/**
 * Weekday dummies and yearly harmonics with autoregressive errors.
 *
 * Use for day totals (or weeks) with a smooth yearly season and a level that wanders.
 * Formula: f(y) = constant + weekday effects + sum of K sine and cosine pairs of the year + u, u autoregressive over the
 * last cycle and a day; estimated by turns (regression, autoregression of the rest, regression on filtered data).
 * Source: Cochrane and Orcutt 1949; Young, Pedregal and Tych 1999; Hyndman and Athanasopoulos 2021, ch. 10.
 * Units: counts. Valid: at least four cycles and 20 rows; harmonics from 1.2 years on. Cost: O(n pairs^2).
 */
export function dynamicRegression(pairs: number): RowMethod {
  return (past, shape, rows) => {
    const { cycle, year } = shape;
    const all = past.length;
    if (all < Math.max(4 * cycle, 20)) return null;
    const keep = year > 0 ? Math.min(all, Math.ceil(4 * year)) : Math.min(all, 1500);
    const start = all - keep;
    const transform = stabilizing(past);
    const x = transformed(past.subarray(start), transform);
    const n = x.length;
    // Centered, so that the penalty draws the level to the mean and not to nothing.
    const center = x.reduce((a, b) => a + b, 0) / n;
    for (let t = 0; t < n; t++) x[t]! -= center;
    const harmonics = year > 0 && n > 1.2 * year ? pairs : 0;
    if (pairs > 0 && harmonics === 0) return null;
    const order = cycle > 1 ? cycle + 1 : 3;
    const design = seasonalDesign(n + rows, start, cycle, year, harmonics);
    const rest = new Float64Array(n);
    const regress = (equations: NormalEquations): Float64Array => {
      const found = solveRidge(equations, 0.3);
      for (let t = 0; t < n; t++) rest[t] = x[t]! - fittedAt(design, found, t);
      return found;
    };
    regress(designEquations(design, x, 0));
    const beta = regress(filteredEquations(design, x, autoregression(rest, order)));
    const ar = autoregression(rest, order);
    const path = new Float64Array(n + rows);
    path.set(rest);
    const out = new Float64Array(rows);
    for (let h = 0; h < rows; h++) {
      const t = n + h;
      let u = 0;
      for (let k = 0; k < order; k++) u += ar[k]! * path[t - 1 - k]!;
      path[t] = u;
      out[h] = Math.max(0, transform.back(u + fittedAt(design, beta, t) + center));
    }
    return out;
  };
}

/** Autoregressive coefficients by penalized least squares, drawn in where they would not die out. */
export function autoregression(u: Float64Array, order: number): Float64Array {
  const equations = lagEquations(u, order);
  // Prior: exponential smoothing of the rest, so that a level that wanders is followed and dies out slowly.
  const prior = new Float64Array(order);
  let weight = 0.97;
  for (let k = 0; k < order; k++) {
    prior[k] = 0.3 * weight;
    weight *= 0.7;
  }
  prior[order - 1]! += weight;
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

/** Sums of products of a series' lags: each diagonal follows from its first entry and the ends of the series. */
function lagEquations(u: Float64Array, order: number): NormalEquations {
  const n = u.length;
  const equations = normalEquations(order);
  const { products, right } = equations;
  for (let lag = 0; lag <= order; lag++) {
    let sum = 0;
    for (let t = order; t < n; t++) sum += u[t]! * u[t - lag]!;
    if (lag > 0) right[lag - 1] = sum;
    for (let i = 0; i + lag < order; i++) {
      sum += u[order - 1 - i]! * u[order - 1 - i - lag]! - u[n - 1 - i]! * u[n - 1 - i - lag]!;
      products[i * order + i + lag] = sum;
    }
  }
  equations.rows = n - order;
  return equations;
}
