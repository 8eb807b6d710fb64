import { memo, useMemo } from 'react';
import type { StressCase } from '../../../../engine/answers';
import { formatCount, formatShare } from '../../../format';
import { type Column, DataTable, Panel } from '../../../ui';
import css from '../disruptions.module.css';

type Arc = StressCase['absorption']['arcs'][number];
type Row = StressCase['absorption']['streams'][number];

interface Props {
  readonly found: StressCase;
  readonly nameOf: (site: string) => string;
  readonly stale: boolean;
}

/** By stream: contacts that teams no longer answer, who takes them over, and what stays stranded. */
export const WhoAbsorbs = memo(function WhoAbsorbs({ found, nameOf, stale }: Props) {
  const { absorption } = found;
  const rows = absorption.streams.filter(({ fallen, added }) => fallen >= 0.5 || added >= 0.5);
  const columns = useMemo(
    (): Column<Row>[] => [
      { key: 'name', label: 'Stream', sortBy: ({ name }) => name, render: ({ name }) => name },
      figure('fallen', 'Fewer answered', 'Contacts that teams answer less than planned', ({ fallen }) => fallen),
      figure('taken', 'Taken over', 'Of those, answered by other teams', ({ takenOver }) => takenOver),
      figure('not-come', 'Never came', 'Of those, contacts that nobody made', ({ notCome }) => notCome),
      figure('stranded', 'Stranded', 'Of those, made and answered by nobody', ({ stranded }) => stranded),
      {
        key: 'share',
        label: 'Stranded, %',
        hint: 'Of those that teams answer less',
        numeric: true,
        sortBy: ({ fallen, stranded }) => (fallen > 0 ? stranded / fallen : null),
        render: ({ fallen, stranded }) => (fallen > 0 ? formatShare(stranded / fallen) : ''),
      },
    ],
    [],
  );
  const arcColumns = useMemo(
    (): Column<Arc>[] => [
      { key: 'from', label: 'Instead of', sortBy: ({ from }) => nameOf(from), render: ({ from }) => nameOf(from) },
      {
        key: 'to',
        label: 'Answered by',
        sortBy: ({ to }) => nameOf(to),
        render: ({ from, to }) => (from === to ? `${nameOf(to)}, another team` : nameOf(to)),
      },
      {
        key: 'contacts',
        label: 'Contacts',
        numeric: true,
        sortBy: ({ contacts }) => contacts,
        render: ({ contacts }) => formatCount(contacts),
      },
    ],
    [nameOf],
  );
  if (rows.length === 0) return null;
  return (
    <Panel
      title="Who absorbs what"
      description="Contacts over the whole plan, against the plan left alone. Of those that a stream’s teams answer less, other teams take some over, some are never made, and the rest is stranded: the customer gives up, or still waits at the end. Who gives up may try again, so that more are stranded than are lost for good. Which contact went from whom to whom is not marked on it: every fall is divided over the rises by their size."
      stale={stale}
    >
      <div className={css.stack}>
        <DataTable
          label="Streams that fall"
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          sorted="stranded"
          maxHeight={300}
        />
        <DataTable
          label="Contacts taken over, by site"
          columns={arcColumns}
          rows={absorption.arcs}
          keyOf={({ from, to }) => `${from} ${to}`}
          sorted="contacts"
          limit={12}
          maxHeight={300}
        />
      </div>
    </Panel>
  );
});

function figure(key: string, label: string, hint: string, value: (row: Row) => number): Column<Row> {
  return { key, label, hint, numeric: true, sortBy: value, render: (row) => formatCount(value(row)) };
}
