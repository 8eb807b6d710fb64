import { gatherWeeks, weekRuleOf } from '../../calendar';
import type { Contract, Disruption, Plan } from '../../plan';
import { monthlySettlement } from '../../sourcing';
import { InputFault, issue, type RunControl } from '../../units';
import {
  COST_COMPONENTS,
  type CostColumns,
  type CostComponent,
  loadedCosts,
  type MoneyGround,
  moneyGround,
} from '../money';
import { partOf, preparePlan } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { runUnder } from '../stress-plan';
import { type ContractTerms, contractTerms } from './contract-terms';

export interface BillOptions {
  /** Ids of disruptions and of scenarios of the plan; all of both when neither is given. */
  readonly disruptions?: readonly string[] | undefined;
  readonly scenarios?: readonly string[] | undefined;
  /** Disruptions beside the plan's, such as those of the library on it. */
  readonly others?: readonly Disruption[] | undefined;
}

/** What a bill is made of; `own` is all that is paid without a contract: pay, workplaces, platforms, people who come and go. */
export const BILL_PARTS = ['volume', 'minimum', 'surge', 'penalty', 'indexation', 'prices', 'playbook', 'own'] as const;
export type BillPart = (typeof BILL_PARTS)[number];
export type BillParts = { readonly [Part in BillPart]: number };

/** What a provider costs over the horizon in one case. */
export interface ProviderBill extends BillParts {
  readonly provider: string;
  readonly name: string;
  readonly hasContract: boolean;
  readonly productiveHours: number;
  /** Billed by the contract's basis; null without a contract. */
  readonly units: number | null;
  /** What minimum and surge would come to if the contract were settled by the month; null without a contract. */
  readonly minimumByMonth: number | null;
  readonly surgeByMonth: number | null;
  readonly total: number;
  /** Against the undisturbed plan. */
  readonly difference: number;
}

/** The bills of one case: the plan as it is, a disruption or a scenario. */
export interface BillCase {
  readonly id: string | null;
  readonly name: string;
  readonly kind: 'plan' | 'disruption' | 'scenario';
  readonly startDate: string | null;
  readonly providers: readonly ProviderBill[];
  readonly total: number;
  readonly difference: number;
}

export interface BillAnswer {
  readonly currency: string;
  readonly weeks: number;
  readonly terms: readonly ContractTerms[];
  /** The undisturbed plan first. */
  readonly cases: readonly BillCase[];
  readonly provenance: Provenance;
}

const METHOD =
  'flow run of each case; contracts billed by the week with the week’s part of monthly minimum and maximum, penalties by month, beside them what own sites cost';

/** Where each component of the loaded cost belongs. */
const PART_OF: Partial<Record<CostComponent, BillPart>> = {
  volume: 'volume',
  minimum: 'minimum',
  surge: 'surge',
  penalty: 'penalty',
  disruptedPrices: 'prices',
  playbook: 'playbook',
};

/**
 * What every provider bills, and own sites cost, over the horizon: undisturbed and under each disruption and scenario.
 *
 * Use for procurement: which contract costs more when something goes wrong, and by which of its terms. The sums are those of
 * the loaded cost (`planMoney`). Inflation and currency of a contract are its indexation. Units: plan currency, billed
 * units. Errors: `InputFault` for ids that the plan doesn't have. Cost: a run of the flow model a case, kept.
 */
export function contractBills(plan: Plan, options: BillOptions = {}, control?: RunControl): BillAnswer {
  const others = options.others ?? [];
  const all = options.disruptions === undefined && options.scenarios === undefined;
  const disruptions = pick('disruption', plan.disruptions, all ? undefined : (options.disruptions ?? []));
  const scenarios = pick('scenario', plan.scenarios, all ? undefined : (options.scenarios ?? []));
  const struck = [...disruptions, ...others];
  const parts = 1 + struck.length + scenarios.length;
  const ready = preparePlan(plan, partOf(control, 0, 1 / parts));
  const usual = moneyGround(plan, null);
  const base = billsOf(usual);
  const cases: BillCase[] = [caseOf({ id: null, name: usual.name, kind: 'plan', startDate: null }, base, base)];
  const part = () => partOf(control, cases.length / parts, (cases.length + 1) / parts);
  for (const disruption of struck) {
    const { id, name, startDate } = disruption;
    const run = runUnder(ready, [disruption], part(), name);
    cases.push(caseOf({ id, name, kind: 'disruption', startDate }, billsOf({ ...usual, id, name, run }), base));
  }
  for (const { id, name } of scenarios) {
    cases.push(caseOf({ id, name, kind: 'scenario', startDate: null }, billsOf(moneyGround(plan, id, part())), base));
  }
  return {
    currency: plan.currency,
    weeks: plan.calendar.weeks,
    terms: contractTerms(plan),
    cases,
    provenance: provenance(METHOD, { planHash: ready.hash }),
  };
}

