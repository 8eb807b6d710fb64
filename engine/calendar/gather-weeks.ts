import { addDays } from './civil-days';
import { ISO_WEEKS, type WeekLabel, type WeekRule, weekLabels } from './plan-weeks';

/** What weeks are gathered into: single weeks, months or periods of the 4-4-5 family, quarters, years. */
export const WEEK_GROUPS = ['week', 'period', 'quarter', 'year'] as const;
export type WeekGroup = (typeof WEEK_GROUPS)[number];

/** Weeks of a horizon that finance counts together. */
export interface GatheredWeeks {
  /** `2027-W01`, `2027-01`, `2027-P01`, `2027-Q1` or `2027`. */
  readonly label: string;
  readonly startDate: string;
  readonly endDate: string;
  /** First week of the horizon in it, counted from 0, and how many. */
  readonly first: number;
  readonly weeks: number;
  /** Whether the horizon holds all of its weeks; a part of a quarter is no fall in demand. */
  readonly isWhole: boolean;
}

/**
 * Gathers the weeks of a horizon for finance, in any planning calendar.
 *
 * Use to add weekly figures up by month, period, quarter or year; every week belongs to exactly one group, so sums agree
 * in any calendar. A week belongs to the month that holds its fourth day.
 * Source and rules: `weekLabels`. Cost: constant a week.
 *
 * @example gatherWeeks({ startDate: '2027-01-31', weeks: 13 }, weekRuleOf('4-5-4'), 'period').map(({ weeks }) => weeks) // [4, 5, 4]
 */
export function gatherWeeks(
  horizon: { readonly startDate: string; readonly weeks: number },
  rule: WeekRule = ISO_WEEKS,
  by: WeekGroup = 'period',
): readonly GatheredWeeks[] {
  const { startDate, weeks } = horizon;
  // One week more on either side tells whether the first and the last group go on outside.
  const around = weekLabels({ startDate: addDays(startDate, -7), weeks: weeks + 2 }, rule).map((week) =>
    nameOf(week, by),
  );
  const groups: GatheredWeeks[] = [];
  weekLabels(horizon, rule).forEach((week, at) => {
    const label = nameOf(week, by);
    const last = groups.at(-1);
    if (last?.label === label) {
      groups[groups.length - 1] = { ...last, endDate: week.endDate, weeks: last.weeks + 1 };
    } else {
      groups.push({ label, startDate: week.startDate, endDate: week.endDate, first: at, weeks: 1, isWhole: true });
    }
  });
  return groups.map((group) => ({
    ...group,
    isWhole: around[group.first] !== group.label && around[group.first + group.weeks + 1] !== group.label,
  }));
}

function nameOf(week: WeekLabel, by: WeekGroup): string {
  if (by === 'week') return week.label;
  if (by === 'period') return week.periodLabel;
  // A month's quarter and year are those of its days, a period's those of its fiscal year.
  const year = /^\d{4}-\d{2}$/.test(week.periodLabel) ? week.periodLabel.slice(0, 4) : String(week.year);
  return by === 'quarter' ? `${year}-Q${week.quarter}` : year;
}
