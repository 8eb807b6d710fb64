import type { Team } from '../plan';

/** How somebody gets faster. */
export interface LearningCurve {
  readonly firstMonthSpeed: number;
  readonly monthsToFullSpeed: number;
  /** 1 (and absent) is a straight line; above 1 most is gained late, below 1 early. */
  readonly shape?: number | undefined;
}

/**
 * Speed of an agent by months on contacts, against full speed.
 *
 * first speed + (1 - first speed) × (months ÷ months to full speed)^shape, then level. A shape of 1 is a straight line; the
 * shape that fits a published average comes from `shapeOfAverage`.
 *
 * Source: linear approximation of the curve in Gans and Zhou (2002, Operations Research 50(6)); first-month speeds of
 * about 0.53 are reported for 1,800 agents in eight centers. Units: months of tenure, share of full speed. Cost: constant.
 *
 * @example speedByTenure({ firstMonthSpeed: 0.5, monthsToFullSpeed: 5 }, 2) // 0.7
 */
export function speedByTenure(learning: LearningCurve, tenureMonths: number): number {
  const { firstMonthSpeed, monthsToFullSpeed, shape = 1 } = learning;
  if (tenureMonths >= monthsToFullSpeed) return 1;
  const way = Math.max(0, tenureMonths) / monthsToFullSpeed;
  return Math.min(1, firstMonthSpeed + (1 - firstMonthSpeed) * (shape === 1 ? way : way ** shape));
}

/**
 * Mean speed of somebody who stays, over the first months on contacts.
 *
 * The integral of `speedByTenure` over those months, divided by them: while it rises, first speed + (1 - first speed) ×
 * (months ÷ months to full speed)^shape ÷ (shape + 1).
 *
 * Units: months, share of full speed. Valid: months above 0. Cost: constant.
 *
 * @example averageSpeed({ firstMonthSpeed: 0.5, monthsToFullSpeed: 12 }, 12) // 0.75
 */
export function averageSpeed(learning: LearningCurve, months: number): number {
  const { firstMonthSpeed, monthsToFullSpeed, shape = 1 } = learning;
  const rising = Math.min(months, monthsToFullSpeed);
  const gained = rising > 0 ? ((1 - firstMonthSpeed) * (rising / monthsToFullSpeed) ** shape) / (shape + 1) : 0;
  return (rising * (firstMonthSpeed + gained) + (months - rising)) / months;
}

/**
 * The shape of a curve from two figures that are published more often than curves: speed at first, and mean speed until
 * full speed.
 *
 * shape = (1 - first) ÷ (mean - first) - 1. A mean halfway between first and full speed is a straight line.
 *
 * Source: `averageSpeed` solved for the shape. Units: shares of full speed. Valid: first < mean < 1. Cost: constant.
 *
 * @example shapeOfAverage(0.53, 0.67) // 2.357, month 1 and the first year of 1,800 agents in eight centers (Cinareo)
 */
export function shapeOfAverage(firstSpeed: number, meanSpeed: number): number {
  return (1 - firstSpeed) / (meanSpeed - firstSpeed) - 1;
}

/** A team's curve of speed and, where it is stated, of resolution; every skill after the first may lengthen both. */
export function teamLearning(team: Team): { readonly speed: LearningCurve; readonly quality: LearningCurve | null } {
  const { firstMonthSpeed, firstMonthQuality, monthsToFullSpeed, monthsPerExtraSkill = 0, shape } = team.learning;
  const months = monthsToFullSpeed + monthsPerExtraSkill * (team.skills.length - 1);
  const curve = (first: number) => ({ firstMonthSpeed: first, monthsToFullSpeed: months, shape });
  return { speed: curve(firstMonthSpeed), quality: firstMonthQuality === undefined ? null : curve(firstMonthQuality) };
}
