import type { Plan } from '../../plan';
import { InputFault, issue } from '../../units';

/** Fields of a plan that hold money: a number, a list of numbers, or a figure with its range. */
const AMOUNTS = new Set([
  'perHour',
  'facilityCostPerSeatMonth',
  'price',
  'perHeadMonth',
  'perHandlingHour',
  'costPerHire',
  'costPerLeaver',
  'costOnce',
  'costPerHead',
  'valuePerCustomer',
  'valuePerCustomerRange',
  'valuePerContact',
  'valuePerContactRange',
  'mostPerYear',
  'budgetPerYear',
  'perMonth',
  'investment',
  'runningPerYear',
]);

/**
 * What one unit of the second plan's currency is worth in the first's: the rate given, or the one that either plan holds.
 *
 * Errors: `InputFault` where the currencies differ and nobody has a rate.
 */
export function exchangeRate(first: Plan, second: Plan, given: number | undefined): number {
  if (first.currency === second.currency) return 1;
  const held = (plan: Plan, currency: string) =>
    plan.money?.currencies?.find((one) => one.currency === currency)?.perUnit;
  if (given !== undefined) {
    if (given > 0 && Number.isFinite(given)) return given;
    throw new InputFault([issue('merge.rate', 'rate', given, 'a number above 0')]);
  }
  const inFirst = held(first, second.currency);
  if (inFirst !== undefined) return 1 / inFirst;
  const inSecond = held(second, first.currency);
  if (inSecond !== undefined) return inSecond;
  throw new InputFault([
    issue(
      'merge.rate',
      'rate',
      `${second.currency} and ${first.currency}`,
      `units of ${first.currency} for one ${second.currency}, given or in either plan’s money.currencies`,
    ),
  ]);
}

/** The plan with every amount of money times a rate, in another currency. Cost: linear in the document. */
export function inCurrency(plan: Plan, currency: string, rate: number): Plan {
  if (plan.currency === currency) return plan;
  const times = (value: unknown): unknown => {
    if (typeof value === 'number') return value * rate;
    return Array.isArray(value) ? value.map(times) : value;
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const { path } = value as { readonly path?: unknown };
    // An edit of a scenario sets an amount where its path ends in one.
    const isEdit = typeof path === 'string' && AMOUNTS.has(path.split('/').at(-1)!);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        (AMOUNTS.has(key) || (isEdit && key === 'value')) && isMoney(inner) ? times(inner) : walk(inner),
      ]),
    );
  };
  const { money, histories, ...rest } = plan;
  const converted = walk(rest) as Plan;
  const currencies = (money?.currencies ?? [])
    .filter((one) => one.currency !== currency)
    .map((one) => ({ ...one, perUnit: one.perUnit / rate }));
  const known = { currency: plan.currency, perUnit: 1 / rate, changePerYear: 0 };
  return {
    ...converted,
    currency,
    histories,
    sites: converted.sites.map((site) => ({ ...site, currency: site.currency ?? plan.currency })),
    money: { ...(money ? (walk(money) as NonNullable<Plan['money']>) : {}), currencies: [...currencies, known] },
  };
}

const isMoney = (value: unknown): boolean =>
  typeof value === 'number' || (Array.isArray(value) && value.every((one) => typeof one === 'number'));
