import { memo, useMemo } from 'react';
import type { ContactsAnswer } from '../../../../engine/answers';
import { formatPoints, formatSeconds, formatShare } from '../../../format';
import { type Column, DataTable } from '../../../ui';
import { estimateWords } from './estimate-words';

type Row = ContactsAnswer['streams'][number];

interface Props {
  readonly answer: ContactsAnswer;
  readonly stream: string;
  readonly onPick: (id: string) => void;
}

const waits = ({ figures }: Row) => figures.asaSeconds.hi95 > 0;

/** Each stream's simulated figures beside flow's. */
export const ContactTable = memo(function ContactTable({ answer, stream, onPick }: Props) {
  const runs = answer.replications;
  const columns = useMemo(
    (): Column<Row>[] => [
      { key: 'name', label: 'Stream', sortBy: (row) => row.name, render: (row) => row.name },
      {
        key: 'level',
        label: 'Served within target',
        numeric: true,
        sortBy: ({ figures }) => figures.serviceLevel.mean,
        render: ({ figures }) => estimateWords(figures.serviceLevel, runs, 'share'),
      },
      {
        key: 'flow',
        label: 'Flow',
        hint: 'Served within target by the flow model',
        numeric: true,
        sortBy: ({ flow }) => flow.serviceLevel,
        render: ({ flow }) => formatShare(flow.serviceLevel),
      },
      {
        key: 'difference',
        label: 'Difference',
        hint: 'Simulated less flow',
        numeric: true,
        sortBy: (row) => Math.abs(difference(row) ?? 0),
        render: (row) => formatPoints(difference(row)),
      },
      {
        key: 'gave-up',
        label: 'Gave up',
        numeric: true,
        sortBy: ({ figures }) => figures.abandonment.mean,
        render: ({ figures }) => estimateWords(figures.abandonment, runs, 'share'),
      },
      {
        key: 'flow-gave-up',
        label: 'Flow',
        hint: 'Gave up by the flow model',
        numeric: true,
        sortBy: ({ flow }) => flow.abandonment,
        render: ({ flow }) => formatShare(flow.abandonment),
      },
      {
        key: 'wait',
        label: 'Wait of the answered',
        numeric: true,
        sortBy: ({ figures }) => figures.asaSeconds.mean,
        render: (row) => (waits(row) ? estimateWords(row.figures.asaSeconds, runs, 'seconds') : '–'),
      },
      {
        key: 'flow-wait',
        label: 'Flow',
        hint: 'Wait of the answered by the flow model',
        numeric: true,
        sortBy: ({ flow }) => flow.asaSeconds,
        render: (row) => (waits(row) ? formatSeconds(row.flow.asaSeconds) : '–'),
      },
      {
        key: 'lost',
        label: 'Lost for good',
        numeric: true,
        sortBy: ({ figures }) => figures.lost.mean,
        render: ({ figures }) => estimateWords(figures.lost, runs, 'count'),
      },
    ],
    [runs],
  );
  return (
    <DataTable
      label="Streams, contact by contact"
      columns={columns}
      rows={answer.streams}
      keyOf={(row) => row.id}
      picked={stream}
      onPick={onPick}
      sorted="lost"
      maxHeight={420}
    />
  );
});

function difference({ figures, flow }: Row): number | null {
  return flow.serviceLevel === null ? null : (figures.serviceLevel.mean - flow.serviceLevel) * 100;
}
