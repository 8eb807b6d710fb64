import { useMemo } from 'react';
import type { PlaybookCase } from '../../../../engine/answers';
import { formatCount, formatMoney } from '../../../format';
import { type Column, DataTable } from '../../../ui';
import disruptionCss from '../disruptions.module.css';
import { ACTION_FORMS } from './action-forms';
import { rateWords } from './playbook-words';

type Action = PlaybookCase['actions'][number];
type Row = Action & { readonly at: number };
type Moved = PlaybookCase['shifts'][number];

interface Props {
  readonly actions: readonly Action[];
  readonly shifts: readonly Moved[];
  readonly currency: string;
}

/** Each action of a playbook alone; and the contacts that it moves: asked, moved, refused, returned. */
export function ActionTable({ actions, shifts, currency }: Props) {
  const rows = useMemo(() => actions.map((action, at): Row => ({ ...action, at })), [actions]);
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        key: 'what',
        label: 'Action alone',
        render: ({ at, kind, notes }) => (
          <>
            {at + 1}. {ACTION_FORMS[kind].label}
            {notes.map((note) => (
              <span key={note} className={disruptionCss.sub}>
                {note}
              </span>
            ))}
          </>
        ),
      },
      {
        key: 'hours',
        label: 'Hours bought',
        numeric: true,
        render: ({ hours }) => (hours > 0 ? formatCount(hours) : ''),
      },
      { key: 'cost', label: 'Costs', numeric: true, render: ({ cost }) => formatMoney(cost, currency) },
      {
        key: 'saved',
        label: 'Contacts saved',
        numeric: true,
        render: ({ alone }) => (alone ? formatCount(alone.contactsSaved) : ''),
      },
      {
        key: 'rate',
        label: `Saved per ${formatMoney(1000, currency)}`,
        numeric: true,
        render: ({ alone }) => rateWords(alone),
      },
    ],
    [currency],
  );
  const moved = useMemo(
    (): Column<Moved>[] => [
      { key: 'from', label: 'From', render: ({ from }) => from },
      { key: 'to', label: 'To', render: ({ to }) => to },
      ...(['offered', 'moved', 'refused', 'returned'] as const).map(
        (key): Column<Moved> => ({
          key,
          label: { offered: 'Asked', moved: 'Moved', refused: 'Refused', returned: 'Returned' }[key],
          numeric: true,
          render: (row) => formatCount(row[key]),
        }),
      ),
    ],
    [],
  );
  return (
    <>
      <DataTable label="Actions alone" columns={columns} rows={rows} keyOf={({ at }) => String(at)} />
      {shifts.length > 0 && (
        <DataTable
          label="Contacts moved"
          columns={moved}
          rows={shifts}
          keyOf={({ from, to }) => `${from} ${to}`}
          maxHeight={220}
        />
      )}
    </>
  );
}
