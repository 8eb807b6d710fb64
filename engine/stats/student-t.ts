import { logPoissonDensity } from './stirling-error';

/**
 * The quantile of Student's t: how many standard errors to go either side of a mean of few values.
 *
 * Use for an interval around the mean of replications or batches; above a few hundred degrees of freedom it is the
 * normal quantile. The distribution function is a finite regularized beta function, inverted by bisection.
 *
 * Source: Abramowitz & Stegun 26.7.1 and 26.5.8 (continued fraction of the incomplete beta function).
 * Units: none. Valid: probability above 0 and below 1, degrees at least 1. Error below 1e-10. Cost: about 10 µs.
 *
 * @example studentTQuantile(0.975, 9) // 2.262157162798…
 */
export function studentTQuantile(probability: number, degrees: number): number {
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentTQuantile(1 - probability, degrees);
  const tail = 1 - probability;
  let low = 0;
  let high = 2;
  while (upperTail(high, degrees) > tail) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2;
    if (upperTail(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(T > t) for t >= 0: half the regularized beta function of degrees / (degrees + t^2). */
function upperTail(t: number, degrees: number): number {
  const x = degrees / (degrees + t * t);
  return 0.5 * regularizedBeta(x, degrees / 2, 0.5);
}

function regularizedBeta(x: number, p: number, q: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(p * Math.log(x) + q * Math.log1p(-x) - logBeta(p, q));
  if (x < (p + 1) / (p + q + 2)) return (front * betaFraction(x, p, q)) / p;
  return 1 - (front * betaFraction(1 - x, q, p)) / q;
}

function logBeta(p: number, q: number): number {
  return logGamma(p) + logGamma(q) - logGamma(p + q);
}

/** ln Γ(x): the Poisson density at its own mean holds the factorial. */
function logGamma(x: number): number {
  return x * Math.log(x) - x - logPoissonDensity(x, x) - Math.log(x);
}

/** Lentz's evaluation of the continued fraction. */
function betaFraction(x: number, p: number, q: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((p + q) * x) / (p + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let value = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (q - m) * x) / ((p + 2 * m - 1) * (p + 2 * m));
    d = 1 / guard(1 + even * d, tiny);
    c = guard(1 + even / c, tiny);
    value *= d * c;
    const odd = (-(p + m) * (p + q + m) * x) / ((p + 2 * m) * (p + 2 * m + 1));
    d = 1 / guard(1 + odd * d, tiny);
    c = guard(1 + odd / c, tiny);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

function guard(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
