import type { Explanation } from '../results';
import { COST_COMPONENTS, type CostColumns, type CostComponent, componentLabel } from './cost-components';
import type { CostFigures, CostUnits } from './cost-units';
import { ASSUMED_LEAD_WAGE_FACTOR } from './loaded-costs';
import type { MoneyGround } from './money-ground';

type Input = Explanation['inputs'][number];

const FORMULAS: Readonly<Record<CostComponent, string>> = {
  wages: 'paid hours on contacts or leave × wage',
  training: 'hours of trainees × wage',
  overtime: 'overtime hours × wage',
  premium: 'overtime hours × premium × wage',
  benefits: 'all pay × benefits on top',
  facility: 'seats × cost a seat and month, over weeks',
  volume: 'billed units × price',
  minimum: 'units missing to the month’s minimum × price',
  surge: 'units above the month’s maximum × surge premium × price',
  disruptedPrices: 'cost × (price under the disruption − 1)',
  playbook: 'what the playbook’s actions buy',
  indirect: 'agents ÷ span of control × an agent’s pay × lead’s factor, and other roles alike',
  hiring: 'people who join × cost a hire',
  turnover: 'leavers × cost a leaver',
  technology: 'heads × licence a month + handling hours × cost an hour',
  penalty: 'month’s bill × share a point × points below target',
  inflation: 'cost × (rise on each anniversary − 1)',
  currency: 'cost with inflation × (drift of the exchange rate − 1)',
};

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

/** The family trees of the figures above the cost tree: total, per contact, per resolution, per productive hour. */
export function explainCost(
  ground: MoneyGround,
  costs: readonly CostColumns[],
  figures: CostFigures,
  units: CostUnits,
): Explanation[] {
  const { currency } = ground.plan;
  const parts = COST_COMPONENTS.flatMap((component): Input[] => {
    const value = costs.reduce((total, columns) => total + sum(columns[component]), 0);
    if (value === 0) return [];
    const { source, grade } = originOf(ground, component);
    return [
      { name: componentLabel(component), value, unit: currency, source: `${FORMULAS[component]}. ${source}`, grade },
    ];
  });
  const trees: Explanation[] = [
    {
      label: 'Loaded cost',
      value: figures.cost,
      unit: currency,
      formula: 'sum of its components over all teams and weeks',
      method: 'Every branch of the tree is the sum of its parts.',
      inputs: parts,
    },
  ];
  const divide = (label: string, value: number | null, unit: string, by: Float64Array | null, source: string) => {
    if (value === null || !by) return;
    trees.push({
      label,
      value,
      unit: currency,
      formula: `loaded cost ÷ ${unit}`,
      method: 'Both over the whole horizon.',
      inputs: [
        { name: 'Loaded cost', value: figures.cost, unit: currency, source: 'the cost tree', grade: '' },
        { name: unit, value: sum(by), unit, source, grade: '' },
      ],
    });
  };
  divide('Cost per contact', figures.perContact, 'contacts answered', units.contacts, 'the flow run');
  divide(
    'Cost per resolution',
    figures.perResolution,
    'matters settled',
    units.resolutions,
    'contacts answered × the streams’ resolution × that of the people’s tenure',
  );
  divide(
    'Cost per productive hour',
    figures.perProductiveHour,
    'productive hours',
    units.productiveHours,
    'the flow run: hours on contacts or ready for one',
  );
  return trees;
}

/** Where the figures behind a component come from: as the plan says, entry by entry. */
function originOf({ plan, network }: MoneyGround, component: CostComponent): { source: string; grade: string } {
  const from = (entries: readonly { readonly source?: string | undefined; readonly grade?: string | undefined }[]) => {
    const sources = [...new Set(entries.flatMap(({ source }) => (source ? [source] : [])))];
    const more = sources.length > 3 ? ` … and ${sources.length - 3} more` : '';
    const grades = [...new Set(entries.flatMap(({ grade }) => (grade ? [grade] : [])))];
    return { source: sources.slice(0, 3).join('; ') + more || 'entered in the plan', grade: grades.join(', ') };
  };
  const own = network.origins.filter(({ provider }) => !provider.contract);
  switch (component) {
    case 'wages':
    case 'training':
    case 'overtime':
    case 'premium':
    case 'benefits':
    case 'facility':
      return from(own.map(({ site }) => site.wage));
    case 'volume':
    case 'minimum':
    case 'surge':
    case 'penalty':
      return from(plan.providers.flatMap(({ contract }) => (contract ? [contract] : [])));
    case 'indirect':
      return plan.money?.leads
        ? from([plan.money.leads])
        : { source: `a lead earns ${ASSUMED_LEAD_WAGE_FACTOR} of an agent’s pay`, grade: 'opinion' };
    case 'hiring':
    case 'turnover':
      return from(own.flatMap(({ team }) => (team.hiring ? [team.hiring] : [])));
    case 'technology':
      return from(plan.platforms.flatMap(({ cost }) => (cost ? [cost] : [])));
    case 'inflation':
      return from([...(plan.money?.inflation ?? [])]);
    case 'currency':
      return from(plan.money?.currencies ?? []);
    case 'disruptedPrices':
    case 'playbook':
      return { source: 'the scenario’s disruptions and playbook', grade: '' };
  }
}
