import { skewedReach, Z } from './skewed-interval';

/** A figure with its 95 % confidence interval. */
export interface WithError {
  readonly value: number;
  readonly lo95: number;
  readonly hi95: number;
}

/** How bad the worst of a sample is. */
export interface TailRisk {
  /** Value at risk: what all but the worst share of years stay at or below. */
  readonly valueAtRisk: WithError;
  /** Conditional value at risk: the mean of the worst share of years. */
  readonly conditional: WithError;
  /** By year: its weight in the conditional value at risk; they add up to 1. */
  readonly weights: Float64Array;
}

/**
 * A quantile of a sample with an interval that holds for any distribution.
 *
 * The smallest value that at least the given share of the sample doesn't exceed; the interval runs between the order
 * statistics whose ranks are 1.96 standard deviations of a binomial number to either side.
 *
 * Source: David and Nagaraja, Order Statistics (3rd ed., 2003), section 7.1. Units: the sample's. Valid: level in (0, 1), a
 * sorted sample. Cost: constant.
 *
 * @example quantileWithError(Float64Array.from([1, 2, 3, 4]), 0.5).value // 2
 */
export function quantileWithError(sorted: Float64Array, level: number): WithError {
  const count = sorted.length;
  if (count === 0) return { value: Number.NaN, lo95: Number.NaN, hi95: Number.NaN };
  const at = (rank: number) => sorted[Math.min(count - 1, Math.max(0, rank - 1))]!;
  const middle = count * level;
  const half = Z * Math.sqrt(count * level * (1 - level));
  return {
    value: at(Math.ceil(middle - 1e-9)),
    lo95: at(Math.floor(middle - half)),
    hi95: at(Math.ceil(middle + half) + 1),
  };
}

/**
 * Value at risk and conditional value at risk of a sample, with their sampling error.
 *
 * Use the conditional one to compare plans: it adds up over causes and rewards spreading, which a quantile alone doesn't.
 * It is the mean of the worst (1 - level) of the sample, the year on the edge with the part that is missing. It is off like
 * the mean excess over the value at risk ÷ (1 - level), which is skewed: see `skewedReach` for the interval. That needs a
 * finite variance; see `tailIndex`.
 *
 * Source: Rockafellar and Uryasev (2002, Journal of Banking & Finance 26(7)); error by Trindade, Uryasev, Shapiro and Zrazhevsky
 * (2007, Journal of Banking & Finance 31(11)). Units: the sample's. Valid: level in (0, 1). Cost: n log n.
 *
 * @example tailRisk([0, 0, 0, 0, 0, 0, 0, 0, 4, 6], 0.8).conditional.value // 5
 */
export function tailRisk(losses: ArrayLike<number>, level: number): TailRisk {
  const count = losses.length;
  const order = Array.from({ length: count }, (_, at) => at).sort((a, b) => losses[a]! - losses[b]! || b - a);
  const sorted = Float64Array.from(order, (at) => losses[at]!);
  const weights = new Float64Array(count);
  const tail = count * (1 - level);
  let left = tail;
  let mean = 0;
  for (let rank = count - 1; rank >= 0 && left > 0; rank--) {
    const part = Math.min(1, left) / tail;
    weights[order[rank]!] = part;
    mean += part * sorted[rank]!;
    left -= 1;
  }
  const valueAtRisk = quantileWithError(sorted, level);
  const excess = Float64Array.from({ length: count }, (_, at) => Math.max(0, losses[at]! - valueAtRisk.value));
  const { down, up } = skewedReach(excess);
  const conditional = { value: mean, lo95: mean - down / (1 - level), hi95: mean + up / (1 - level) };
  return { valueAtRisk, conditional, weights };
}

/** The mean of the worst (1 - level) of a sample alone, as `tailRisk` has it; for samples by the dozen. Cost: one sort. */
export function tailMean(losses: Float64Array, level: number): number {
  const sorted = losses.slice().sort();
  const tail = sorted.length * (1 - level);
  let left = tail;
  let mean = 0;
  for (let rank = sorted.length - 1; rank >= 0 && left > 0; rank--, left--)
    mean += (Math.min(1, left) / tail) * sorted[rank]!;
  return mean;
}

/** Mean of a sample with its 95 % interval, which leans to the side of a skewed sample's tail. */
export function meanWithError(values: ArrayLike<number>): WithError {
  const count = values.length;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[at]!;
  const mean = sum / count;
  const { down, up } = skewedReach(values);
  return { value: mean, lo95: mean - down, hi95: mean + up };
}
