import { memo, useMemo } from 'react';
import type { TransitionMonth } from '../../../../engine/answers';
import { formatFte, formatMoney, formatMonth, formatNumber, formatShare, NOTHING, signed } from '../../../format';
import { type Column, DataTable } from '../../../ui';
import { fewHeads } from './few-heads';

/** The way month by month. */
export const MonthTable = memo(function MonthTable(props: {
  readonly months: readonly TransitionMonth[];
  readonly currency: string;
}) {
  const { months, currency } = props;
  const columns = useMemo((): Column<TransitionMonth>[] => {
    const money = (key: string, label: string, pick: (row: TransitionMonth) => number): Column<TransitionMonth> => ({
      key,
      label,
      numeric: true,
      render: (row) => (Math.abs(pick(row)) < 0.5 ? NOTHING : formatMoney(pick(row), currency)),
    });
    const plain = (key: string, label: string, render: (row: TransitionMonth) => string): Column<TransitionMonth> => ({
      key,
      label,
      numeric: true,
      render,
    });
    return [
      { key: 'month', label: 'Month', render: ({ month }) => formatMonth(`${month}-01`) },
      plain('growing', 'FTE that grow', ({ fteGrowing }) => formatFte(fteGrowing)),
      plain('shrinking', 'FTE that shrink', ({ fteShrinking }) => formatFte(fteShrinking)),
      plain('started', 'Start', ({ started }) => fewHeads(started)),
      plain('released', 'Let go', ({ released }) => fewHeads(released)),
      plain('service', 'Service', ({ service }) => formatShare(service)),
      plain('now', 'Today’s', ({ serviceNow }) => formatShare(serviceNow)),
      plain('drop', 'Worst week, points', ({ worstDrop }) =>
        worstDrop < 0.05 ? NOTHING : formatNumber(-worstDrop, 1),
      ),
      money('overlap', 'Both paid', ({ overlap }) => overlap),
      money('training', 'Training', ({ training }) => training),
      money('notice', 'Exit notice', ({ notice }) => notice),
      money('once', 'One-off', ({ once }) => once),
      {
        key: 'more',
        label: 'More than today',
        numeric: true,
        render: ({ more }) => (Math.abs(more) < 0.5 ? NOTHING : signed(more, (value) => formatMoney(value, currency))),
      },
    ];
  }, [currency]);
  return <DataTable label="The way month by month" columns={columns} rows={months} keyOf={({ month }) => month} />;
});
