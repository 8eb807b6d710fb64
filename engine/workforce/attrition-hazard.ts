import type { Team } from '../plan';

const WEEK_OF_YEAR = 7 / 365.25;

/**
 * Share of people who stay through a week at a yearly attrition rate.
 *
 * Attrition is leavers a year over average heads: a hazard, which may exceed 1, and no probability. A week keeps
 * exp(-rate × 7 ÷ 365.25); a year keeps exp(-rate), 64 % at a rate of 45 %.
 *
 * Source: exponential survival under a constant hazard. Units: leavers a year and head in, share out. Cost: constant.
 *
 * @example weeklySurvival(0.45) // 0.9914
 */
export function weeklySurvival(ratePerYear: number): number {
  return Math.exp(-ratePerYear * WEEK_OF_YEAR);
}

/**
 * Attrition by months since joining, against the team's yearly rate: the factor of the last step begun.
 *
 * @example tenureFactor([{ fromMonths: 0, factor: 2 }, { fromMonths: 6, factor: 0.8 }], 7) // 0.8
 */
export function tenureFactor(
  steps: readonly { readonly fromMonths: number; readonly factor: number }[],
  tenureMonths: number,
): number {
  let factor = steps[0]?.factor ?? 1;
  for (const step of steps) {
    if (step.fromMonths > tenureMonths) break;
    factor = step.factor;
  }
  return factor;
}

/**
 * How occupancy and pay move a team's attrition.
 *
 * (occupancy ÷ reference occupancy)^elasticity × (pay ÷ market pay)^-elasticity, a constant elasticity each. Both
 * elasticities are the planner's own: without a source they are opinion.
 *
 * Units: shares in, factor out. Valid: occupancy above 0; an idle week counts as 1 % occupancy. Cost: constant.
 *
 * @example responseFactor({ referenceOccupancy: 0.8, occupancyElasticity: 1, payAgainstMarket: 1, payElasticity: 1 }, 0.88) // 1.1
 */
export function responseFactor(response: NonNullable<Team['attritionResponse']>, occupancy: number | null): number {
  const { referenceOccupancy, occupancyElasticity, payAgainstMarket, payElasticity } = response;
  const busy = occupancy === null ? 1 : (Math.max(0.01, occupancy) / referenceOccupancy) ** occupancyElasticity;
  return busy * payAgainstMarket ** -payElasticity;
}
