import {
  BILL_PARTS,
  type BillAnswer,
  type BillCase,
  type BillPart,
  type ProviderBill,
} from '../../../../engine/answers';
import { formatCount, formatDate, formatMoney, NOTHING, signed } from '../../../format';
import type { Column } from '../../../ui';
import css from '../concentration.module.css';

export const caseKey = ({ kind, id }: BillCase): string => `${kind} ${id ?? ''}`;

const billOf = ({ providers }: BillCase, provider: string) => providers.find((bill) => bill.provider === provider);

/** The cases as rows, the providers as columns: what each costs, and how much that differs from the undisturbed plan. */
export function caseColumns({ cases }: BillAnswer, currency: string): Column<BillCase>[] {
  const money = (value: number) => formatMoney(value, currency);
  const amount = (total: number, difference: number, kind: BillCase['kind']) => (
    <>
      {money(total)}
      {kind !== 'plan' && <span className={css.sub}>{signed(difference, money)}</span>}
    </>
  );
  const providers = cases[0]?.providers ?? [];
  return [
    {
      key: 'case',
      label: 'Case',
      sortBy: ({ name }) => name,
      render: ({ name, startDate, kind }) => (
        <>
          {name}
          <span className={css.sub}>
            {kind === 'scenario' ? 'scenario' : startDate ? formatDate(startDate) : 'nothing goes wrong'}
          </span>
        </>
      ),
    },
    {
      key: 'whole',
      label: 'Whole plan',
      numeric: true,
      sortBy: ({ difference }) => difference,
      render: ({ total, difference, kind }) => amount(total, difference, kind),
    },
    ...providers.map(
      ({ provider, name, hasContract }): Column<BillCase> => ({
        key: `of ${provider}`,
        label: name,
        hint: hasContract ? 'Bill, and what its people cost beside it' : 'Own people, workplaces and platforms',
        numeric: true,
        sortBy: (each) => billOf(each, provider)?.difference ?? null,
        render: (each) => {
          const bill = billOf(each, provider);
          return bill ? amount(bill.total, bill.difference, each.kind) : NOTHING;
        },
      }),
    ),
  ];
}

const PART_LABELS: Readonly<Record<BillPart, readonly [label: string, hint: string]>> = {
  volume: ['Volume', 'Billed units × price'],
  minimum: [
    'Up to the minimum',
    'What the contract’s minimum adds to weeks with less; below: what it would add to whole months',
  ],
  surge: ['Surge', 'Premium on what is beyond the week’s part of the maximum; below: beyond the month’s'],
  penalty: ['Penalties', 'Given back for service below target'],
  indexation: ['Indexation', 'What the price has risen by since the plan’s start'],
  prices: ['Prices', 'What the disruption does to wages and prices'],
  playbook: ['Playbook', 'Bought to answer the disruption'],
  own: ['Beside contracts', 'Own pay and workplaces, platforms and licences, people who come and go'],
};

/** What a contract that is settled by the month would pay, where that differs. */
function settledByMonth(bill: ProviderBill, part: BillPart, money: (value: number) => string) {
  const value = part === 'minimum' ? bill.minimumByMonth : part === 'surge' ? bill.surgeByMonth : null;
  if (value === null || Math.abs(value - bill[part]) < 0.5) return null;
  return <span className={css.sub}>{value < 0.5 ? 'nothing' : money(value)} by the month</span>;
}

/** What the bills of one case are made of; parts that nobody has are left out. */
export function billColumns(bills: readonly ProviderBill[], currency: string): Column<ProviderBill>[] {
  const money = (value: number) => (value === 0 ? NOTHING : formatMoney(value, currency));
  return [
    { key: 'name', label: 'Provider', sortBy: ({ name }) => name, render: ({ name }) => name },
    {
      key: 'hours',
      label: 'Productive hours',
      numeric: true,
      sortBy: ({ productiveHours }) => productiveHours,
      render: ({ productiveHours }) => formatCount(productiveHours),
    },
    {
      key: 'units',
      label: 'Billed units',
      hint: 'By the contract’s basis',
      numeric: true,
      sortBy: ({ units }) => units,
      render: ({ units }) => formatCount(units),
    },
    ...BILL_PARTS.filter((part) => bills.some((bill) => bill[part] !== 0)).map(
      (part): Column<ProviderBill> => ({
        key: part,
        label: PART_LABELS[part][0],
        hint: PART_LABELS[part][1],
        numeric: true,
        sortBy: (bill) => bill[part],
        render: (bill) => (
          <>
            {money(bill[part])}
            {settledByMonth(bill, part, money)}
          </>
        ),
      }),
    ),
    { key: 'total', label: 'In all', numeric: true, sortBy: ({ total }) => total, render: ({ total }) => money(total) },
    {
      key: 'difference',
      label: 'Difference',
      hint: 'Against the undisturbed plan',
      numeric: true,
      sortBy: ({ difference }) => difference,
      render: ({ difference }) => signed(difference, (value) => formatMoney(value, currency)),
    },
  ];
}

/** The bills in full, for a file. */
export function billCells({ cases }: BillAnswer) {
  return [
    [
      ...['case', 'kind', 'start', 'provider', 'productive_hours', 'billed_units'],
      ...['minimum_by_month', 'surge_by_month', ...BILL_PARTS, 'total', 'difference'],
    ],
    ...cases.flatMap(({ name, kind, startDate, providers }) =>
      providers.map((bill) => [
        ...[name, kind, startDate, bill.name, bill.productiveHours, bill.units],
        ...[bill.minimumByMonth, bill.surgeByMonth],
        ...BILL_PARTS.map((part) => bill[part]),
        ...[bill.total, bill.difference],
      ]),
    ),
  ];
}
