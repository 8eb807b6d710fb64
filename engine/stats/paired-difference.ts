import type { Estimate } from './ratio-estimate';
import { studentTQuantile } from './student-t';

/**
 * The mean difference of two runs that shared their luck, sample by sample, with a 95 % interval.
 *
 * Use to compare scenarios under common random numbers: the interval is of the difference, not of either. Formula: mean of
 * the differences ± Student's t × their standard deviation ÷ √n. Source: Law, Simulation Modeling and Analysis (5th ed.,
 * 2015), section 10.2.1. Units: those of the samples. With one sample the interval is everything. Cost: O(samples).
 *
 * @example pairedDifference([12, 15, 18], [10, 12, 14]).mean // 3
 */
export function pairedDifference(ones: ArrayLike<number>, others: ArrayLike<number>): Estimate {
  const count = ones.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += ones[i]! - others[i]!;
  const mean = sum / count;
  if (count < 2) return { mean, lo95: Number.NEGATIVE_INFINITY, hi95: Number.POSITIVE_INFINITY };
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (ones[i]! - others[i]! - mean) ** 2;
  const half = studentTQuantile(0.975, count - 1) * Math.sqrt(squares / (count - 1) / count);
  return { mean, lo95: mean - half, hi95: mean + half };
}
