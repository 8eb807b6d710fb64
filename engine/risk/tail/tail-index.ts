import { Z } from './skewed-interval';
import type { WithError } from './tail-risk';

/**
 * How heavy the worst of a sample is: Hill's estimate of the power with which ever larger values get rarer.
 *
 * Index a: a value twice as large is 2^a times as rare. Below 2 the variance is infinite, below 3 its estimate is so unsure that
 * intervals of the tail's mean hold less often than they say. One over the mean of log(value ÷ the largest value outside the tail)
 * over the tail; error = index ÷ √values. Null where the tail holds fewer than ten values above zero, or no two that differ.
 *
 * Source: Hill (1975, Annals of Statistics 3(5)). Units: none. Valid: sorted values, level in (0, 1). Cost: the tail's values.
 */
export function tailIndex(sorted: Float64Array, level: number): WithError | null {
  const tail = Math.floor(sorted.length * (1 - level) + 1e-9);
  const edge = sorted[sorted.length - tail - 1] ?? 0;
  if (tail < 10 || !(edge > 0)) return null;
  let logs = 0;
  for (let at = sorted.length - tail; at < sorted.length; at++) logs += Math.log(sorted[at]! / edge);
  if (!(logs > 0)) return null;
  const value = tail / logs;
  const half = (Z * value) / Math.sqrt(tail);
  return { value, lo95: Math.max(0, value - half), hi95: value + half };
}
