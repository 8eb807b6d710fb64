import { type ReactNode, useMemo } from 'react';
import type { Impact } from '../../../engine/answers';
import { formatCount, formatDate, formatMoney, formatPoints, formatShare, signed } from '../../format';
import { type Column, DataTable, Panel } from '../../ui';
import css from './disruptions.module.css';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly startDate: string;
  readonly impact: Impact | null;
  readonly isStale: boolean;
}

interface Props {
  readonly rows: readonly Row[];
  readonly picked: string;
  readonly onPick: (id: string) => void;
  readonly currency: string;
  readonly children: ReactNode;
}

/** All disruptions beside each other, worst first. */
export function ImpactTable({ rows, picked, onPick, currency, children }: Props) {
  const columns = useMemo(() => impactColumns(currency), [currency]);
  return (
    <Panel title="All disruptions" description="Each alone, against the plan left alone. Pick one for its curves.">
      {children}
      <DataTable
        label="Disruptions"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        picked={picked}
        onPick={onPick}
        sorted="lost"
      />
    </Panel>
  );
}

function impactColumns(currency: string): Column<Row>[] {
  const figure = (
    key: string,
    label: string,
    hint: string,
    value: (impact: Impact) => number | null,
    write: (value: number | null) => string,
  ): Column<Row> => ({
    key,
    label,
    hint,
    numeric: true,
    sortBy: (row) => (row.impact ? value(row.impact) : null),
    render: (row) => (
      <span className={row.isStale ? css.stale : undefined} aria-busy={row.isStale}>
        {row.impact ? write(value(row.impact)) : '…'}
      </span>
    ),
  });
  return [
    {
      key: 'name',
      label: 'Disruption',
      sortBy: (row) => row.name,
      render: (row) => (
        <>
          {row.name}
          <span className={css.sub}>from {formatDate(row.startDate)}</span>
        </>
      ),
    },
    figure(
      'worst',
      'Worst day',
      'Lowest daily share served within target',
      (impact) => impact.worstServiceLevel,
      formatShare,
    ),
    figure('drop', 'Drop', 'Points below the plan on the worst day', (impact) => -impact.worstDropPoints, formatPoints),
    figure(
      'recover',
      'Days to recover',
      'Until service stays within two points of the plan',
      (impact) => impact.daysToRecover,
      (value) => (value === null ? 'not back' : formatCount(value)),
    ),
    figure(
      'lost',
      'Lost for good',
      'Contacts lost for good, beyond the plan’s own',
      (impact) => impact.contactsLost,
      formatCount,
    ),
    figure(
      'cost',
      'Cost',
      'Against the plan',
      (impact) => impact.cost,
      (value) => signed(value, (amount) => formatMoney(amount, currency)),
    ),
    figure('risk', 'At risk', 'Customers likely to leave', (impact) => impact.customersAtRisk, formatCount),
  ];
}
