import { useCallback, useMemo } from 'react';
import { useView } from '../../address';
import { usePlanStore } from '../../state';
import { Empty, RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { BestMixes } from './best';
import { KeptScenarios } from './KeptScenarios';
import { MixCharts } from './MixCharts';
import { MixForm } from './MixForm';
import { MixTable } from './MixTable';
import { isMove, MIX_VIEW, type MixView, mixName, mixOf, mixQuestion } from './mix-view';
import css from './mixes.module.css';
import { TransitionPanel } from './transition';
import { verdict } from './verdict';

const NOTHING = { variants: [], disruptions: [] };

/** Moves work from one part of the footprint to another, and shows what that does on quiet days and on bad ones. */
export function MixesScreen() {
  const plan = usePlanStore((state) => state.plan);
  const [view, setView] = useView('mixes', MIX_VIEW);
  const mix = useMemo(() => (plan ? mixOf(plan, view) : null), [plan, view]);
  const isAsked = mix !== null && isMove(mix);
  const name = plan && mix ? mixName(plan, mix) : '';
  const options = useMemo(() => (mix && isAsked ? mixQuestion(name, mix) : NOTHING), [mix, isAsked, name]);
  const answer = useAnswer('mixes', options, isAsked);
  const change = useCallback((next: Partial<MixView>) => setView(next), [setView]);
  if (!plan || !mix) return null;
  const { data } = answer;
  const variant = data?.variants[0];

  return (
    <Screen
      title="Mixes"
      intro="Move work, and the people who do it, from one part of the footprint to another: what it costs, how service changes, and how the same disruption then goes."
    >
      <MixForm plan={plan} mix={mix} view={view} onChange={change} name={name} canKeep={isAsked} />
      {!isAsked && (
        <Empty title={mix.share === 0 ? 'Nothing is moved yet' : 'From and to are the same'}>
          {mix.share === 0 ? 'Move the slider above zero.' : 'Choose another place to move the work to.'}
        </Empty>
      )}
      {isAsked && <RunBar {...answer} what="the mix" />}
      {isAsked && data && variant && (
        <>
          <p className={css.verdict} data-stale={answer.stale || undefined}>
            {verdict(data.base, variant, plan.currency)}
          </p>
          {variant.warnings.length > 0 && (
            <ul className={css.warnings} data-stale={answer.stale || undefined} aria-label="What stands in the way">
              {variant.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
          <MixTable base={data.base} variant={variant} currency={plan.currency} stale={answer.stale} />
          <MixCharts answer={data} stale={answer.stale} />
          <Source provenance={data.provenance} />
        </>
      )}
      <BestMixes />
      <TransitionPanel plan={plan} mix={mix} name={name} view={view} onChange={change} />
      <KeptScenarios plan={plan} onShow={change} />
    </Screen>
  );
}
