import { addDays } from '../../calendar';
import { type Issue, issue } from '../../units';
import { compileFormula } from './compile-formula';
import type { FormulaProblem } from './formula-problem';
import { DRIVER_NAME, DRIVER_NAME_ALLOWED, FREE_NAME_ALLOWED, isFreeDriverName } from './formula-words';

/** Demand as a formula over drivers. */
export interface DriverDemand {
  readonly formula: string;
  readonly drivers: readonly DriverValues[];
}

export interface DriverValues {
  readonly id: string;
  /** One number that holds in every week, or one for each week of the plan. */
  readonly values: number | readonly number[];
}

/** An issue of a formula, with its place in numbers for a screen. */
export interface FormulaIssue extends Issue {
  /** Column of the formula's text, from 1. */
  readonly column?: number;
  /** First week of the plan concerned, from 0. */
  readonly week?: number;
}

export interface DriverContacts {
  /** Contacts of each week; null where the formula gives none. */
  readonly contactsByWeek: readonly (number | null)[];
  /** Drivers that the formula names. */
  readonly used: readonly string[];
  readonly issues: readonly FormulaIssue[];
}

const MOST_CONTACTS = 1e9;
const WEEKS_NAMED = 5;
const LONGEST_FINDING = 240;

/**
 * Contacts of every plan week from a formula over drivers.
 *
 * Use where demand follows something that the business plans already: orders, bookings, customers, releases. Where only
 * past contacts are known, forecast them instead.
 *
 * Units: contacts a week. Valid: 0 to 1e9 in every week; other results come back as issues that name the week and the
 * part of the formula, never as a number. Cost: linear in weeks × parts of the formula.
 *
 * @example contactsFromDrivers({ formula: 'a * 2', drivers: [{ id: 'a', values: 50 }] }, { startDate: '2027-01-04', weeks: 1 }, 'demand').contactsByWeek // [100]
 */
export function contactsFromDrivers(
  demand: DriverDemand,
  horizon: { readonly startDate: string; readonly weeks: number },
  path: string,
): DriverContacts {
  const { formula, problems } = compileFormula(
    demand.formula,
    demand.drivers.map(({ id }) => id),
  );
  const contactsByWeek = new Array<number | null>(horizon.weeks).fill(null);
  const issues = [...driverIssues(demand, horizon.weeks, path), ...problems.map((one) => textIssue(one, path))];
  if (!formula || issues.length > 0) return { contactsByWeek, used: formula?.used ?? [], issues };

  const faults = new Map<string, { readonly fault: Fault; readonly weeks: number[] }>();
  for (let week = 0; week < horizon.weeks; week++) {
    const values = demand.drivers.map((one) =>
      typeof one.values === 'number' ? one.values : (one.values[week] ?? Number.NaN),
    );
    const { value, failedPart } = formula.evaluate(values);
    const fault = faultOf(value, failedPart);
    if (!fault) {
      contactsByWeek[week] = value === 0 ? 0 : value;
      continue;
    }
    const known = faults.get(fault.kind);
    if (known) known.weeks.push(week);
    else {
      const inputs = demand.drivers.flatMap(({ id }, at) =>
        formula.used.includes(id) ? [`${id} = ${values[at]}`] : [],
      );
      const found = inputs.length > 0 ? `${fault.found} where ${inputs.join(', ')}` : fault.found;
      faults.set(fault.kind, { fault: { ...fault, found: cut(found) }, weeks: [week] });
    }
  }
  for (const { fault, weeks } of faults.values()) issues.push(weekIssue(fault, weeks, horizon.startDate, path));
  return { contactsByWeek, used: formula.used, issues };
}

function driverIssues({ drivers }: DriverDemand, weeks: number, path: string): FormulaIssue[] {
  const seen = new Set<string>();
  return drivers.flatMap(({ id, values }, at) => {
    const place = `${path}.drivers[${at}]`;
    const found: Issue[] = [];
    if (!DRIVER_NAME.test(id)) found.push(issue('formula.name', `${place}.id`, id, DRIVER_NAME_ALLOWED));
    else if (!isFreeDriverName(id)) found.push(issue('formula.name', `${place}.id`, id, FREE_NAME_ALLOWED));
    if (seen.has(id))
      found.push(issue('plan.duplicate-id', `${place}.id`, id, 'an id that no other entry of the list has'));
    seen.add(id);
    if (typeof values !== 'number' && values.length !== weeks) {
      const allowed = `one number, or one for each of the plan's ${weeks} weeks`;
      found.push(issue('plan.weeks', `${place}.values`, `${values.length} weeks`, allowed));
    }
    return found;
  });
}

function textIssue({ code, column, found, allowed }: FormulaProblem, path: string): FormulaIssue {
  const place = `${path}.formula, column ${column}`;
  return { code, path: place, found, allowed, message: `${place}: found ${found}, allowed is ${allowed}`, column };
}

function weekIssue(fault: Fault, weeks: readonly number[], startDate: string, path: string): FormulaIssue {
  const named = weeks.slice(0, WEEKS_NAMED).map((week) => `week ${week + 1} (${addDays(startDate, week * 7)})`);
  const more = weeks.length > named.length ? ` and ${weeks.length - named.length} more` : '';
  const place = `${path}.formula, ${named.join(', ')}${more}`;
  const { kind, found, allowed } = fault;
  const message = `${place}: ${found}; allowed is ${allowed}`;
  return { code: `formula.${kind}`, path: place, found, allowed, message, week: weeks[0]! };
}

interface Fault {
  readonly kind: string;
  readonly found: string;
  readonly allowed: string;
}

function faultOf(value: number, failedPart: string | null): Fault | null {
  if (failedPart !== null) {
    return {
      kind: 'not-finite',
      found: `${failedPart} gives no finite number`,
      allowed: 'contacts of a week, 0 or more',
    };
  }
  if (value < 0)
    return { kind: 'negative', found: `${value} contacts`, allowed: '0 or more; max(0, …) cuts off what is below' };
  if (value > MOST_CONTACTS)
    return { kind: 'too-many', found: `${value} contacts`, allowed: `at most ${MOST_CONTACTS}` };
  return null;
}

const cut = (text: string) => (text.length > LONGEST_FINDING ? `${text.slice(0, LONGEST_FINDING - 1)}…` : text);
