import type { Band } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { formatMoney, formatPrice, signed } from '../../format';

/** How amounts are read: in which currency, at how many of it for one of the plan's. */
export interface Reading {
  readonly code: string;
  readonly perUnit: number;
}

/** The plan's own currency, or one of those that the plan gives a rate for. */
export function readingOf(plan: Plan, code: string): Reading {
  const found = plan.money?.currencies?.find((one) => one.currency === code);
  return found ? { code: found.currency, perUnit: found.perUnit } : { code: plan.currency, perUnit: 1 };
}

export const currenciesOf = (plan: Plan): string[] => [
  plan.currency,
  ...(plan.money?.currencies ?? []).map(({ currency }) => currency),
];

/** Large amounts, abbreviated. */
export const amount = (value: number | null | undefined, { code, perUnit }: Reading): string =>
  formatMoney(value === null || value === undefined ? value : value * perUnit, code);

/** Amounts with their cents, such as the cost of a contact. */
export const price = (value: number | null | undefined, { code, perUnit }: Reading): string =>
  formatPrice(value === null || value === undefined ? value : value * perUnit, code);

export const change = (value: number, reading: Reading): string => signed(value, (one) => amount(one, reading));

/** A band in words: nothing where it is one number. */
export function bandWords({ low, high }: Band, write: (value: number) => string): string {
  return low < high ? `${write(low)} to ${write(high)} in nine of ten draws` : 'no figure behind it is a range';
}

/** The ends of a band, short enough for a table. */
export function spreadWords({ low, high }: Band, write: (value: number) => string): string {
  return low < high ? `${write(low)} to ${write(high)}` : '–';
}
