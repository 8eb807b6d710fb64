import { gatherWeeks, weekRuleOf } from '../../calendar';
import type { Contract } from '../../plan';
import { monthlySettlement } from '../../sourcing';
import { COST_COMPONENTS, type CostColumns, type CostComponent, loadedCosts, type MoneyGround } from '../money';

/** What a bill is made of; `own` is all that is paid without a contract: pay, workplaces, platforms, people who come and go. */
export const BILL_PARTS = ['volume', 'minimum', 'surge', 'penalty', 'indexation', 'prices', 'playbook', 'own'] as const;
export type BillPart = (typeof BILL_PARTS)[number];
type BillParts = { readonly [Part in BillPart]: number };

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

/** Where each component of the loaded cost belongs. */
const PART_OF: Partial<Record<CostComponent, BillPart>> = {
  volume: 'volume',
  minimum: 'minimum',
  surge: 'surge',
  penalty: 'penalty',
  disruptedPrices: 'prices',
  playbook: 'playbook',
};

export type Bill = Omit<ProviderBill, 'difference'>;

/** The loaded cost of a run, by provider and part. */
export function billsOf(ground: MoneyGround): Bill[] {
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
