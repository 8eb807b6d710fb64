import { type CostNode, type MoneyAnswer, moneyAssumptions, type ValueAnswer } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { type Cell, csvText, gradeLabel, type PlainSheet } from '../../format';
import { endsOf } from './assumption-edits';
import { type Period, sumOf } from './tree-rows';

const MONEY = '#,##0.00';
const RATE = '0.0%';

const money = (value: number | null | undefined) => ({ value, format: MONEY });

/**
 * Cost and value as a workbook for finance: the tree by month and by week, budget, bridge, margins, and every assumption
 * with its range, source and grade. Amounts are in the plan's own currency; texts stay texts.
 */
export function moneySheets(plan: Plan, answer: MoneyAnswer, value: ValueAnswer | null): PlainSheet[] {
  return [
    treeSheet(answer, 'period'),
    weeksSheet(answer),
    budgetSheet(answer),
    ...(answer.bridge ? [bridgeSheet(answer)] : []),
    ...(value ? [valueSheet(value), reasonsSheet(value), streamsSheet(value)] : []),
    assumptionsSheet(plan),
    aboutSheet(plan, answer, value),
  ];
}

function* flatten(
  node: CostNode,
  names: readonly string[] = [],
): Iterable<{ node: CostNode; names: readonly string[] }> {
  const here = [...names, node.name];
  yield { node, names: here };
  for (const child of node.children) yield* flatten(child, here);
}

/** The tree, a row a branch, a column a period; the columns before it say where the branch stands. */
export function treeSheet({ tree, periods }: MoneyAnswer, period: Period): PlainSheet {
  const rows = [...flatten(tree)];
  const depth = Math.max(...rows.map(({ names }) => names.length));
  const groups = periods[period];
  return {
    name: period === 'week' ? 'Cost by week' : 'Cost by period',
    rows: [
      [
        'Level',
        ...Array.from({ length: depth }, (_, at) => `Branch ${at + 1}`),
        'Whole plan',
        ...groups.map(({ label }) => label),
      ],
      ...rows.map(({ node, names }): (Cell | { value: Cell; format: string })[] => [
        node.level,
        ...Array.from({ length: depth }, (_, at) => names[at] ?? null),
        money(node.total),
        ...groups.map(({ first, weeks }) => money(sumOf(node.weekly, first, weeks))),
      ]),
    ],
    widths: [11, ...Array.from({ length: depth }, () => 24), 16, ...groups.map(() => 14)],
  };
}

/** The tree as text for spreadsheets, at full precision. */
export function treeCsv(answer: MoneyAnswer, period: Period): string {
  const plain = (cell: PlainSheet['rows'][number][number]): Cell =>
    typeof cell === 'object' && cell !== null ? cell.value : cell;
  return csvText(treeSheet(answer, period).rows.map((row) => row.map(plain)));
}

/** Leaves alone, a row a week: what a pivot table wants. */
function weeksSheet({ tree, weeks }: MoneyAnswer): PlainSheet {
  const leaves = [...flatten(tree)].filter(({ node }) => node.children.length === 0);
  return {
    name: 'Cost by week',
    rows: [
      ['Week', 'From', 'Period', 'Branch', 'Component or team', 'Cost'],
      ...leaves.flatMap(({ node, names }) =>
        weeks.map((week, at): PlainSheet['rows'][number] => [
          week.label,
          week.startDate,
          week.periodLabel,
          names.slice(1, -1).join(' / '),
          node.name,
          money(node.weekly[at]),
        ]),
      ),
    ],
    widths: [11, 12, 10, 50, 28, 16],
  };
}

function budgetSheet({ budget, periods }: MoneyAnswer): PlainSheet {
  return {
    name: 'Budget',
    rows: [
      ['Budget of', 'Period', 'Budget', 'Planned', 'Above (+) or below', 'Source', 'Grade'],
      ...budget.flatMap((row) =>
        periods.period.map(({ label, first, weeks }): PlainSheet['rows'][number] => {
          const set = sumOf(row.budget, first, weeks);
          const planned = sumOf(row.planned, first, weeks);
          return [row.name, label, money(set), money(planned), money(planned - set), row.source, gradeLabel(row.grade)];
        }),
      ),
    ],
    widths: [26, 10, 16, 16, 18, 40, 22],
  };
}

function bridgeSheet({ bridge, name }: MoneyAnswer): PlainSheet {
  return {
    name: 'Bridge',
    rows: [
      ['Component', bridge?.from ?? '', name, 'Change'],
      ...(bridge?.steps ?? []).map((step) => [step.label, money(step.from), money(step.to), money(step.change)]),
    ],
    widths: [32, 18, 18, 18],
  };
}

