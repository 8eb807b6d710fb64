import type { ScorecardAnswer } from '../../../../engine/answers';
import { formatNumber, formatShare, gradeLabel } from '../../../format';
import { type Column, DataTable } from '../../../ui';
import css from '../concentration.module.css';

type Row = ScorecardAnswer['assumptions'][number];

function valueWords({ value, unit }: Row): string {
  if (unit === 'share') return formatShare(value);
  return `${formatNumber(value, 1)} ${unit}`;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', label: 'Assumed', render: ({ name }) => name },
  { key: 'value', label: 'Value', numeric: true, render: valueWords },
  { key: 'grade', label: 'Known from', sortBy: ({ grade }) => grade, render: ({ grade }) => gradeLabel(grade) },
  { key: 'source', label: 'Source', render: ({ source }) => <span className={css.words}>{source}</span> },
  {
    key: 'beside',
    label: 'What outsourcers’ own cases say',
    render: ({ beside }) => <span className={css.words}>{beside ?? 'nothing published'}</span>,
  },
];

/** What stands behind the chances and weeks, with source and grade, beside what is known of outsourcers themselves. */
export function Assumptions({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <details className={css.sources}>
      <summary>What the scorecards assume</summary>
      <DataTable label="What the scorecards assume" columns={COLUMNS} rows={rows} keyOf={({ name }) => name} />
    </details>
  );
}
