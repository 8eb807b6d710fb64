import { memo, useMemo } from 'react';
import type { MergeAnswer } from '../../../../engine/answers';
import { formatCount } from '../../../format';
import { type Column, DataTable, Source } from '../../../ui';
import css from './merge.module.css';
import { type MergeRow, mergeRows } from './merge-rows';

interface Props {
  readonly answer: MergeAnswer;
  readonly stale: boolean;
}

/** Both footprints before, both apart, and as one. */
export const MergeResult = memo(function MergeResult({ answer, stale }: Props) {
  const { first, second, union, overlaps } = answer;
  const rows = useMemo(() => mergeRows(answer), [answer]);
  const columns = useMemo((): Column<MergeRow>[] => {
    const column = (key: string, label: string, pick: (row: MergeRow) => string): Column<MergeRow> => ({
      key,
      label,
      numeric: true,
      render: pick,
    });
    return [
      { key: 'figure', label: 'Figure', render: ({ label }) => label },
      column('first', first.name, (row) => row.first),
      column('second', second.name, (row) => row.second),
      column('apart', 'Both apart', (row) => row.apart),
      column('union', 'As one', (row) => row.union),
      {
        ...column('change', 'Difference', (row) => row.change),
        hint: 'As one, less both apart; less the first plan where both apart have no such figure.',
      },
    ];
  }, [first.name, second.name]);
  const newlyBroken = union.breaches.filter((sentence) => !first.breaches.includes(sentence));
  return (
    <section aria-label="Before and after the merger" data-stale={stale || undefined} className={css.result}>
      <p className={css.sentence}>{answer.sentence}</p>
      <DataTable label="Before and after" columns={columns} rows={rows} keyOf={({ key }) => key} />
      {union.breaches.length > 0 && (
        <>
          <h3>Limits broken as one</h3>
          <ul className={css.list}>
            {union.breaches.map((sentence) => (
              <li key={sentence}>
                {sentence}
                {newlyBroken.includes(sentence) ? '' : ' As before.'}
              </li>
            ))}
          </ul>
        </>
      )}
      {overlaps.length > 0 && (
        <>
          <h3>Metros that both have</h3>
          <ul className={css.list}>
            {overlaps.map(({ metro, first: mine, second: yours, heads, seats }) => (
              <li key={metro}>
                {metro}: {mine.join(', ')} and {yours.join(', ')}; {formatCount(heads)} people
                {seats > 0 ? `, ${formatCount(seats)} seats` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
      <Source provenance={answer.provenance} />
    </section>
  );
});
