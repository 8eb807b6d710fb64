import { type LearningCurve, speedByTenure } from '../../workforce';

const DAYS_PER_MONTH = 365.25 / 12;
const LN_9 = Math.log(9);

/**
 * Share of the heads of a surge contract that are there after some days.
 *
 * 1 ÷ (1 + (days ÷ days to half) ^ -k), with k such that nine tenths are there at the time given: nobody on the first
 * day, half and nine tenths exactly when promised, the last ones late. A logistic curve in the logarithm of time.
 *
 * Units: days and weeks. Valid: weeksToNinety > weeksToHalf > 0. Cost: constant.
 *
 * @example surgeShare({ weeksToHalf: 3, weeksToNinety: 6 }, 21) // 0.5
 */
export function surgeShare(
  ramp: { readonly weeksToHalf: number; readonly weeksToNinety: number },
  days: number,
): number {
  if (days <= 0) return 0;
  const steepness = LN_9 / Math.log(ramp.weeksToNinety / ramp.weeksToHalf);
  return 1 / (1 + (days / (ramp.weeksToHalf * 7)) ** -steepness);
}

/** Heads there on each day of a surge as a share of those ordered, and the same at full speed: the new are slow. */
export function surgeByDay(
  ramp: { readonly weeksToHalf: number; readonly weeksToNinety: number },
  learning: LearningCurve,
  days: number,
): { readonly heads: Float64Array; readonly output: Float64Array } {
  const heads = Float64Array.from({ length: days }, (_, day) => surgeShare(ramp, day + 0.5));
  const output = new Float64Array(days);
  for (let day = 0; day < days; day++) {
    for (let since = 0; since <= day; since++) {
      const came = heads[since]! - (since > 0 ? heads[since - 1]! : 0);
      output[day]! += came * speedByTenure(learning, (day - since) / DAYS_PER_MONTH);
    }
  }
  return { heads, output };
}
