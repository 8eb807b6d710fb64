import { memo, useMemo } from 'react';
import type { DriftAnswer, RevisionChange, RevisionFigures } from '../../../../engine/answers';
import { formatCount, formatNumber, formatPoints } from '../../../format';
import { type Column, DataTable } from '../../../ui';

interface Props {
  readonly answer: DriftAnswer;
  readonly notes: readonly string[];
}

interface Row extends RevisionFigures {
  readonly note: string;
  readonly change: RevisionChange | null;
}

const COLUMNS: Column<Row>[] = [
  { key: 'label', label: 'Revision', render: ({ label }) => label },
  { key: 'note', label: 'What was done', render: ({ note }) => note },
  { key: 'score', label: 'Score', numeric: true, render: ({ score }) => formatNumber(score.value, 1) },
  {
    key: 'change',
    label: 'Against the one before',
    numeric: true,
    render: ({ change }) => (change ? formatPoints(change.points.value) : ''),
  },
  {
    key: 'sure',
    label: '95 % sure',
    numeric: true,
    render: ({ change }) =>
      change ? `${formatPoints(change.points.lo95)} to ${formatPoints(change.points.hi95)}` : '',
  },
  { key: 'mean', label: 'Lost in the mean year', numeric: true, render: ({ mean }) => formatCount(mean.value) },
  { key: 'tail', label: 'In the worst twentieth', numeric: true, render: ({ cvar95 }) => formatCount(cvar95.value) },
];

export const RevisionTable = memo(function RevisionTable({ answer: { revisions, changes }, notes }: Props) {
  const rows = useMemo(
    () =>
      revisions.map((revision, at): Row => ({ ...revision, note: notes[at] ?? '', change: changes[at - 1] ?? null })),
    [revisions, changes, notes],
  );
  return <DataTable label="Revisions" columns={COLUMNS} rows={rows} keyOf={({ label }) => label} />;
});
