import { InputFault, type Issue, issue } from '../units';
import {
  civilToDay,
  dateOfDay,
  dayNumber,
  daysInMonth,
  dayToCivil,
  isDate,
  twoDigits,
  weekdayOfDay,
} from './civil-days';

/** The day on which a plan's weeks start. */
export type WeekStart = 'monday' | 'sunday';

/** How weeks are gathered for finance: calendar months, or quarters of 13 weeks in three periods. */
export type PeriodPattern = 'months' | '4-4-5' | '4-5-4' | '5-4-4';

/** Where a year of whole weeks ends: on the last such weekday of a month, or on the one nearest the month's end. */
export interface YearEnd {
  /** 1 (January) to 12. */
  readonly month: number;
  readonly rule: 'last' | 'nearest';
}

/** How a plan names its weeks. */
export interface WeekRule {
  readonly weekStart: WeekStart;
  readonly periods: PeriodPattern;
  /**
   * The fiscal year's end. Without it years follow ISO 8601: week 1 holds 4 January, for Sunday weeks too (the CDC's
   * rule), so a week belongs to the year of its fourth day.
   */
  readonly yearEnd?: YearEnd | undefined;
}

/** A plan week and what planners and finance call it. */
export interface WeekLabel {
  /** Counted from 0 at the horizon's start. */
  readonly index: number;
  readonly startDate: string;
  /** The week's last day. */
  readonly endDate: string;
  /** The year that the week counts in, which may differ from its days' calendar year. */
  readonly year: number;
  /** 1 to 53. */
  readonly week: number;
  /** `2027-W01`. */
  readonly label: string;
  /** 1 to 4. */
  readonly quarter: number;
  /** 1 to 12: the month, or the period of the 4-4-5 family; a 53rd week belongs to the last. */
  readonly period: number;
  /** `2027-01` for a month, `2027-P01` for a period. */
  readonly periodLabel: string;
}

export const ISO_WEEKS: WeekRule = { weekStart: 'monday', periods: 'months' };

/** The names under which a plan chooses its weeks. */
export const WEEK_RULES = ['iso', 'sunday', '4-4-5', '4-5-4', '5-4-4'] as const;
export type WeekRuleName = (typeof WEEK_RULES)[number];

/**
 * The rule behind a name: `iso` and `sunday` gather weeks by month; the 4-4-5 family is the retail calendar of Sunday
 * weeks whose year ends on the Saturday nearest 31 January.
 */
export function weekRuleOf(name: WeekRuleName): WeekRule {
  if (name === 'iso') return ISO_WEEKS;
  if (name === 'sunday') return { weekStart: 'sunday', periods: 'months' };
  return { weekStart: 'sunday', periods: name, yearEnd: { month: 1, rule: 'nearest' } };
}

const PATTERNS: Readonly<Record<Exclude<PeriodPattern, 'months'>, readonly [number, number, number]>> = {
  '4-4-5': [4, 4, 5],
  '4-5-4': [4, 5, 4],
  '5-4-4': [5, 4, 4],
};

/**
 * Names every week of a horizon in a planning calendar.
 *
 * Use for the axis of weekly plans and to gather weeks for finance. A plan week is seven days from the start date; one
 * that straddles two calendar weeks takes the name of the calendar week that holds its fourth day.
 *
 * Source: ISO 8601 for Monday weeks; CDC MMWR weeks for Sunday weeks; National Retail Federation 4-5-4 calendar for
 * years that end at the weekday nearest a month's end. A fiscal year that ends in January or February is named for the
 * year in which it began, any other for the year in which it ends.
 * Units: whole weeks. Valid: existing dates, 1 week or more. Cost: constant a week.
 *
 * @example weekLabels({ startDate: '2027-01-04', weeks: 1 })[0]?.label // '2027-W01'
 */
