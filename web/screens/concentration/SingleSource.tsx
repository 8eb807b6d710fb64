import { memo } from 'react';
import type { ConcentrationAnswer } from '../../../engine/answers';
import { channelLabel, formatCount, languageLabel } from '../../format';
import { type Column, DataTable } from '../../ui';
import css from './concentration.module.css';

type Row = ConcentrationAnswer['singleSource'][number];

const LEVELS = { parent: 'One owner', metro: 'One metro', site: 'One site' } as const;

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', label: 'Stream', sortBy: (row) => row.name, render: (row) => row.name },
  { key: 'level', label: 'Depends on', sortBy: (row) => row.level, render: (row) => LEVELS[row.level] },
  {
    key: 'member',
    label: 'Which',
    sortBy: (row) => row.memberLabel,
    render: (row) => (
      <>
        {row.memberLabel}
        {row.level === 'site' && <span className={css.sub}>{row.providerName}</span>}
      </>
    ),
  },
  {
    key: 'work',
    label: 'Work',
    render: (row) => `${channelLabel(row.channel)}, ${languageLabel(row.language)}`,
  },
  {
    key: 'contacts',
    label: 'Contacts a week',
    numeric: true,
    sortBy: (row) => row.contactsPerWeek,
    render: (row) => formatCount(row.contactsPerWeek),
  },
];

/** Work that only one owner, metro or site can do. */
export const SingleSource = memo(function SingleSource({ rows }: { readonly rows: readonly Row[] }) {
  if (rows.length === 0)
    return <p>None: every stream can be served from more than one place and by more than one owner.</p>;
  return (
    <DataTable
      label="Streams with a single source"
      columns={COLUMNS}
      rows={rows}
      keyOf={(row) => `${row.stream} ${row.level}`}
      sorted="contacts"
      maxHeight={360}
    />
  );
});
