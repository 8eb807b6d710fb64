/** 0.975 quantile of a standard normal number. */
export const Z = 1.959963984540054;

/**
 * How far the 95 % interval of a mean reaches to either side when what it is the mean of is skewed.
 *
 * Use where a few values carry the mean, as in a tail: the interval of 1.96 standard errors then lies too low, since a sample
 * without the rarest values has a small mean and a small error at once. Hall's cubic turns the studentized mean into one without
 * skewness; its inverse at ±1.96 gives a reach upward that is longer than the one downward. Without skewness both are 1.96 errors.
 *
 * Source: Hall (1992, On the removal of skewness by transformation, Journal of the Royal Statistical Society B 54(1)), the monotone
 * cubic. Units: the values'. Valid: two values or more; otherwise both reaches are infinite. Cost: linear.
 *
 * @example skewedReach([1, 2, 3]).up // 1.1316
 */
export function skewedReach(values: ArrayLike<number>): { readonly down: number; readonly up: number } {
  const count = values.length;
  if (count < 2) return { down: Number.POSITIVE_INFINITY, up: Number.POSITIVE_INFINITY };
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[at]!;
  const mean = sum / count;
  let squares = 0;
  let cubes = 0;
  for (let at = 0; at < count; at++) {
    const apart = values[at]! - mean;
    squares += apart ** 2;
    cubes += apart ** 3;
  }
  if (squares <= 0) return { down: 0, up: 0 };
  const error = Math.sqrt(squares / (count - 1) / count);
  const skew = cubes / count / (squares / count) ** 1.5 / Math.sqrt(count);
  // Below a millionth the cubic is a straight line to the last digit that matters.
  const untwist = (z: number) => (Math.abs(skew) < 1e-6 ? z : (3 / skew) * (Math.cbrt(1 + skew * (z - skew / 6)) - 1));
  return { down: error * untwist(Z), up: -error * untwist(-Z) };
}
