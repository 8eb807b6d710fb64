import { RUN_COSTS } from '../team-costs';

/** What a plan costs beyond the hours that its run pays: roles beside agents, people who come and go, tools, and time. */
const BESIDE_COSTS = ['indirect', 'hiring', 'turnover', 'technology', 'penalty', 'inflation', 'currency'] as const;

/** Everything that the loaded cost is made of, in the order in which it is added up and shown. */
export const COST_COMPONENTS = [...RUN_COSTS, ...BESIDE_COSTS] as const;
export type CostComponent = (typeof COST_COMPONENTS)[number];

const LABELS: Readonly<Record<CostComponent, string>> = {
  wages: 'Wages',
  training: 'Pay in training',
  overtime: 'Overtime at the wage',
  premium: 'Overtime premium',
  benefits: 'Benefits',
  facility: 'Workplaces',
  volume: 'Vendor volume',
  minimum: 'Vendor minimum',
  surge: 'Vendor surge',
  disruptedPrices: 'Prices under disruptions',
  playbook: 'Playbook',
  indirect: 'Team leads and other roles',
  hiring: 'Hiring',
  turnover: 'Turnover',
  technology: 'Technology',
  penalty: 'Penalties paid back',
  inflation: 'Inflation',
  currency: 'Currency',
};

export const componentLabel = (component: CostComponent): string => LABELS[component];

/** Costs of a team by component, a value a week. */
export type CostColumns = { readonly [Component in CostComponent]: Float64Array };

export function emptyCosts(weeks: number): CostColumns {
  return Object.fromEntries(
    COST_COMPONENTS.map((component) => [component, new Float64Array(weeks)]),
  ) as unknown as CostColumns;
}