function valueSheet({
  components,
  value,
  surplus,
  cost,
  insightLost,
  leavers,
  level,
  amplification,
}: ValueAnswer): PlainSheet {
  const band = (name: string, { low, likely, high }: ValueAnswer['value'], format = MONEY) => [
    name,
    { value: low, format },
    { value: likely, format },
    { value: high, format },
  ];
  return {
    name: 'Value',
    rows: [
      ['Of the plan', 'Low (one draw in twenty below)', 'Likeliest', 'High (one draw in twenty above)'],
      ...components.map((component) => band(component.label, component.value)),
      band('Value of contacts', value),
      ['Loaded cost', null, money(cost), null],
      band('Value less cost', surplus),
      band('Insight lost by automation', insightLost),
      band('Customers who leave', leavers, '#,##0'),
      band('Service level by value', level.weighted, RATE),
      ['Service level, counted alike', null, { value: level.plain, format: RATE }, null],
      ...(amplification
        ? [
            band('Word of mouth (sensitivity, in no total): customers', amplification.leavers, '#,##0'),
            band('Word of mouth (sensitivity, in no total): worth', amplification.value),
          ]
        : []),
    ],
    widths: [52, 28, 18, 28],
  };
}

function reasonsSheet({ reasons }: ValueAnswer): PlainSheet {
  return {
    name: 'Margin by reason',
    rows: [
      [
        'Reason',
        'Department',
        'Demand',
        'Contacts',
        'Value',
        'Cost',
        'Margin',
        'Margin low',
        'Margin high',
        'A contact',
        'Insight',
        'Insight lost',
      ],
      ...reasons.map((row) => [
        row.name,
        row.department,
        row.demandKind,
        { value: row.contacts, format: '#,##0' },
        money(row.value.likely),
        money(row.cost),
        money(row.margin.likely),
        money(row.margin.low),
        money(row.margin.high),
        money(row.marginPerContact.likely),
        money(row.insight.likely),
        money(row.insightLost.likely),
      ]),
    ],
    widths: [36, 20, 10, 14, 16, 16, 16, 16, 16, 12, 14, 14],
  };
}

function streamsSheet({ streams }: ValueAnswer): PlainSheet {
  return {
    name: 'Streams',
    rows: [
      ['Stream', 'Contacts', 'In time', 'At stake in a contact', 'Value', 'Cost', 'Customers leaving'],
      ...streams.map((row) => [
        row.name,
        { value: row.contacts, format: '#,##0' },
        { value: row.level, format: RATE },
        money(row.stake.likely),
        money(row.value.likely),
        money(row.cost),
        { value: row.leavers.likely, format: '#,##0' },
      ]),
    ],
    widths: [36, 14, 10, 20, 16, 16, 18],
  };
}

function assumptionsSheet(plan: Plan): PlainSheet {
  const known = moneyAssumptions(plan).filter(({ estimate }) => estimate !== null);
  const wages = plan.sites.map((site): PlainSheet['rows'][number] => [
    'cost',
    site.name,
    'Wage an hour',
    plan.currency,
    null,
    site.wage.perHour,
    null,
    site.wage.source,
    gradeLabel(site.wage.grade),
    `sites/${site.id}/wage/perHour`,
  ]);
  const prices = plan.providers.flatMap(({ id, name, contract }): PlainSheet['rows'] =>
    contract
      ? [
          [
            'cost',
            name,
            `Price by ${contract.basis}`,
            plan.currency,
            null,
            contract.price,
            null,
            contract.source,
            gradeLabel(contract.grade),
            `providers/${id}/contract/price`,
          ],
        ]
      : [],
  );
  return {
    name: 'Assumptions',
    rows: [
      ['For', 'Of', 'Figure', 'Unit', 'Least', 'Likeliest', 'Most', 'Source', 'Grade', 'Place in the plan'],
      ...known.map((row): PlainSheet['rows'][number] => [
        row.for,
        row.of,
        row.what,
        row.unit.startsWith('money') ? plan.currency : row.unit,
        ...endsOf(row),
        row.source,
        gradeLabel(row.grade),
        row.path,
      ]),
      ...wages,
      ...prices,
    ],
    widths: [8, 34, 34, 10, 14, 14, 14, 60, 24, 44],
  };
}

function aboutSheet(plan: Plan, answer: MoneyAnswer, value: ValueAnswer | null): PlainSheet {
  const { provenance } = answer;
  return {
    name: 'About',
    rows: [
      ['What', 'Value'],
      ['Plan', plan.name],
      ['Scenario', answer.name],
      ['In a sentence', answer.sentence],
      ...(value ? [['Value', value.sentence]] : []),
      ['Currency', plan.currency],
      ['Cost per contact', money(answer.figures.perContact)],
      ['Cost per resolution', money(answer.figures.perResolution)],
      ['Cost per productive hour', money(answer.figures.perProductiveHour)],
      ['Method of cost', provenance.method],
      ...(value
        ? [
            ['Method of value', value.provenance.method],
            ['Seed', value.provenance.seed],
          ]
        : []),
      ['Plan hash', provenance.planHash],
      ['Engine', provenance.engineVersion],
      ...provenance.warnings.map((warning) => ['Note', warning]),
      ...(value?.provenance.warnings ?? []).map((warning) => ['Note', warning]),
    ],
    widths: [24, 110],
  };
}
