import { logPoissonDensity, poissonDensity } from '../stats';
import { fallingIntegral, plungingIntegral } from './log-concave-integral';

/** A term below this share of its sum no longer moves it. */
const CUT = 1e-17;
/** Sums longer than this give way to an integral, whose cost is constant. */
const LONGEST_SUM = 350;
/** e^600 and beyond are kept out of sums. */
const LARGEST_EXPONENT = 600;

/**
 * Odds of a free agent against all agents busy, in a system where blocked contacts leave: 1/B - 1, with B of Erlang.
 *
 * The heart of Erlang B, C and A: the weight of all states with a free agent, relative to the state where exactly all
 * are busy. For whole agents it is the sum of n (n-1) … (n-j+1) / a^j over j = 1 … n, taken from its large terms down
 * and cut where it no longer changes. Fractional agents continue it by 1/B(n) = 1 + (n/a) / B(n-1), which 1/B = a times
 * the integral of e^(-a t) (1 + t)^n obeys for real n. Above the load it is taken from the other tail of the Poisson
 * distribution when that is shorter; near the load in large systems from a quadrature of the integral.
 *
 * Source: Cooper, Introduction to Queueing Theory (2nd ed., 1981), ch. 3; Jagers & van Doorn, On the Continued Erlang
 * Loss Function, Oper. Res. Letters 5 (1986), eq. 1.
 * Units: load in erlangs, agents in heads, whole or fractional. Valid: load above 0, agents at least 0. Infinity when
 * B is below 1e-308. Relative error below 1e-12 (1e-11 for less than a hundredth of an agent). Cost: 0.05 to 1 µs.
 *
 * @example freeAgentOdds(14, 10) // B is 1 / (1 + odds) = 0.0568
 */
export function freeAgentOdds(agents: number, load: number): number {
  return agents > load ? oddsAboveLoad(agents, load) : oddsBelowLoad(agents, load);
}

function oddsBelowLoad(n: number, a: number): number {
  const terms = Math.min(n, 8.7 * Math.sqrt(a), 40 / (1 - n / a));
  if (terms <= LONGEST_SUM) return downwardSum(n, a);
  if (n > a - 1) return (n / a) * (1 + oddsBelowLoad(n - 1, a));
  return a * plungingIntegral(a - n - 1, a) - 1;
}

function oddsAboveLoad(n: number, a: number): number {
  const terms = Math.min(n, n - a + 8.7 * Math.sqrt(a));
  if (terms <= LONGEST_SUM && (n < 300 || n < 2 * a)) {
    const odds = downwardSum(n, a);
    if (odds < Number.MAX_VALUE) return odds;
  }
  if (n < 1) return downwardSum(n, a);
  return (1 - tailAbove(n, a)) / poissonDensity(n, a) - 1;
}

/** P(N > n) for a Poisson number N of mean a <= n, n real: the sum after n, or its integral. */
function tailAbove(n: number, a: number): number {
  const density = poissonDensity(n, a);
  if (density === 0) return 0;
  const terms = Math.min(8.7 * Math.sqrt(n), 40 / (n / a - 1));
  if (terms > LONGEST_SUM) return density * (n * fallingIntegral(n - a, a) - 1);
  let sum = 0;
  let term = 1;
  for (let j = 1; ; j++) {
    term *= a / (n + j);
    sum += term;
    if (term < CUT * sum) return density * sum;
  }
}

/**
 * The sum of n (n-1) … (n-j+1) / a^j, four terms a step to keep the processor's pipeline full.
 *
 * It ends where terms have fallen by e^21 from those near the load, and the rest is added in closed form: the loss
 * function is smooth there, and four terms of its expansion in 1/a leave an error below 1e-14 of the sum.
 */
function downwardSum(n: number, a: number): number {
  const inverse = 1 / a;
  const root = Math.sqrt(a);
  const gap = n < a ? (a - n) / root : 0;
  const stop = a - root * Math.sqrt(gap * gap + 42);
  const last = Math.max(stop, 4);
  let sum = 0;
  let term = 1;
  let i = n;
  while (i >= last) {
    const x1 = i * inverse;
    const x2 = x1 - inverse;
    const x3 = x2 - inverse;
    const x4 = x3 - inverse;
    const term1 = term * x1;
    const term2 = term * (x1 * x2);
    const term3 = term2 * x3;
    term = term2 * (x3 * x4);
    sum += term1 + term2 + (term3 + term);
    i -= 4;
  }
  if (stop > 4) return sum + term * oddsFarBelow(i * inverse, inverse);
  while (i >= 1) {
    term *= i * inverse;
    sum += term;
    i -= 1;
  }
  return i > 0 ? sum + term * fractionOdds(i, a) : sum;
}

/**
 * The odds at r a agents for r well below 1, expanded in 1/a.
 *
 * Source: Jagerman, Some Properties of the Erlang Loss Function, Bell System Technical Journal 53 (1974); the
 * coefficients are Eulerian numbers of the second order.
 */
function oddsFarBelow(r: number, inverseLoad: number): number {
  const near = 1 / (1 - r);
  const u = near * near * inverseLoad;
  return near * (r - r * u * (1 - u * (1 + 2 * r - u * (1 + r * (8 + 6 * r)))));
}

/**
 * The integral of e^(-a t) (1 + t)^(f-1), by Legendre's continued fraction from the far end; positive terms only.
 *
 * Source: Abramowitz & Stegun 6.5.31. Valid: a at least 1, f from 0 to 1; the depth leaves an error below 1e-15.
 */
function decayFraction(f: number, a: number): number {
  const depth = Math.ceil(85 / a) + 4;
  let value = a + 2 * depth + 1 - f;
  for (let k = depth; k > 0; k--) value = a + 2 * k - 1 - f - (k * (k - f)) / value;
  return 1 / value;
}

/** The odds for less than one agent, which the recursion can't reach from whole numbers. */
function fractionOdds(f: number, a: number): number {
  if (a >= 1) return f * decayFraction(f, a);
  // 1/B = e^a a^-f Γ(1+f) (1 - P), P the regularized lower gamma function: its series is short for a load below 1.
  const density = poissonDensity(f, a);
  let sum = 0;
  let term = 1;
  for (let j = 1; term > CUT * sum; j++) {
    term *= a / (f + j);
    sum += term;
  }
  return (1 - density * sum) / density - 1;
}

/**
 * Natural logarithm of Erlang's blocking probability; in range at any size, where B itself underflows.
 *
 * Units: load in erlangs above 0, agents at least 0, whole or fractional. Relative error of B below
 * 1e-15 (1 + |ln B|). Cost: as `freeAgentOdds`.
 *
 * @example logErlangB(10000, 200) // -29325.7541713
 */
export function logErlangB(agents: number, load: number): number {
  if (agents > load && agents >= 1) {
    const logDensity = logPoissonDensity(agents, load);
    if (logDensity < -LARGEST_EXPONENT) return logDensity - Math.log1p(-tailAbove(agents, load));
  }
  return -Math.log1p(freeAgentOdds(agents, load));
}
