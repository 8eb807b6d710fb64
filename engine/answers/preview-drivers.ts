import { addDays } from '../calendar';
import { contactsFromDrivers, type DriverDemand, FORMULA_FUNCTION_NAMES, type FormulaIssue } from '../plan';

/** What a formula over drivers gives, and what is wrong with it, before it lands in a plan. */
export interface DriverPreview {
  /** Every week of the horizon with its contacts; null where the formula gives none. */
  readonly weeks: readonly { readonly startDate: string; readonly contacts: number | null }[];
  /** Drivers that the formula names. */
  readonly used: readonly string[];
  /** Functions that a formula may call, for the reader. */
  readonly functions: string;
  /** With column or week where they concern the formula. */
  readonly issues: readonly FormulaIssue[];
}

/**
 * Works out a formula over drivers for every week of a horizon, with its faults as data.
 *
 * Use while a planner writes the formula; a plan that holds one is checked by `checkPlan`.
 *
 * Units: contacts a week. Cost: linear in weeks × parts of the formula.
 */
export function previewDrivers(
  options: DriverDemand & { readonly startDate: string; readonly weeks: number },
): DriverPreview {
  const { contactsByWeek, used, issues } = contactsFromDrivers(options, options, 'demand');
  return {
    weeks: contactsByWeek.map((contacts, week) => ({ startDate: addDays(options.startDate, week * 7), contacts })),
    used,
    functions: FORMULA_FUNCTION_NAMES,
    issues,
  };
}
