import type { Plan } from '../schema';
import { type Add, existingDate, reference } from './check-tools';
import type { Ids } from './collect-ids';

/** What money's figures must agree on: ranges around their figure, currencies and measures that exist, budgets that name somebody. */
export function checkMoney(plan: Plan, ids: Ids, add: Add): void {
  checkRanges(plan, add);
  const { money } = plan;
  const codes = new Set([plan.currency]);
  money?.currencies?.forEach(({ currency }, at) => {
    if (codes.has(currency))
      add(
        'plan.currency',
        `money.currencies[${at}].currency`,
        currency,
        'a currency that stands once, and not the plan’s own',
      );
    codes.add(currency);
  });
  plan.sites.forEach(({ currency }, at) => {
    if (currency !== undefined && !codes.has(currency))
      add(
        'plan.currency',
        `sites[${at}].currency`,
        currency,
        `one of ${[...codes].join(', ')}; others belong into money.currencies first`,
      );
  });
  const places = new Set<string>();
  money?.inflation?.forEach(({ country = 'everywhere' }, at) => {
    if (places.has(country))
      add('plan.duplicate-id', `money.inflation[${at}].country`, country, 'a country that no other entry names');
    places.add(country);
  });
  checkBudget(plan, ids, add);
  const cases = new Set<string>();
  money?.cases?.forEach(({ id, measure, startDate }, at) => {
    const path = `money.cases[${at}]`;
    if (cases.has(id)) add('plan.duplicate-id', `${path}.id`, id, 'an id that no other case has');
    cases.add(id);
    reference(new Set((plan.measures ?? []).map((one) => one.id)), `${path}.measure`, measure, 'measure', add);
    existingDate(`${path}.startDate`, startDate, add);
  });
}

function checkBudget(plan: Plan, ids: Ids, add: Add): void {
  const kinds = new Set<string>(plan.sites.map(({ kind }) => kind));
  const lines = new Set<string>();
  plan.money?.budget?.forEach(({ of, member }, at) => {
    const path = `money.budget[${at}].member`;
    const line = `${of} ${member ?? ''}`;
    if (lines.has(line)) add('plan.duplicate-id', path, member, 'one line for each member');
    lines.add(line);
    if (of === 'all') {
      if (member !== undefined) add('plan.budget', path, member, 'nothing where the budget is for all');
    } else if (member === undefined) {
      add('plan.budget', path, undefined, `the ${of} that the budget is for`);
    } else {
      reference({ provider: ids.providers, site: ids.sites, kind: kinds }[of], path, member, of, add);
    }
  });
}

function checkRanges(plan: Plan, add: Add): void {
  const check = (path: string, value: number, range: readonly [number, number] | undefined) => {
    if (range && (value < range[0] || value > range[1]))
      add('plan.range', path, range, `a range that holds ${value}, the likeliest`);
  };
  plan.markets.forEach(({ churn }, at) => {
    if (!churn) return;
    const path = `markets[${at}].churn`;
    check(`${path}.perAbandonedContactRange`, churn.perAbandonedContact, churn.perAbandonedContactRange);
    check(`${path}.valuePerCustomerRange`, churn.valuePerCustomer, churn.valuePerCustomerRange);
  });
  plan.reasons.forEach((reason, at) => {
    check(`reasons[${at}].valuePerContactRange`, reason.valuePerContact, reason.valuePerContactRange);
  });
}
