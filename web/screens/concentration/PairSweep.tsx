import { memo, useMemo } from 'react';
import { csvText, download, formatCount } from '../../format';
import { usePlanStore } from '../../state';
import { DataTable, Panel, RunBar, Source } from '../../ui';
import { useAnswer } from '../../work';
import { AskedActions } from './AskedActions';
import { ConfirmWorst } from './ConfirmWorst';
import css from './concentration.module.css';
import type { ViewPart } from './concentration-view';
import { PairMatrix } from './PairMatrix';
import { pairCells, pairColumns } from './pair-columns';

interface Props extends ViewPart<'from' | 'pairs'> {
  readonly ready: boolean;
}

/** Every two of the nodes that hurt most, taken out together: who covers for whom, and so must not fail with it. */
export const PairSweep = memo(function PairSweep({ ready, view, setView }: Props) {
  const currency = usePlanStore((state) => state.plan?.currency ?? 'USD');
  const isOpen = view.pairs === 'yes';
  const options = useMemo(() => (view.from === null ? {} : { startDate: view.from }), [view.from]);
  const answer = useAnswer('pairs', options, ready && isOpen);
  const { data } = answer;
  const columns = useMemo(() => (data ? pairColumns(data, currency) : []), [data, currency]);
  const worst = useMemo(() => (data ? data.pairs.map(({ nodes }) => nodes.map((at) => data.nodes[at]!)) : []), [data]);
  return (
    <Panel
      title="What breaks when two fail together"
      description="Every two of those that lose most alone, from the same day on. Two that would cover for each other lose more together than both alone."
      stale={answer.stale}
      actions={
        <AskedActions
          ask="Take out pairs"
          leave="Leave pairs out"
          isOpen={isOpen}
          onToggle={(open) => setView({ pairs: open ? 'yes' : 'no' })}
          onDownload={data && (() => download(csvText(pairCells(data)), 'What breaks when two fail together', 'csv'))}
        />
      }
    >
      {!isOpen && <p className={css.quiet}>Takes some seconds: each pair is a run of the plan.</p>}
      {isOpen && <RunBar {...answer} what="the pairs" />}
      {isOpen && data && (
        <>
          <PairMatrix answer={data} />
          <DataTable
            label="Pairs"
            columns={columns}
            rows={data.pairs}
            keyOf={({ nodes }) => nodes.join(' ')}
            limit={10}
            maxHeight={480}
          />
          {data.leftOut > 0 && (
            <p className={css.quiet}>
              {formatCount(data.leftOut)} that lose less alone are not paired. What lies within one that loses more,
              such as a site within its metro, is left to that one.
            </p>
          )}
          <ConfirmWorst what="pairs" startDate={data.startDate} targets={worst} isStale={answer.stale} />
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});
