import { Button, NativeSelect } from '@mantine/core';
import { memo, useMemo } from 'react';
import { compareMixYears, joinMixYears, type MixVariant } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { NumberEntry, Panel, RunBar, Source } from '../../../ui';
import { useParts } from '../../../work';
import { type MixView, YEARS } from '../mix-view';
import { DifferenceCurve } from './DifferenceCurve';
import { partsOf } from './parts';
import { YearsTable } from './YearsTable';
import css from './years.module.css';

interface Props {
  readonly plan: Plan;
  readonly variants: readonly MixVariant[];
  readonly view: MixView;
  readonly onChange: (next: Partial<MixView>) => void;
}

/** In how many sampled years the mixes do better than today's footprint, under the same luck. */
export const YearsPanel = memo(function YearsPanel({ plan, variants, view, onChange }: Props) {
  const years = Number(view.years);
  const { seed } = view;
  const parts = useParts('mixYears', joinMixYears, JSON.stringify([variants, seed]));
  const { data, stale, running } = parts;
  const missing = useMemo(
    () => partsOf(variants, seed, years, stale ? null : data),
    [variants, seed, years, stale, data],
  );
  const answer = useMemo(() => (data ? compareMixYears(plan, data) : null), [plan, data]);
  const start = () => parts.run(missing);
  return (
    <Panel
      title="In how many years is it better?"
      description="Sampled years with the plan’s hazards, each run on today’s footprint and on the mix under the same luck, so that the difference is the footprint’s alone."
      stale={stale}
      actions={
        <div className={css.controls}>
          <NativeSelect
            aria-label="Years"
            size="xs"
            data={YEARS.map((value) => ({ value, label: `${value} years` }))}
            value={view.years}
            onChange={({ currentTarget: { value } }) =>
              onChange({ years: YEARS.find((one) => one === value) ?? '100' })
            }
          />
          <NumberEntry
            label="Seed"
            isInTable
            value={seed}
            min={0}
            max={1e9}
            isWhole
            width={70}
            onChange={(value) => onChange({ seed: value ?? 1 })}
          />
          {!running && (
            <Button
              size="xs"
              variant="default"
              onClick={start}
              disabled={missing.length === 0 || variants.length === 0}
            >
              {missing.length === 0
                ? `${years} years sampled`
                : data && !stale
                  ? 'Sample the rest'
                  : `Sample ${years} years`}
            </Button>
          )}
        </div>
      }
    >
      <RunBar {...parts} retry={start} what="the years" />
      {answer?.mixes.map((mix) => (
        <section key={mix.id} aria-label={`Years of ${mix.name}`} className={css.mix}>
          <p className={css.sentence}>{mix.sentence}</p>
          <YearsTable mix={mix} currency={plan.currency} />
        </section>
      ))}
      {answer && answer.mixes.length > 0 && (
        <>
          <DifferenceCurve mixes={answer.mixes} />
          <Source provenance={answer.provenance} />
        </>
      )}
    </Panel>
  );
});
