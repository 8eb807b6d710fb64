import { stabilizing } from '../fit';
import type { Model, Sample } from './model';

/**
 * Every slot of the week smoothed on its own, and the surprises of the last intervals and of yesterday carried on for as
 * long as they have lasted before.
 *
 * Use for intervals within the day; at long horizons it is a weighted mean of past weeks, at short ones it follows the day.
 * Formula: s = s + g (x - s) by slot of the week; surprise u = x - s before the update; u[t] = a u[t-1] + b u[t-day].
 * Source: double-season smoothing with autoregressive adjustment: Taylor 2003, eq. 1-5; Taylor 2008.
 * Units: counts. Valid: at least three cycles. Cost: O(9 n).
 */
export function slotSmoothing(season: 'week' | 'day'): Model {
  return {
    id: season === 'week' ? 'slot-smoothing' : 'day-slot-smoothing',
    name: `each slot of the ${season} smoothed, with the day’s surprise carried on`,
    source: 'Taylor 2003, 2008',
    forecast: (sample) =>
      smoothSlots(sample, season === 'week' ? sample.slots * sample.cycle : sample.slots, season === 'day'),
  };
}

function smoothSlots({ slots, cycle, y, steps }: Sample, m: number, daily: boolean): Float64Array | null {
  if (slots < 4 || (daily && cycle === 1)) return null;
  const n = y.length;
  if (n < 3 * m) return null;
  const transform = stabilizing(y);
  const from = Math.max(0, n - 40 * slots * cycle);
  const x = Float64Array.from(y.subarray(from), transform.forward);
  const length = x.length;
  let best: { sse: number; state: Float64Array; u: Float64Array; a: number; b: number } | null = null;
  for (const g of [0.1, 0.2, 0.35]) {
    const state = Float64Array.from(x.subarray(0, m));
    const u = new Float64Array(length);
    for (let t = m; t < length; t++) {
      const p = t % m;
      const error = x[t]! - state[p]!;
      u[t] = error;
      state[p]! += (t < 3 * m ? Math.max(g, m / t) : g) * error;
    }
    const { a, b, sse } = carriedOn(u, slots, Math.min(2 * m, length - m) + slots);
    if (!best || sse < best.sse) best = { sse, state, u, a, b };
  }
  const { state, u, a, b } = best!;
  const path = new Float64Array(length + steps);
  path.set(u);
  const out = new Float64Array(steps);
  for (let h = 0; h < steps; h++) {
    const t = length + h;
    const surprise = a * path[t - 1]! + b * path[t - slots]!;
    path[t] = surprise;
    out[h] = Math.max(0, transform.back(state[t % m]! + surprise));
  }
  return out;
}

/**
 * How far surprises last: u[t] = a u[t-1] + b u[t-day] by least squares from a step on, both at least 0 and together at
 * most 0.97, with the squared error that is left.
 */
export function carriedOn(u: Float64Array, day: number, begin: number): { a: number; b: number; sse: number } {
  let s11 = 1e-12;
  let s12 = 0;
  let s22 = 1e-12;
  let r1 = 0;
  let r2 = 0;
  let total = 0;
  for (let t = begin; t < u.length; t++) {
    const p1 = u[t - 1]!;
    const p2 = u[t - day]!;
    s11 += p1 * p1;
    s12 += p1 * p2;
    s22 += p2 * p2;
    r1 += p1 * u[t]!;
    r2 += p2 * u[t]!;
    total += u[t]! * u[t]!;
  }
  const det = s11 * s22 - s12 * s12;
  const free = det > 1e-9 * s11 * s22;
  const a = Math.min(0.97, Math.max(0, free ? (s22 * r1 - s12 * r2) / det : 0));
  const b = Math.min(0.97 - a, Math.max(0, free ? (s11 * r2 - s12 * r1) / det : 0));
  return { a, b, sse: total - a * r1 - b * r2 };
}
