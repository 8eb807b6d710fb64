/**
 * Present value of flows at the ends of equal periods, the first one now.
 *
 * Σ flow ÷ (1 + rate)^period. Use for the worth of a change today; `internalRate` for the rate at which it is nothing.
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2. Units: currency, rate a period. Cost: O(flows).
 *
 * @example presentValue([-100, 60, 60], 0.1) // 4.13
 */
export function presentValue(flows: ArrayLike<number>, ratePerPeriod: number): number {
  let value = 0;
  for (let at = flows.length - 1; at >= 0; at--) value = value / (1 + ratePerPeriod) + flows[at]!;
  return value;
}

/**
 * What one unit at the end of each of so many periods is worth today: (1 - (1 + rate)^-periods) ÷ rate.
 *
 * @example annuityFactor(0.1, 10) // 6.1446
 */
export function annuityFactor(ratePerPeriod: number, periods: number): number {
  return ratePerPeriod === 0 ? periods : -Math.expm1(-periods * Math.log1p(ratePerPeriod)) / ratePerPeriod;
}

/** A yearly rate as one for each of so many equal parts of a year, compounding to the same: (1 + rate)^(1 ÷ parts) - 1. */
export function ratePerPart(ratePerYear: number, partsPerYear: number): number {
  return Math.expm1(Math.log1p(ratePerYear) / partsPerYear);
}

const UPWARDS = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 100];
const DOWNWARDS = [0, -0.01, -0.02, -0.05, -0.1, -0.2, -0.5, -0.9, -0.99];

/**
 * The rate a period at which flows are worth nothing; null where there is none between -99 % and 10,000 %.
 *
 * For flows that change sign once; with several changes there may be several rates, and that nearest to 0 is given, above 0
 * for flows that add up to a gain, below for a loss. By bisection, which can't leave its bracket. Accuracy 1e-12.
 *
 * @example internalRate([-100, 60, 60]) // 0.1307
 */
export function internalRate(flows: ArrayLike<number>): number | null {
  const steps = presentValue(flows, 0) >= 0 ? UPWARDS : DOWNWARDS;
  for (let at = 1; at < steps.length; at++) {
    let low = Math.min(steps[at - 1]!, steps[at]!);
    let high = Math.max(steps[at - 1]!, steps[at]!);
    const first = presentValue(flows, low);
    if (first === 0) return low;
    if (first * presentValue(flows, high) > 0) continue;
    while (high - low > 1e-13 * Math.max(1, Math.abs(high))) {
      const middle = (low + high) / 2;
      if (middle === low || middle === high) break;
      if (first * presentValue(flows, middle) > 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
  return null;
}

/**
 * Periods until what came in covers what was spent, within a period in a straight line; null where it never does.
 *
 * Plain payback without a rate, discounted payback with one. Source: Brealey, Myers & Allen, ch. 5.
 *
 * @example paybackPeriods([-100, 40, 40, 40], 0) // 2.5
 */
export function paybackPeriods(flows: ArrayLike<number>, ratePerPeriod: number): number | null {
  let sum = 0;
  let covered: number | null = null;
  for (let at = 0; at < flows.length; at++) {
    const flow = flows[at]! / (1 + ratePerPeriod) ** at;
    const after = sum + flow;
    if (after < 0) covered = null;
    else if (covered === null) covered = flow > 0 && sum < 0 ? at - 1 + -sum / flow : at;
    sum = after;
  }
  return covered;
}
