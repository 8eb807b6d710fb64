import { repeatableExp } from '../../stats';
import { NO_TRANSFORM, stabilizing, transformed } from '../fit';
import { smoothRows } from './exponential-smoothing';
import { localLineOf, product } from './local-line';
import type { RowMethod } from './model';

/**
 * Takes the year's shape out, forecasts the rest by exponential smoothing, and puts the shape back.
 *
 * Use for day or week totals with a yearly season; needs a year and a half. `bandwidth` is the share of a year over which
 * the shape is smoothed: 0 keeps every date's own value (sharp peaks, noisy), 0.02 is a week's breadth.
 * Formula: value = trend (local line over a year) + weekday mean + shape by day of the year + rest, found by turns.
 * Source: Cleveland et al. 1990 (STL); several seasons: Bandara, Hyndman and Bergmeir 2021 (MSTL).
 * Units: counts. Valid: at least 1.5 years of rows. Cost: O(n year / 7) for the trend and O(60 n) for the smoothing.
 */
export function yearShape(bandwidth: number, multiplicative: boolean): RowMethod {
  return (past, shape, rows) => {
    const { year, cycle } = shape;
    const n = past.length;
    if (year === 0 || n < 1.5 * year) return null;
    const transform = multiplicative ? stabilizing(past) : NO_TRANSFORM;
    const x = transformed(past, transform);
    const yearly = yearSeason(x, year, cycle, bandwidth);
    const binOf = binsOf(n + rows, year, yearly.length);
    const rest = new Float64Array(n);
    for (let t = 0; t < n; t++) rest[t] = x[t]! - yearly[binOf[t]!]!;
    const base = smoothRows(rest, shape, rows, [NO_TRANSFORM]);
    if (!base) return null;
    const out = new Float64Array(rows);
    for (let h = 0; h < rows; h++) {
      out[h] = Math.max(0, transform.back(base[h]! + yearly[binOf[n + h]!]!));
    }
    return out;
  };
}

/** Bin of the year of each row. */
function binsOf(rows: number, year: number, bins: number): Int32Array {
  const out = new Int32Array(rows);
  for (let t = 0; t < rows; t++) {
    const rest = t - year * Math.floor(t / year);
    out[t] = Math.min(bins - 1, Math.floor((rest / year) * bins));
  }
  return out;
}

/** The year's shape by bins of a day or a week, mean zero. */
export function yearSeason(x: Float64Array, year: number, cycle: number, bandwidth: number): Float64Array {
  const n = x.length;
  const bins = Math.round(year);
  let shape = new Float64Array(bins);
  const weekday = new Float64Array(cycle);
  const counts = new Float64Array(cycle);
  const seen = new Float64Array(bins);
  const free = new Float64Array(n);
  const binOf = binsOf(n, year, bins);
  for (let t = 0, p = 0; t < n; t++, p = p + 1 === cycle ? 0 : p + 1) {
    counts[p]! += 1;
    seen[binOf[t]!]! += 1;
  }
  const lineOf = localLineOf(n, year * 0.9, cycle);
  const smoothed = binSmoother(seen, bandwidth * bins);
  for (let round = 0; round < 3; round++) {
    for (let t = 0, p = 0; t < n; t++, p = p + 1 === cycle ? 0 : p + 1) {
      free[t] = x[t]! - shape[binOf[t]!]! - weekday[p]!;
    }
    const trend = lineOf(free);
    weekday.fill(0);
    for (let t = 0, p = 0; t < n; t++, p = p + 1 === cycle ? 0 : p + 1) {
      weekday[p]! += x[t]! - trend[t]! - shape[binOf[t]!]!;
    }
    for (let p = 0; p < cycle; p++) weekday[p]! /= counts[p]!;
    const sums = new Float64Array(bins);
    for (let t = 0, p = 0; t < n; t++, p = p + 1 === cycle ? 0 : p + 1) {
      sums[binOf[t]!]! += x[t]! - trend[t]! - weekday[p]!;
    }
    shape = smoothed(sums);
  }
  return shape;
}

/** Circular Gaussian average of bins, centered on zero; `seen` is the same for every round of sums. */
function binSmoother(seen: Float64Array, width: number): (sums: Float64Array) => Float64Array<ArrayBuffer> {
  const bins = seen.length;
  const reach = Math.min(Math.floor(bins / 2), Math.ceil(width * 2.5));
  const kernel = new Float64Array(2 * reach + 1);
  for (let i = 0; i < kernel.length; i++) kernel[i] = width > 0 ? repeatableExp(-0.5 * ((i - reach) / width) ** 2) : 1;
  const wrapped = new Float64Array(bins + 2 * reach);
  const around = (values: Float64Array): Float64Array => {
    wrapped.set(values, reach);
    wrapped.set(values.subarray(bins - reach), 0);
    wrapped.set(values.subarray(0, reach), reach + bins);
    const out = new Float64Array(bins);
    for (let b = 0; b < bins; b++) out[b] = product(kernel, wrapped, b);
    return out;
  };
  const weight = around(seen);
  return (sums) => {
    const total = around(sums);
    const out = new Float64Array(bins);
    let mean = 0;
    for (let b = 0; b < bins; b++) {
      out[b] = weight[b]! > 0 ? total[b]! / weight[b]! : 0;
      mean += out[b]! / bins;
    }
    for (let b = 0; b < bins; b++) out[b]! -= mean;
    return out;
  };
}