export function weekLabels(
  horizon: { readonly startDate: string; readonly weeks: number },
  rule: WeekRule = ISO_WEEKS,
): readonly WeekLabel[] {
  const issues = checkWeekRule(horizon, rule);
  if (issues.length > 0) throw new InputFault(issues);
  const startDay = dayNumber(horizon.startDate);
  return Array.from({ length: horizon.weeks }, (_, index) => labelOf(index, startDay + index * 7, rule));
}

function labelOf(index: number, firstDay: number, rule: WeekRule): WeekLabel {
  const fourthDay = firstDay + 3;
  const { year, startDay } = yearOf(fourthDay, rule);
  const week = Math.floor((fourthDay - startDay) / 7) + 1;
  const months = rule.periods === 'months';
  const civil = dayToCivil(fourthDay);
  const period = months ? civil.month : periodOfWeek(week, rule.periods);
  return {
    index,
    startDate: dateOfDay(firstDay),
    endDate: dateOfDay(firstDay + 6),
    year,
    week,
    label: `${year}-W${twoDigits(week)}`,
    quarter: Math.ceil(period / 3),
    period,
    periodLabel: months ? `${civil.year}-${twoDigits(period)}` : `${year}-P${twoDigits(period)}`,
  };
}

function periodOfWeek(week: number, pattern: Exclude<PeriodPattern, 'months'>): number {
  const quarter = Math.min(3, Math.floor((week - 1) / 13));
  const weekOfQuarter = week - 1 - quarter * 13;
  const [first, second] = PATTERNS[pattern];
  const within = weekOfQuarter < first ? 0 : weekOfQuarter < first + second ? 1 : 2;
  return quarter * 3 + within + 1;
}

/**
 * First day and number of weeks, 52 or 53, of a year in a planning calendar.
 *
 * @example yearWeeks(2026, ISO_WEEKS).weeks // 53
 */
export function yearWeeks(year: number, rule: WeekRule): { readonly startDate: string; readonly weeks: number } {
  const startDay = yearStart(year, rule);
  return { startDate: dateOfDay(startDay), weeks: (yearStart(year + 1, rule) - startDay) / 7 };
}

function yearOf(day: number, rule: WeekRule): { readonly year: number; readonly startDay: number } {
  let year = dayToCivil(day).year + 1;
  let startDay = yearStart(year, rule);
  while (startDay > day) {
    year -= 1;
    startDay = yearStart(year, rule);
  }
  return { year, startDay };
}

function yearStart(year: number, rule: WeekRule): number {
  const firstWeekday = rule.weekStart === 'monday' ? 0 : 6;
  if (rule.yearEnd === undefined) {
    const fourthOfJanuary = civilToDay(year, 1, 4);
    return fourthOfJanuary - ((weekdayOfDay(fourthOfJanuary) - firstWeekday + 7) % 7);
  }
  const { month, rule: endRule } = rule.yearEnd;
  // The year before this one ends in this calendar year when it is named for its start, else in the one before.
  const endYear = month <= 2 ? year : year - 1;
  const monthEnd = civilToDay(endYear, month, daysInMonth(endYear, month));
  const lastWeekday = (firstWeekday + 6) % 7;
  const back = (weekdayOfDay(monthEnd) - lastWeekday + 7) % 7;
  const end = endRule === 'nearest' && back > 3 ? monthEnd - back + 7 : monthEnd - back;
  return end + 1;
}

function checkWeekRule(horizon: { readonly startDate: string; readonly weeks: number }, rule: WeekRule): Issue[] {
  const issues: Issue[] = [];
  if (!isDate(horizon.startDate)) {
    issues.push(issue('calendar.date', 'startDate', horizon.startDate, 'an existing date such as 2027-01-04'));
  }
  if (!Number.isInteger(horizon.weeks) || horizon.weeks < 1) {
    issues.push(issue('calendar.weeks', 'weeks', horizon.weeks, 'a whole number from 1 up'));
  }
  const month = rule.yearEnd?.month ?? 1;
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    issues.push(issue('calendar.month', 'yearEnd.month', month, 'a month from 1 to 12'));
  }
  return issues;
}