type Bill = Omit<ProviderBill, 'difference'>;

/** The loaded cost of a run, by provider and part. */
function billsOf(ground: MoneyGround): Bill[] {
  const costs = loadedCosts(ground);
  return ground.plan.providers.flatMap((provider): Bill[] => {
    const teams = ground.network.origins.flatMap((origin, at) => (origin.provider.id === provider.id ? [at] : []));
    if (teams.length === 0) return [];
    const { contract } = provider;
    const parts = teams.reduce((sum, at) => plus(sum, partsOf(costs[at]!, contract !== undefined)), NOTHING);
    return [
      {
        provider: provider.id,
        name: provider.name,
        hasContract: contract !== undefined,
        productiveHours: teams.reduce((sum, at) => sum + ground.run.teams[at]!.total.productiveHours, 0),
        units: contract && contract.price > 0 ? parts.volume / contract.price : null,
        ...byMonth(
          ground,
          contract,
          teams.map((at) => costs[at]!),
        ),
        ...parts,
        total: BILL_PARTS.reduce((sum, part) => sum + parts[part], 0),
      },
    ];
  });
}

function byMonth(
  { plan, network }: MoneyGround,
  contract: Contract | undefined,
  columns: readonly CostColumns[],
): Pick<ProviderBill, 'minimumByMonth' | 'surgeByMonth'> {
  if (!contract || contract.price <= 0) return { minimumByMonth: null, surgeByMonth: null };
  const { startDate, weeks, weekRule } = plan.calendar;
  const months = gatherWeeks({ startDate, weeks }, weekRuleOf(weekRule), 'period');
  const units = Float64Array.from({ length: network.grid.weeks }, (_, week) =>
    columns.reduce((sum, { volume }) => sum + volume[week]! / contract.price, 0),
  );
  const { minimum, surge } = monthlySettlement(contract, units, months);
  return { minimumByMonth: minimum, surgeByMonth: surge };
}

const NOTHING: BillParts = {
  volume: 0,
  minimum: 0,
  surge: 0,
  penalty: 0,
  indexation: 0,
  prices: 0,
  playbook: 0,
  own: 0,
};

function plus(sum: BillParts, more: BillParts): BillParts {
  return Object.fromEntries(BILL_PARTS.map((part) => [part, sum[part] + more[part]])) as unknown as BillParts;
}

function partsOf(columns: CostColumns, hasContract: boolean): BillParts {
  const parts = { ...NOTHING } as Record<BillPart, number>;
  for (const component of COST_COMPONENTS) {
    const isDrift = hasContract && (component === 'inflation' || component === 'currency');
    const part = isDrift ? 'indexation' : (PART_OF[component] ?? 'own');
    parts[part] += columns[component].reduce((sum, value) => sum + value, 0);
  }
  return parts;
}

function caseOf(
  about: Pick<BillCase, 'id' | 'name' | 'kind' | 'startDate'>,
  bills: readonly Bill[],
  base: readonly Bill[],
): BillCase {
  const usual = new Map(base.map(({ provider, total }) => [provider, total]));
  const sum = (of: readonly Bill[]) => of.reduce((total, bill) => total + bill.total, 0);
  return {
    ...about,
    providers: bills.map((bill) => ({ ...bill, difference: bill.total - (usual.get(bill.provider) ?? 0) })),
    total: sum(bills),
    difference: sum(bills) - sum(base),
  };
}

function pick<T extends { readonly id: string }>(
  what: string,
  entries: readonly T[],
  ids: readonly string[] | undefined,
): readonly T[] {
  if (ids === undefined) return entries;
  const missing = ids.filter((id) => !entries.some((entry) => entry.id === id));
  if (missing.length > 0) {
    const known = entries.map(({ id }) => id).join(', ') || 'none';
    throw new InputFault(
      missing.map((id) => issue(`bills.unknown-${what}`, `${what}s`, id, `a ${what} of this plan: ${known}`)),
    );
  }
  return ids.map((id) => entries.find((entry) => entry.id === id)!);
}
