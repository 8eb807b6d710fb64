const WEEKS_PER_MONTH = 365.25 / 12 / 7;

/** When parts of a move happen, as weeks of the plan: every part is as large as the others. */
export interface TransitionSchedule {
  /** Weeks in which a part of the new people starts on contacts. */
  readonly arrivals: readonly number[];
  /** Weeks in which the people whose work that was are let go; one for each arrival. */
  readonly releases: readonly number[];
}

/**
 * A move in equal monthly parts, with both sides paid for some weeks of each.
 *
 * Part k of n starts on contacts round(k × 4.348) weeks after the first; its counterpart leaves `overlapWeeks` later.
 *
 * Units: weeks of the plan, months. Valid: at least one month. Cost: linear in months.
 *
 * @example transitionSchedule({ firstWeek: 10, months: 3, overlapWeeks: 4 }).releases // [14, 18, 23]
 */
export function transitionSchedule(facts: {
  readonly firstWeek: number;
  readonly months: number;
  readonly overlapWeeks: number;
}): TransitionSchedule {
  const { firstWeek, months, overlapWeeks } = facts;
  const arrivals = Array.from({ length: months }, (_, part) => firstWeek + Math.round(part * WEEKS_PER_MONTH));
  return { arrivals, releases: arrivals.map((week) => week + overlapWeeks) };
}

/** Share of the parts that have happened by a week, that week's included. */
export function sharePassed(weeks: readonly number[], week: number): number {
  return weeks.filter((one) => one <= week).length / weeks.length;
}

/** The week in which the last part has happened on both sides. */
export function lastWeek({ arrivals, releases }: TransitionSchedule): number {
  return Math.max(arrivals.at(-1)!, releases.at(-1)!);
}
