import { memo, useMemo } from 'react';
import { type MixFrontier, mixTradeOffs, type OptimalMix, type TradeOff } from '../../../../engine/answers';
import { formatCount, formatMoney, formatNumber, formatShare } from '../../../format';
import { type Column, DataTable } from '../../../ui';
import { allMixes } from './best-study';

interface Props {
  readonly study: MixFrontier;
  readonly currency: string;
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
}

interface Row extends OptimalMix {
  readonly weighed: TradeOff | null;
  readonly beatenBy: string;
}

/** Mixes by each criterion by itself, and which are beaten in all of them by another. */
export const TradeOffTable = memo(function TradeOffTable({ study, currency, picked, onPick }: Props) {
  const rows = useMemo((): Row[] => {
    const mixes = allMixes(study);
    const names = new Map(mixes.map(({ id, name }) => [id, name]));
    const weighed = new Map(mixTradeOffs(study).map((row) => [row.id, row]));
    return mixes.map((mix) => {
      const found = weighed.get(mix.id) ?? null;
      const by = found?.dominatedBy.map((id) => names.get(id) ?? id) ?? [];
      return {
        ...mix,
        weighed: found,
        beatenBy: by.length > 2 ? `${by.slice(0, 2).join(', ')} and others` : by.join(', '),
      };
    });
  }, [study]);
  const columns = useMemo(() => columnsOf(currency), [currency]);
  return (
    <DataTable
      label="Sizes and figures of the best mixes"
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      picked={picked}
      onPick={onPick}
    />
  );
});

const WAITING = '…';

function columnsOf(currency: string): Column<Row>[] {
  const money = (value: number | null | undefined) => (value == null ? WAITING : formatMoney(value, currency));
  const count = (value: number | null | undefined) => (value == null ? WAITING : formatCount(value));
  const numeric = true;
  return [
    { key: 'mix', label: 'Mix', render: ({ name }) => name },
    {
      key: 'cost',
      label: 'Cost of the year',
      hint: 'By flow, without what changing to it costs once',
      numeric,
      sortBy: ({ rechecked }) => rechecked?.cost ?? null,
      render: ({ rechecked }) => money(rechecked?.cost),
    },
    {
      key: 'worst',
      label: 'Lost in the worst years',
      hint: 'Contacts lost to hazards in the mean of the worst twentieth of fresh years, by flow',
      numeric,
      sortBy: ({ rechecked }) => rechecked?.lostInWorstYears ?? null,
      render: ({ rechecked }) => (rechecked ? formatCount(rechecked.lostInWorstYears) : WAITING),
    },
    {
      key: 'service',
      label: 'Service, undisturbed',
      numeric,
      sortBy: ({ rechecked }) => rechecked?.serviceLevel ?? null,
      render: ({ rechecked }) => (rechecked ? formatShare(rechecked.serviceLevel) : WAITING),
    },
    {
      key: 'customers',
      label: 'Customers at risk, value',
      hint: 'Value of customers whose contacts are lost, undisturbed and in the worst years',
      numeric,
      sortBy: ({ weighed }) => weighed?.figures.customers ?? null,
      render: ({ weighed }) => money(weighed?.figures.customers),
    },
    {
      key: 'spread',
      label: 'Effective number',
      hint: 'Least among owners, countries and metros',
      numeric,
      sortBy: ({ effectiveNumber }) => effectiveNumber,
      render: ({ effectiveNumber, largest, largestShare }) => (
        <span title={`Largest: ${largest}, ${formatShare(largestShare)}`}>{formatNumber(effectiveNumber, 1)}</span>
      ),
    },
    {
      key: 'beaten',
      label: 'Beaten in all by',
      hint: 'Another mix is at least as good in cost, worst years, service, customers and spread, and better in one',
      render: ({ weighed, beatenBy }) => (weighed === null ? WAITING : beatenBy === '' ? 'none' : beatenBy),
    },
    {
      key: 'searchCost',
      label: 'Cost with changes, search',
      hint: 'As the search sees it, changes of size included',
      numeric,
      sortBy: ({ cost }) => cost,
      render: ({ cost }) => money(cost),
    },
    {
      key: 'searchWorst',
      label: 'Lost in the same years, search',
      hint: 'What the search says to the same fresh years',
      numeric,
      sortBy: ({ rechecked }) => rechecked?.searchedInWorstYears ?? null,
      render: ({ rechecked }) => (rechecked ? formatCount(rechecked.searchedInWorstYears) : WAITING),
    },
    {
      key: 'lost',
      label: 'Lost, undisturbed',
      numeric,
      sortBy: ({ rechecked }) => rechecked?.contactsLost ?? null,
      render: ({ rechecked }) => count(rechecked?.contactsLost),
    },
  ];
}
