const HALF_LOG_TWO_PI = 0.9189385332046727;

/**
 * What Stirling's formula misses: ln Γ(n + 1) less (n + 1/2) ln n - n + ln(2π)/2, for real n above 0.
 *
 * Use inside Poisson and gamma probabilities, where factorial and power are large and nearly cancel (`poissonDensity`
 * does so). Asymptotic series from n = 16 on; smaller n are shifted up first.
 *
 * Source: Loader, Fast and Accurate Computation of Binomial Probabilities (2000); Abramowitz & Stegun 6.1.41.
 * Units: none. Valid: n above 0. Error below 1e-15 absolute from 16 on, 1e-14 below. Cost: constant.
 *
 * @example stirlingError(10) // 0.008330563433362871
 */
export function stirlingError(n: number): number {
  if (n >= 16) return series(n);
  let product = 1;
  let shifted = n;
  while (shifted < 16) {
    shifted += 1;
    product *= shifted;
  }
  const logGamma =
    (shifted + 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series(shifted) - Math.log(product);
  return logGamma - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
}

function series(n: number): number {
  const y = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * y) * y) * y) * y) * y) / n;
}

/**
 * n ln(n / mean) + mean - n: how far a Poisson count n lies from its mean, in nats, without cancellation near it.
 *
 * Source: Loader (2000), section 2 (there `bd0`).
 * Units: none. Valid: n at least 0, mean above 0. Cost: constant, a short series near the mean.
 *
 * @example poissonDeviance(100, 100) // 0
 */
export function poissonDeviance(n: number, mean: number): number {
  if (n === 0) return mean;
  const gap = n - mean;
  if (Math.abs(gap) >= 0.1 * (n + mean)) return n * Math.log(n / mean) + mean - n;
  const v = gap / (n + mean);
  const square = v * v;
  let sum = gap * v;
  let term = 2 * n * v;
  for (let k = 3; k < 1000; k += 2) {
    term *= square;
    const next = sum + term / k;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * Probability of exactly n events when `mean` are expected, for real n (a gamma function in place of the factorial).
 *
 * Formula: e^-mean mean^n / Γ(n + 1), by its distance from the peak, so that nothing overflows.
 * Source: Loader (2000). Units: none. Valid: n at least 0, mean above 0. Relative error about 1e-16 (1 + deviance).
 * Cost: constant.
 *
 * @example poissonDensity(10, 10) // 0.12511003572113329
 */
export function poissonDensity(n: number, mean: number): number {
  return n === 0 ? Math.exp(-mean) : Math.exp(logPoissonDensity(n, mean));
}

/** Natural logarithm of `poissonDensity`; stays in range where the density itself underflows. */
export function logPoissonDensity(n: number, mean: number): number {
  if (n === 0) return -mean;
  return -stirlingError(n) - poissonDeviance(n, mean) - HALF_LOG_TWO_PI - 0.5 * Math.log(n);
}
