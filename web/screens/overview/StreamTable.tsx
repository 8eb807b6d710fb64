import { memo, useMemo } from 'react';
import type { RunResult } from '../../../engine/answers';
import { channelLabel, formatCount, formatMoney, formatSeconds, formatShare, languageLabel } from '../../format';
import { type Column, DataTable, Panel } from '../../ui';
import css from './overview.module.css';

interface Props {
  readonly run: RunResult;
  readonly stale: boolean;
  readonly currency: string;
}

type Stream = RunResult['streams'][number];

/** Every stream over the whole horizon, against its own promise. */
export const StreamTable = memo(function StreamTable({ run, stale, currency }: Props) {
  const columns = useMemo(() => streamColumns(currency), [currency]);
  return (
    <Panel
      title="Streams over the whole horizon"
      description="Service counts contacts served within the stream’s own target over contacts offered."
      stale={stale}
    >
      <DataTable label="Streams" columns={columns} rows={run.streams} keyOf={(stream) => stream.id} maxHeight={560} />
    </Panel>
  );
});

/** Whether a stream misses its own target over the whole horizon. */
export function misses({ target, total }: Stream): boolean {
  if (target.kind === 'abandonment') return total.abandonment !== null && total.abandonment > target.share;
  return total.serviceLevel !== null && total.serviceLevel < target.share - 0.0005;
}

function streamColumns(currency: string): Column<Stream>[] {
  return [
    {
      key: 'name',
      label: 'Stream',
      sortBy: (stream) => stream.name,
      render: (stream) => (
        <>
          {stream.name}
          <span className={css.sub}>
            {channelLabel(stream.channel)}, {languageLabel(stream.language)}
          </span>
        </>
      ),
    },
    {
      key: 'offered',
      label: 'Offered',
      hint: 'Contacts that arrived for the first time',
      numeric: true,
      sortBy: (stream) => stream.total.offered,
      render: (stream) => formatCount(stream.total.offered),
    },
    {
      key: 'service',
      label: 'Service',
      numeric: true,
      sortBy: (stream) => stream.total.serviceLevel,
      render: (stream) => (
        <span className={misses(stream) ? css.miss : undefined}>
          {misses(stream) ? '▼ ' : ''}
          {formatShare(stream.total.serviceLevel)}
        </span>
      ),
    },
    { key: 'target', label: 'Target', render: (stream) => <span className={css.target}>{stream.target.text}</span> },
    {
      key: 'asa',
      label: 'ASA',
      hint: 'Average speed of answer: mean wait of those who were answered',
      numeric: true,
      sortBy: (stream) => stream.total.asaSeconds,
      render: (stream) => formatSeconds(stream.total.asaSeconds),
    },
    {
      key: 'abandonment',
      label: 'Abandoned',
      numeric: true,
      sortBy: (stream) => stream.total.abandonment,
      render: (stream) => formatShare(stream.total.abandonment),
    },
    {
      key: 'occupancy',
      label: 'Occupancy',
      hint: 'Handling hours over hours on duty',
      numeric: true,
      sortBy: (stream) => stream.total.occupancy,
      render: (stream) => formatShare(stream.total.occupancy),
    },
    {
      key: 'cost',
      label: 'Cost',
      numeric: true,
      sortBy: (stream) => stream.total.cost,
      render: (stream) => formatMoney(stream.total.cost, currency),
    },
    {
      key: 'risk',
      label: 'At risk',
      hint: 'Customers at risk: likely to leave over abandoned contacts',
      numeric: true,
      sortBy: (stream) => stream.total.customersAtRisk,
      render: (stream) => formatCount(stream.total.customersAtRisk),
    },
  ];
}
