import { InputFault, type Issue, issue } from '../../units';
import type { MixVariant } from '../results';

export interface TransitionOptions {
  /** Where the footprint is to go. */
  readonly target: MixVariant;
  /** Months over which people start; the least that growth allows when absent or fewer. */
  readonly months?: number | undefined;
  /** Weeks for which both sides of a step are paid; 8 when absent. */
  readonly overlapWeeks?: number | undefined;
  /** Week of the plan in which the decision falls; its first when absent. */
  readonly startWeek?: number | undefined;
  /** Points that a week's service may fall below today's; 3 when absent. */
  readonly dipPoints?: number | undefined;
  /** Most that a team grows in a month, as a share of its size; a quarter when absent, an opinion. */
  readonly largestRamp?: number | undefined;
  /** Weeks of pay for somebody let go, and for recruiting somebody, where the plan has no figure; opinions. */
  readonly severanceWeeks?: number | undefined;
  readonly recruitingWeeks?: number | undefined;
}

export type CheckedTransition = { readonly target: MixVariant; readonly months: number | null } & {
  readonly [Name in keyof typeof TRANSITION_DEFAULTS]: number;
};

/** What is taken where nobody says: opinions, and named as such in every answer. */
export const TRANSITION_DEFAULTS = {
  overlapWeeks: 8,
  startWeek: 0,
  dipPoints: 3,
  largestRamp: 0.25,
  severanceWeeks: 8,
  recruitingWeeks: 4,
} as const;
export const MOST_MONTHS = 36;

/** Options with defaults filled in. Errors: `InputFault` for what is out of bounds. */
export function checkedTransition(options: TransitionOptions, weeks: number): CheckedTransition {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings = { months: null, ...TRANSITION_DEFAULTS, ...given } as CheckedTransition;
  const issues: Issue[] = [];
  const check = (name: keyof Omit<CheckedTransition, 'target'>, least: number, most: number, whole: boolean) => {
    const value = settings[name];
    if (value === null || (value >= least && value <= most && (!whole || Number.isInteger(value)))) return;
    issues.push(issue('transition.option', name, value, `${whole ? 'a whole number, ' : ''}${least} to ${most}`));
  };
  check('months', 1, MOST_MONTHS, true);
  check('overlapWeeks', 0, 52, true);
  check('startWeek', 0, weeks - 1, true);
  check('dipPoints', 0, 100, false);
  check('largestRamp', 0.01, 10, false);
  check('severanceWeeks', 0, 104, false);
  check('recruitingWeeks', 0, 104, false);
  if (issues.length > 0) throw new InputFault(issues);
  return settings;
}
