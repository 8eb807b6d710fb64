import { memo, useMemo } from 'react';
import type { MixYearsAnswer, RiskFigure, YearsBeside } from '../../../../engine/answers';
import { formatCount, formatMoney, formatNumber, signed } from '../../../format';
import { type Column, DataTable } from '../../../ui';

const LABELS: Readonly<Record<RiskFigure, string>> = {
  contactsLost: 'Contacts lost',
  valueLost: 'Value lost with customers',
  cost: 'Cost',
  weeksBelow: 'Stream-weeks below target',
};

/** A mix less today's footprint, figure by figure. */
export const YearsTable = memo(function YearsTable(props: {
  readonly mix: MixYearsAnswer['mixes'][number];
  readonly currency: string;
}) {
  const { mix, currency } = props;
  const columns = useMemo((): Column<YearsBeside>[] => {
    const write = ({ figure }: YearsBeside) => {
      if (figure === 'cost' || figure === 'valueLost') return (value: number) => formatMoney(value, currency);
      return figure === 'weeksBelow' ? (value: number) => formatNumber(value, 1) : formatCount;
    };
    const plain = (key: string, label: string, render: (row: YearsBeside) => string): Column<YearsBeside> => ({
      key,
      label,
      numeric: true,
      render,
    });
    return [
      { key: 'figure', label: 'Mix less today, a year', render: ({ figure }) => LABELS[figure] },
      plain(
        'fewer',
        'Better in',
        ({ fewer, same }) => `${fewer} of ${mix.years}${same > 0 ? `, same in ${same}` : ''}`,
      ),
      plain('mean', 'Mean', (row) => signed(row.mean.value, write(row))),
      plain(
        'interval',
        '95 % interval',
        (row) => `${signed(row.mean.lo95, write(row))} to ${signed(row.mean.hi95, write(row))}`,
      ),
      plain('p', '8 of 10 years between', (row) => `${signed(row.p10, write(row))} and ${signed(row.p90, write(row))}`),
    ];
  }, [mix.years, currency]);
  return (
    <DataTable
      label={`Differences of ${mix.name}`}
      columns={columns}
      rows={mix.figures}
      keyOf={({ figure }) => figure}
    />
  );
});
