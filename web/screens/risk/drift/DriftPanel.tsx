import { Button, NativeSelect } from '@mantine/core';
import { memo } from 'react';
import type { RiskOptions } from '../../../../engine/answers';
import { formatNumber } from '../../../format';
import { Panel, RunBar } from '../../../ui';
import css from '../risk.module.css';
import { ChangeList } from './ChangeList';
import { RevisionTable } from './RevisionTable';
import { ScoreTrend } from './ScoreTrend';
import { StressTable } from './StressTable';
import { useDrift } from './use-drift';

interface Props {
  readonly options: RiskOptions;
  readonly earlier: number;
  readonly years: number;
  readonly onChange: (change: {
    readonly earlier?: '1' | '3' | '6' | '12';
    readonly driftYears?: '40' | '100' | '200';
  }) => void;
}

export const EARLIER = ['1', '3', '6', '12'] as const;
export const DRIFT_YEARS_SHOWN = ['40', '100', '200'] as const;

/** How the score has moved over the plan's revisions, and what moved it. */
export const DriftPanel = memo(function DriftPanel({ options, earlier, years, onChange }: Props) {
  const drift = useDrift();
  const { answer, notes } = drift;
  const start = () => drift.run(earlier, { ...options, years });
  return (
    <Panel
      title="Score over revisions of the plan"
      description="The plan on screen and what it was before, each run in full through the same sampled years; the disruptions that each keeps are run again."
    >
      <div className={css.controls}>
        <NativeSelect
          label="Earlier revisions"
          size="xs"
          data={[...EARLIER]}
          value={String(earlier)}
          onChange={({ currentTarget: { value } }) => {
            const found = EARLIER.find((one) => one === value);
            if (found) onChange({ earlier: found });
          }}
        />
        <NativeSelect
          label="Years each"
          size="xs"
          data={[...DRIFT_YEARS_SHOWN]}
          value={String(years)}
          onChange={({ currentTarget: { value } }) => {
            const found = DRIFT_YEARS_SHOWN.find((one) => one === value);
            if (found) onChange({ driftYears: found });
          }}
        />
        {!drift.running && (
          <Button size="xs" variant="default" onClick={start}>
            Run the revisions
          </Button>
        )}
      </div>
      <RunBar {...drift} retry={start} what="the revisions" />
      {answer && !drift.running && answer.revisions.length === 1 && (
        <p className={css.note}>
          The plan has no earlier revision yet: its score over {formatNumber(answer.years, 0)} years is{' '}
          {formatNumber(answer.revisions[0]!.score.value, 1)}. Change something, and run them again.
        </p>
      )}
      {answer && answer.revisions.length > 1 && (
        <>
          <ScoreTrend answer={answer} notes={notes} />
          <RevisionTable answer={answer} notes={notes} />
          <ChangeList changes={answer.changes} />
          <StressTable revisions={answer.revisions} />
        </>
      )}
    </Panel>
  );
});
