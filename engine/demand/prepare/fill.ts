import type { Frame } from '../frame';

/**
 * A gapless copy of a frame's values: a missing open slot takes the same slot of the cycle before, a closed slot is 0.
 *
 * Only earlier values are used (except before the first value of a slot), so a backtest may cut it anywhere.
 * Cost: O(n).
 */
export function fillGaps(frame: Frame, values: Float64Array = frame.values): Float64Array {
  const { slots, cycle, phase, open } = frame;
  const m = slots * cycle;
  const n = values.length;
  const out = Float64Array.from(values);
  const openAt = (t: number): boolean => open[((Math.floor(t / slots) + phase) % cycle) * slots + (t % slots)] === 1;
  for (let t = 0; t < n; t++) {
    if (!Number.isNaN(out[t])) continue;
    if (!openAt(t)) out[t] = 0;
    else if (t >= m && !Number.isNaN(out[t - m])) out[t] = out[t - m]!;
  }
  for (let t = n - 1; t >= 0; t--) {
    if (!Number.isNaN(out[t])) continue;
    out[t] = t + m < n && !Number.isNaN(out[t + m]) ? out[t + m]! : Number.NaN;
  }
  let sum = 0;
  let seen = 0;
  for (const v of out) {
    if (!Number.isNaN(v)) {
      sum += v;
      seen += 1;
    }
  }
  const mean = seen > 0 ? sum / seen : 0;
  for (let t = 0; t < n; t++) if (Number.isNaN(out[t])) out[t] = mean;
  return out;
}
