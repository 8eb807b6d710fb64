import type { Plan } from '../../plan';
import type { MergeMapping } from './mapping';

/** Hazards that the second plan adds: those that it shares with the first by name and scope are there already. */
export function newHazards(first: Plan, second: Plan): { hazards: Plan['hazards']; warnings: string[] } {
  const scopeOf = ({ scope }: Plan['hazards'][number]) => JSON.stringify(Object.entries(scope).sort());
  const warnings: string[] = [];
  const hazards = second.hazards.filter((hazard) => {
    const there = first.hazards.filter((one) => scopeOf(one) === scopeOf(hazard));
    if (there.some(({ name }) => name === hazard.name)) return false;
    const known = there[0];
    if (known)
      warnings.push(
        `Both plans have a hazard for the same place: ${known.name} and ${hazard.name}; both are kept, and may be one.`,
      );
    return true;
  });
  return { hazards, warnings };
}

/** The first plan's policies; yearly budgets add up where both have one. */
export function withBudgets(first: Plan, second: Plan): Plan['policies'] {
  const [mine, yours] = [first.policies.budgetPerYear, second.policies.budgetPerYear];
  const { budgetPerYear: _both, ...rest } = first.policies;
  if (mine === undefined || yours === undefined) return rest;
  return { ...rest, budgetPerYear: (mine + yours) as NonNullable<typeof mine> };
}

/** The first plan's money, with the second's currencies, cases and budget lines for members of its own. */
export function joinedMoney(first: Plan, second: Plan): Plan['money'] {
  const [mine, yours] = [first.money, second.money];
  if (!yours) return mine;
  const codes = new Set([first.currency, ...(mine?.currencies ?? []).map(({ currency }) => currency)]);
  const currencies = [
    ...(mine?.currencies ?? []),
    ...(yours.currencies ?? []).filter(({ currency }) => !codes.has(currency)),
  ];
  const lines = new Set((mine?.budget ?? []).map(({ of, member }) => `${of} ${member}`));
  const budget = [
    ...(mine?.budget ?? []),
    ...(yours.budget ?? []).filter(
      ({ of, member }) => member !== undefined && of !== 'kind' && !lines.has(`${of} ${member}`),
    ),
  ];
  const taken = new Set((mine?.cases ?? []).map(({ id }) => id));
  const cases = [...(mine?.cases ?? []), ...(yours.cases ?? []).filter(({ id }) => !taken.has(id))];
  return {
    ...mine,
    ...(currencies.length > 0 ? { currencies } : {}),
    ...(budget.length > 0 ? { budget } : {}),
    ...(cases.length > 0 ? { cases } : {}),
  };
}

/** What of the second plan doesn't hold any more, because the first's facts do. */
export function differences(first: Plan, second: Plan, mapping: MergeMapping): string[] {
  const pairs = <T extends { readonly id: string }>(
    mine: readonly T[],
    yours: readonly T[],
    same: Readonly<Record<string, string>> = {},
  ) =>
    Object.entries(same).flatMap(([from, to]): (readonly [T, T])[] => {
      const [a, b] = [mine.find(({ id }) => id === to), yours.find(({ id }) => id === from)];
      return a && b ? [[a, b]] : [];
    });
  const unlike = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const warnings: string[] = [];
  for (const [a, b] of pairs(first.providers, second.providers, mapping.providers)) {
    if (b.contract && unlike(a.contract, b.contract))
      warnings.push(`${a.name}: the two contracts differ; the first plan’s holds for all of its work.`);
  }
  for (const [a, b] of pairs(first.sites, second.sites, mapping.sites)) {
    if (unlike(a.wage, b.wage) || a.openingHours !== b.openingHours)
      warnings.push(`${a.name}: wages or hours differ; the first plan’s hold for everybody there, seats add up.`);
  }
  for (const [a, b] of pairs(first.markets, second.markets, mapping.markets)) {
    if (a.openingHours !== b.openingHours || unlike(a.churn, b.churn))
      warnings.push(`${a.name}: hours or customers’ worth differ; the first plan’s hold, customers add up.`);
  }
  const drifting = (second.measures ?? []).some(
    (one) => one.kind === 'drift' && Object.hasOwn(mapping.markets ?? {}, one.market),
  );
  if (
    drifting ||
    ((first.measures ?? []).some(({ kind }) => kind === 'drift') && Object.keys(mapping.markets ?? {}).length > 0)
  )
    warnings.push(
      'A shift of customers between channels holds for a whole market, so it now reaches both plans’ streams of it.',
    );
  if (second.candidates) warnings.push(`Candidate sites and teams of ${second.name} are left out.`);
  if (second.policies.limits.length > 0 && unlike(first.policies.limits, second.policies.limits))
    warnings.push(`The limits of ${first.name} hold; those of ${second.name} are left out.`);
  if (
    second.money &&
    (second.money.inflation || second.money.leads || second.money.attrition) &&
    unlike(first.money, second.money)
  )
    warnings.push(`Inflation, leads’ pay and answers of attrition are those of ${first.name}.`);
  return warnings;
}
