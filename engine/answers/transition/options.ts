import { addDays, dayNumber, isDate } from '../../calendar';
import type { Plan } from '../../plan';
import { InputFault, type Issue, issue, rangeIssues } from '../../units';
import type { MixVariant } from '../results';

export interface TransitionOptions {
  /** Where the footprint is to go. */
  readonly target: MixVariant;
  /** Months over which people start; the least that growth allows when absent or fewer. */
  readonly months?: number | undefined;
  /** Weeks for which both sides of a step are paid; 8 when absent. */
  readonly overlapWeeks?: number | undefined;
  /** Day on which it is decided, which counts from the start of its week; the plan's first when absent. */
  readonly startDate?: string | undefined;
  /** Points that a week's service may fall below today's; 3 when absent. */
  readonly dipPoints?: number | undefined;
  /** Most that a team grows in a month, as a share of its size; a quarter when absent, an opinion. */
  readonly largestRamp?: number | undefined;
  /** Weeks of pay for somebody let go, and for recruiting somebody, where the plan has no figure; opinions. */
  readonly severanceWeeks?: number | undefined;
  readonly recruitingWeeks?: number | undefined;
}

export type CheckedTransition = { readonly target: MixVariant; readonly months: number | null } & {
  /** Week of the plan in which the decision falls. */
  readonly startWeek: number;
} & { readonly [Name in keyof typeof TRANSITION_DEFAULTS]: number };

/** What is taken where nobody says: opinions, and named as such in every answer. */
export const TRANSITION_DEFAULTS = {
  overlapWeeks: 8,
  dipPoints: 3,
  largestRamp: 0.25,
  severanceWeeks: 8,
  recruitingWeeks: 4,
} as const;
export const MOST_MONTHS = 36;

/** Options with defaults filled in. Errors: `InputFault` for what is out of bounds. */
export function checkedTransition(options: TransitionOptions, calendar: Plan['calendar']): CheckedTransition {
  const { startDate = calendar.startDate, ...rest } = options;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const issues: Issue[] = [];
  const startWeek = isDate(startDate)
    ? Math.floor((dayNumber(startDate) - dayNumber(calendar.startDate)) / 7)
    : Number.NaN;
  if (!(startWeek >= 0 && startWeek < calendar.weeks)) {
    const last = addDays(calendar.startDate, calendar.weeks * 7 - 1);
    issues.push(issue('transition.option', 'startDate', startDate, `a day from ${calendar.startDate} to ${last}`));
  }
  const settings = { months: null, startWeek, ...TRANSITION_DEFAULTS, ...given } as CheckedTransition;
  const check = (
    name: keyof Omit<CheckedTransition, 'target' | 'startWeek'>,
    least: number,
    most: number,
    whole: boolean,
  ) => {
    const value = settings[name];
    if (value !== null) issues.push(...rangeIssues('transition.option', name, value, { least, most, whole }));
  };
  check('months', 1, MOST_MONTHS, true);
  check('overlapWeeks', 0, 52, true);
  check('dipPoints', 0, 100, false);
  check('largestRamp', 0.01, 10, false);
  check('severanceWeeks', 0, 104, false);
  check('recruitingWeeks', 0, 104, false);
  if (issues.length > 0) throw new InputFault(issues);
  return settings;
}
