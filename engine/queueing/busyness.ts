import { gammaProbability, gammaQuantile, gaussLegendre } from '../stats';
import { InputFault, issue } from '../units';

/** Forecast and actual contacts of one day, or of one interval on many days. */
export interface DayCount {
  readonly forecast: number;
  readonly actual: number;
}

/**
 * How much whole days differ from their forecast beyond the chance of single contacts: coefficient of variation of the
 * busyness factor.
 *
 * Use on past days to find the `dailyVariation` of a percentile plan. Counts scatter by themselves, as Poisson numbers
 * do; that part is taken out, because a queue's formula has it already.
 *
 * Formula: variation² = Σ ((actual - forecast)² - forecast) / Σ forecast², at least 0.
 * Source: Jongbloed & Koole, Managing Uncertainty in Call Centers Using Poisson Mixtures, Appl. Stochastic Models Bus.
 * Ind. 17 (2001), by moments. Units: contacts; a share out. Valid: two days or more with a forecast above 0; the error
 * is about variation × √(1 / 2 days). Cost: O(days).
 *
 * @example busynessVariation([{ forecast: 1000, actual: 1100 }, { forecast: 1000, actual: 900 }]) // 0.095
 */
export function busynessVariation(days: readonly DayCount[]): number {
  const issues = days.flatMap(({ forecast, actual }, at) =>
    forecast > 0 && forecast < 1e12 && actual >= 0 && actual < 1e12
      ? []
      : [
          issue(
            'busyness.day',
            `days[${at}]`,
            `${forecast}, ${actual}`,
            'a forecast above 0 and an actual of at least 0',
          ),
        ],
  );
  if (days.length < 2) issues.push(issue('busyness.days', 'days', days.length, 'two days or more'));
  if (issues.length > 0) throw new InputFault(issues);
  let spread = 0;
  let size = 0;
  for (const { forecast, actual } of days) {
    spread += (actual - forecast) ** 2 - forecast;
    size += forecast * forecast;
  }
  return Math.sqrt(Math.max(0, spread / size));
}

/** How busy a day is that is not exceeded with a given probability, the expected day being 1. */
export function busyDay(variation: number, share: number): number {
  return variation > 0 ? gammaQuantile(1 / (variation * variation), share) : 1;
}

/** Share of days that are at most so busy. */
export function shareOfDaysBelow(variation: number, busyness: number): number {
  if (variation > 0) return gammaProbability(1 / (variation * variation), busyness / (variation * variation));
  return busyness >= 1 ? 1 : 0;
}

const RULE = gaussLegendre(64);

/**
 * Share of days on which each of several streams stays at or below its own busyness.
 *
 * Use for streams that share a part of their luck. Each factor is gamma with its own variation; a part of it is the same
 * for all, another its own: X(s) = (G + G(s)) / shape(s), with G common. With `common` 1 and equal variations it is one
 * factor over all streams, with 0 they are independent.
 *
 * Formula: mean over G of the product of P(G(s) <= shape(s) busyness(s) - G).
 * Source: Mathai & Moschopoulos, On a Multivariate Gamma, J. Multivariate Analysis 39 (1991).
 * Units: shares. Valid: variation 0 to 3. Error below 1e-4 by quadrature, less than 1e-9 when `common` is 0 or 1 and
 * variations are equal. Cost: about 1 ms.
 */
export function shareOfDaysTogether(
  variations: readonly number[],
  busyness: readonly number[],
  common: number,
): number {
  const moving = variations.flatMap((variation, at) =>
    variation > 0 ? [{ shape: 1 / variation ** 2, reach: busyness[at]! / variation ** 2 }] : [],
  );
  if (variations.some((variation, at) => variation === 0 && busyness[at]! < 1)) return 0;
  if (moving.length === 0) return 1;
  const shared = common * Math.min(...moving.map(({ shape }) => shape));
  const product = (luck: number) =>
    moving.reduce((sum, { shape, reach }) => sum * ownShare(shape - shared, reach - luck, shape), 1);
  if (shared < 1e-9) return product(0);
  const edge = gammaProbability(shared, Math.min(...moving.map(({ reach }) => reach)));
  let mean = 0;
  for (let i = 0; i < RULE.nodes.length; i++) {
    mean += RULE.weights[i]! * product(shared * gammaQuantile(shared, edge * RULE.nodes[i]!));
  }
  return edge * mean;
}

/** P(own part of luck <= rest); a stream without any is within its reach or not. */
function ownShare(shape: number, rest: number, whole: number): number {
  if (shape <= 1e-9 * whole) return rest >= 0 ? 1 : 0;
  return gammaProbability(shape, rest);
}
