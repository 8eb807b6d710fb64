const WEEKS_PER_YEAR = 365.25 / 7;

/**
 * Prices that are reviewed once a year, against the plan's first day: (1 + rise)^whole years passed.
 *
 * Use for wages, rents and indexed contracts, which change on a date; exchange rates drift (`driftFactor`).
 * Units: rise a year as a share, weeks from the start. Cost: constant.
 *
 * @example reviewedFactor(0.05, 60) // 1.05
 */
export function reviewedFactor(perYear: number, week: number): number {
  return (1 + perYear) ** Math.floor((week + 0.5) / WEEKS_PER_YEAR);
}

/**
 * A price that moves a little every day, against the plan's first day, at the middle of a week: (1 + change)^years.
 *
 * @example driftFactor(0.1, 51.7) // about 1.1
 */
export function driftFactor(perYear: number, week: number): number {
  return (1 + perYear) ** ((week + 0.5) / WEEKS_PER_YEAR);
}
