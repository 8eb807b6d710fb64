import { studentTQuantile } from './student-t';

/** A mean with its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly lo95: number;
  readonly hi95: number;
}

/**
 * The ratio of two sums over independent samples, with a 95 % interval.
 *
 * Use for figures per contact over replications or batches: the mean of the samples' own ratios would be biased where
 * samples differ in size. With every `whole` 1 it is the mean of the parts.
 *
 * Formula: ratio = Σ part / Σ whole; variance from the residuals part - ratio × whole, by the delta method; Student's t.
 * Source: Law, Simulation Modeling and Analysis (5th ed., 2015), section 9.5. Units: those of part over whole; clipped to
 * 0 … most. With nothing in the whole all three are 0; with one sample the interval is everything. Cost: O(samples).
 *
 * @example ratioEstimate([80, 90], [100, 100], 1).mean // 0.85
 */
export function ratioEstimate(parts: ArrayLike<number>, wholes: ArrayLike<number>, most: number): Estimate {
  const count = parts.length;
  let part = 0;
  let whole = 0;
  for (let i = 0; i < count; i++) {
    part += parts[i]!;
    whole += wholes[i]!;
  }
  if (whole === 0) return { mean: 0, lo95: 0, hi95: 0 };
  const mean = part / whole;
  if (count < 2) return { mean, lo95: 0, hi95: most };
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (parts[i]! - mean * wholes[i]!) ** 2;
  const half = (studentTQuantile(0.975, count - 1) * Math.sqrt((squares * count) / (count - 1))) / whole;
  return { mean, lo95: Math.max(0, mean - half), hi95: Math.min(most, mean + half) };
}
