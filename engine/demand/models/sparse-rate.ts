import type { Model } from './model';

/** Mean contacts an interval above which counts are no longer sparse. */
const SPARSE = 3;

/**
 * Rate of each slot of the cycle for rare contacts: its mean over the last 26 cycles, drawn to the day's mean by a gamma
 * prior worth as much as the slots differ.
 *
 * Use for queues with a few contacts an interval, where single slots are mostly 0; busier series answer null.
 * Formula: (prior rate * strength + contacts of the slot) / (strength + times seen), strength from the variance of the
 * slots' means beyond Poisson noise.
 * Source: Poisson-gamma rates: Jongbloed and Koole 2001; empirical Bayes: Robbins 1956. Units: contacts an interval.
 * Valid: at least two cycles and a mean up to 3. Cost: O(n).
 */
export const sparseRate: Model = {
  id: 'sparse-rate',
  name: 'rate of rare contacts by slot of the week',
  source: 'Jongbloed & Koole 2001',
  forecast: ({ slots, cycle, y, steps }) => {
    const m = slots * cycle;
    const n = y.length;
    const cycles = Math.min(26, Math.floor(n / m));
    if (cycles < 2) return null;
    const from = n - cycles * m;
    const sums = new Float64Array(m);
    let total = 0;
    for (let t = from; t < n; t++) {
      sums[(t - from) % m]! += y[t]!;
      total += y[t]!;
    }
    const rate = total / (n - from);
    if (rate > SPARSE) return null;
    let between = 0;
    for (let p = 0; p < m; p++) between += (sums[p]! / cycles - rate) ** 2 / m;
    const signal = Math.max(between - rate / cycles, 1e-9 + 0.01 * rate * rate);
    const strength = rate / signal;
    const out = new Float64Array(steps);
    for (let h = 0; h < steps; h++) out[h] = (rate * strength + sums[h % m]!) / (strength + cycles);
    return out;
  },
};
