import { useCallback, useMemo } from 'react';
import type { MixOptions } from '../../../engine/answers';
import { useView } from '../../address';
import { usePlanStore } from '../../state';
import { Empty, PagePart, PageParts, RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { BesidePicker } from './BesidePicker';
import { BestMixes } from './best';
import { ConsistencyPanel } from './consistency';
import { KeptScenarios } from './KeptScenarios';
import { MixCharts } from './MixCharts';
import { MixForm } from './MixForm';
import { MixTable } from './MixTable';
import { MergePanel } from './merge';
import { isMove, MIX_VIEW, type MixView, mixName, mixOf, moveVariant } from './mix-view';
import css from './mixes.module.css';
import { targetsOf } from './targets';
import { TransitionPanel } from './transition';
import { verdict } from './verdict';
import { YearsPanel } from './years';

const PARTS = [
  { id: 'years', label: 'In how many years' },
  { id: 'sites', label: 'The same customer' },
  { id: 'best', label: 'Best mixes' },
  { id: 'way', label: 'Transition' },
  { id: 'merge', label: 'Merger' },
  { id: 'kept', label: 'Kept scenarios' },
];

/** Moves work from one part of the footprint to another, and shows what that does on quiet days and on bad ones. */
export function MixesScreen() {
  const plan = usePlanStore((state) => state.plan);
  const [view, setView] = useView('mixes', MIX_VIEW);
  const mix = useMemo(() => (plan ? mixOf(plan, view) : null), [plan, view]);
  const isAsked = mix !== null && isMove(mix);
  const name = plan && mix ? mixName(plan, mix) : '';
  const targets = useMemo(() => (plan && mix ? targetsOf(plan, view, mix, name) : []), [plan, view, mix, name]);
  const others = useMemo(() => targets.filter(({ value }) => value !== 'move'), [targets]);
  const variants = useMemo(
    () => [
      ...(mix && isAsked ? [moveVariant(name, mix)] : []),
      ...others.filter(({ value }) => view.beside.includes(value)).map(({ variant }) => variant),
    ],
    [mix, isAsked, name, others, view.beside],
  );
  const options = useMemo(
    (): MixOptions => ({ variants, disruptions: mix?.hit == null ? [] : [mix.hit] }),
    [variants, mix?.hit],
  );
  const answer = useAnswer('mixes', options, variants.length > 0);
  const change = useCallback((next: Partial<MixView>) => setView(next), [setView]);
  if (!plan || !mix) return null;
  const { data } = answer;
  const move = isAsked ? data?.variants.find(({ id }) => id === 'mix') : undefined;
  const warnings = [...new Set(data?.variants.flatMap((variant) => variant.warnings))];
  const picker = <BesidePicker targets={others} picked={view.beside} onChange={(beside) => change({ beside })} />;

  return (
    <Screen
      title="Mixes"
      intro="Move work, and the people who do it, from one part of the footprint to another: what it costs, how service changes, and how the same disruption then goes."
    >
      <PageParts parts={variants.length > 0 ? PARTS : PARTS.filter(({ id }) => id !== 'years')} />
      <MixForm plan={plan} mix={mix} view={view} onChange={change} name={name} canKeep={isAsked} />
      {!isAsked && (
        <Empty title={mix.share === 0 ? 'Nothing is moved yet' : 'From and to are the same'}>
          {mix.share === 0 ? 'Move the slider above zero.' : 'Choose another place to move the work to.'}
        </Empty>
      )}
      {variants.length > 0 && <RunBar {...answer} what={variants.length === 1 ? 'the mix' : 'the mixes'} />}
      {variants.length > 0 && data && data.variants.length > 0 && (
        <>
          {move && (
            <p className={css.verdict} data-stale={answer.stale || undefined}>
              {verdict(data.base, move, plan.currency)}
            </p>
          )}
          {warnings.length > 0 && (
            <ul className={css.warnings} data-stale={answer.stale || undefined} aria-label="What stands in the way">
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
          <MixTable
            base={data.base}
            variants={data.variants}
            currency={plan.currency}
            stale={answer.stale}
            actions={picker}
          />
          <MixCharts answer={data} stale={answer.stale} />
          <Source provenance={data.provenance} />
        </>
      )}
      {variants.length > 0 && (
        <PagePart id="years">
          <YearsPanel plan={plan} variants={variants} view={view} onChange={change} />
        </PagePart>
      )}
      <PagePart id="sites">
        <ConsistencyPanel
          picked={view.same}
          isDue={variants.length === 0 || data !== null || answer.fault !== null}
          currency={plan.currency}
          onChange={change}
        />
      </PagePart>
      <PagePart id="best">
        <BestMixes />
      </PagePart>
      <PagePart id="way">
        <TransitionPanel plan={plan} targets={targets} view={view} onChange={change} />
      </PagePart>
      <PagePart id="merge">
        <MergePanel key={plan.id} plan={plan} other={view.with} onChange={change} />
      </PagePart>
      <PagePart id="kept">
        <KeptScenarios plan={plan} onShow={change} />
      </PagePart>
    </Screen>
  );
}
