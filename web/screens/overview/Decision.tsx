import { NativeSelect } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { DecisionAnswer } from '../../../engine/answers';
import { writePath } from '../../address';
import { formatCount, formatDays, formatShare } from '../../format';
import { DataTable, Panel, RunBar, Source } from '../../ui';
import type { Answer } from '../../work';
import { decisionColumns } from './decision-columns';
import { mixAddress } from './mix-address';
import css from './overview.module.css';

interface Props {
  readonly answer: Answer<DecisionAnswer>;
  readonly planId: string;
  readonly currency: string;
  /** Most that the move may add to the cost of a year, per cent. */
  readonly costRise: number;
  readonly onCostRise: (percent: number) => void;
  /** Streams that miss their own target while nothing goes wrong. */
  readonly missing: number;
}

const RISES = [0, 1, 2, 5, 10].map((rise) => ({
  value: String(rise),
  label: rise === 0 ? 'no more than today' : `up to ${rise} % more`,
}));

/** One decision about the footprint: the move that makes the worst failure milder, what it was chosen from, and where to go on. */
export const Decision = memo(function Decision({ answer, planId, currency, costRise, onCostRise, missing }: Props) {
  const { data, stale } = answer;
  const [isOpen, setOpen] = useState(false);
  const columns = useMemo(() => decisionColumns(currency, planId, data), [currency, planId, data]);
  const move = data?.decision?.move;
  const rises = RISES.some(({ value }) => value === String(costRise))
    ? RISES
    : [...RISES, { value: String(costRise), label: `up to ${costRise} % more` }];
  return (
    <Panel
      title="The decision"
      description="The move of work that makes the worst single failure milder, among those that keep service and cost."
      stale={stale}
      actions={
        <NativeSelect
          aria-label="What a year may cost"
          size="xs"
          data={rises}
          value={String(costRise)}
          onChange={({ currentTarget: { value } }) => onCostRise(Number(value))}
        />
      }
    >
      <RunBar {...answer} what="the decision" />
      {data && (
        <>
          <p className={css.decision}>{data.sentence}</p>
          <ul className={css.why}>
            {data.node && (
              <li>
                {data.node.label} does {formatShare(data.node.hoursShare)} of productive hours. When it fails for{' '}
                {formatDays(data.node.days)}, {formatCount(data.node.lost)} contacts are lost;{' '}
                {data.node.daysToSurvive === null
                  ? 'service holds'
                  : data.node.daysToSurvive < 1
                    ? 'service breaks on the first day'
                    : `service holds for ${formatDays(data.node.daysToSurvive)}`}
                .
              </li>
            )}
            {missing > 0 && (
              <li>
                {formatCount(missing)} {missing === 1 ? 'stream misses its' : 'streams miss their'} own target when
                nothing fails: no move makes up for people who are missing.{' '}
                <Link href={writePath(planId, 'headcount')}>Headcount</Link>
              </li>
            )}
          </ul>
          <p className={css.links}>
            {move && <Link href={mixAddress(planId, move)}>Try the move on Mixes</Link>}
            <Link href={writePath(planId, 'concentration')}>All failures on Concentration</Link>
            <Link href={writePath(planId, 'risk')}>How likely: Risk</Link>
          </p>
          {data.tried.length > 0 && (
            <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
              <summary className={css.summary}>What it was chosen from: {formatCount(data.tried.length)} moves</summary>
              {isOpen && (
                <DataTable
                  label="Moves tried"
                  columns={columns}
                  rows={data.tried}
                  keyOf={({ name }) => name}
                  maxHeight={420}
                />
              )}
            </details>
          )}
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});
