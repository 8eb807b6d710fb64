import { NO_TRANSFORM, stabilizing } from '../fit';
import { smoothRows } from './exponential-smoothing';
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
    const x = Float64Array.from(past, transform.forward);
    const yearly = yearSeason(x, year, cycle, bandwidth);
    const rest = new Float64Array(n);
    for (let t = 0; t < n; t++) rest[t] = x[t]! - yearly[bin(t, year, yearly.length)]!;
    const base = smoothRows(rest, shape, rows, [NO_TRANSFORM]);
    if (!base) return null;
    const out = new Float64Array(rows);
    for (let h = 0; h < rows; h++) {
      out[h] = Math.max(0, transform.back(base[h]! + yearly[bin(n + h, year, yearly.length)]!));
    }
    return out;
  };
}

function bin(t: number, year: number, bins: number): number {
  return Math.min(bins - 1, Math.floor(((t % year) / year) * bins));
}

/** The year's shape by bins of a day or a week, mean zero. */
export function yearSeason(x: Float64Array, year: number, cycle: number, bandwidth: number): Float64Array {
  const n = x.length;
  const bins = Math.round(year);
  let shape = new Float64Array(bins);
  const weekday = new Float64Array(cycle);
  const free = new Float64Array(n);
  for (let round = 0; round < 3; round++) {
    for (let t = 0; t < n; t++) free[t] = x[t]! - shape[bin(t, year, bins)]! - weekday[t % cycle]!;
    const trend = localLine(free, year * 0.9, cycle);
    weekday.fill(0);
    const counts = new Float64Array(cycle);
    for (let t = 0; t < n; t++) {
      weekday[t % cycle]! += x[t]! - trend[t]! - shape[bin(t, year, bins)]!;
      counts[t % cycle]! += 1;
    }
    for (let p = 0; p < cycle; p++) weekday[p]! /= counts[p]!;
    const sums = new Float64Array(bins);
    const seen = new Float64Array(bins);
    for (let t = 0; t < n; t++) {
      const b = bin(t, year, bins);
      sums[b]! += x[t]! - trend[t]! - weekday[t % cycle]!;
      seen[b]! += 1;
    }
    shape = smoothBins(sums, seen, bandwidth * bins);
  }
  return shape;
}

/** Circular Gaussian average of bins, centered on zero. */
function smoothBins(sums: Float64Array, seen: Float64Array, width: number): Float64Array<ArrayBuffer> {
  const bins = sums.length;
  const out = new Float64Array(bins);
  const reach = Math.min(Math.floor(bins / 2), Math.ceil(width * 2.5));
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    width > 0 ? Math.exp(-0.5 * ((i - reach) / width) ** 2) : 1,
  );
  let mean = 0;
  for (let b = 0; b < bins; b++) {
    let total = 0;
    let weight = 0;
    for (let d = -reach; d <= reach; d++) {
      const w = kernel[d + reach]!;
      const at = (b + d + bins) % bins;
      total += w * sums[at]!;
      weight += w * seen[at]!;
    }
    out[b] = weight > 0 ? total / weight : 0;
    mean += out[b]! / bins;
  }
  for (let b = 0; b < bins; b++) out[b]! -= mean;
  return out;
}

/** Local straight line with tricube weights, found every cycle and joined between. */
export function localLine(x: Float64Array, span: number, every: number): Float64Array {
  const n = x.length;
  const out = new Float64Array(n);
  const stride = Math.max(every, 7);
  const half = Math.max(span / 2, stride);
  let last = 0;
  for (let at = 0; ; at = Math.min(n - 1, at + stride)) {
    const reach = Math.max(half, span - Math.min(at, n - 1 - at));
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let y0 = 0;
    let y1 = 0;
    const from = Math.max(0, Math.ceil(at - reach));
    const to = Math.min(n - 1, Math.floor(at + reach));
    for (let t = from; t <= to; t++) {
      const d = t - at;
      const near = d < 0 ? -d / reach : d / reach;
      if (near >= 1) continue;
      const c = 1 - near * near * near;
      const w = c * c * c;
      w0 += w;
      w1 += w * d;
      w2 += w * d * d;
      y0 += w * x[t]!;
      y1 += w * d * x[t]!;
    }
    const det = w0 * w2 - w1 * w1;
    out[at] = det > 1e-9 * w0 * w2 ? (w2 * y0 - w1 * y1) / det : y0 / Math.max(w0, 1e-12);
    for (let t = last + 1; t < at; t++) out[t] = out[last]! + ((out[at]! - out[last]!) * (t - last)) / (at - last);
    last = at;
    if (at >= n - 1) break;
  }
  return out;
}
