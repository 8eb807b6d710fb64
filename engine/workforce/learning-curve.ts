import type { Team } from '../plan';

/**
 * Speed of an agent by months on contacts, against full speed.
 *
 * A straight line from the first month's speed to full speed in the month given, then level.
 *
 * Source: linear approximation of the curve in Gans and Zhou (2002, Operations Research 50(6)); first-month speeds of
 * about 0.53 are reported for 1,800 agents in eight centers. Units: months of tenure, share of full speed. Cost: constant.
 *
 * @example speedByTenure({ firstMonthSpeed: 0.5, monthsToFullSpeed: 5 }, 2) // 0.7
 */
export function speedByTenure(
  learning: Pick<Team['learning'], 'monthsToFullSpeed'> & { readonly firstMonthSpeed: number },
  tenureMonths: number,
): number {
  const { firstMonthSpeed, monthsToFullSpeed } = learning;
  if (tenureMonths >= monthsToFullSpeed) return 1;
  return Math.min(1, firstMonthSpeed + (1 - firstMonthSpeed) * (Math.max(0, tenureMonths) / monthsToFullSpeed));
}
