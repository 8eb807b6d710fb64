import { memo, useMemo } from 'react';
import type { StressCase } from '../../../engine/answers';
import { formatCount, formatMoney, formatPoints, formatShare } from '../../format';
import { type Column, DataTable, Panel } from '../../ui';

type Row = StressCase['byStream'][number];

interface Props {
  readonly found: Omit<StressCase, 'run'>;
  readonly currency: string;
  readonly stale: boolean;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

/** Where the picked disruption hits. */
export const StreamImpacts = memo(function StreamImpacts({ found, currency, stale, picked, onPick }: Props) {
  const columns = useMemo(
    (): Column<Row>[] => [
      { key: 'name', label: 'Stream', sortBy: (row) => row.name, render: (row) => row.name },
      {
        key: 'worst',
        label: 'Worst day',
        numeric: true,
        sortBy: ({ impact }) => impact.worstServiceLevel,
        render: ({ impact }) => formatShare(impact.worstServiceLevel),
      },
      {
        key: 'drop',
        label: 'Drop',
        numeric: true,
        sortBy: ({ impact }) => -impact.worstDropPoints,
        render: ({ impact }) => formatPoints(-impact.worstDropPoints),
      },
      {
        key: 'recover',
        label: 'Days to recover',
        numeric: true,
        sortBy: ({ impact }) => impact.daysToRecover,
        render: ({ impact }) => (impact.daysToRecover === null ? 'not back' : formatCount(impact.daysToRecover)),
      },
      {
        key: 'lost',
        label: 'Lost for good',
        numeric: true,
        sortBy: ({ impact }) => impact.contactsLost,
        render: ({ impact }) => formatCount(impact.contactsLost),
      },
      {
        key: 'backlog',
        label: 'Backlog peak',
        numeric: true,
        sortBy: ({ impact }) => impact.backlogPeak,
        render: ({ impact }) => formatCount(impact.backlogPeak),
      },
      {
        key: 'value',
        label: 'Value at risk',
        numeric: true,
        sortBy: ({ impact }) => impact.valueAtRisk,
        render: ({ impact }) => formatMoney(impact.valueAtRisk, currency),
      },
    ],
    [currency],
  );
  return (
    <Panel title={`By stream: ${found.name}`} description="Pick a stream to see its curves." stale={stale}>
      <DataTable
        label="Streams"
        columns={columns}
        rows={found.byStream}
        keyOf={(row) => row.id}
        picked={picked}
        onPick={onPick}
        sorted="lost"
        maxHeight={420}
      />
    </Panel>
  );
});
