import { useCallback, useMemo } from 'react';
import { numberField, textField, useView } from '../../address';
import { usePlanStore } from '../../state';
import { RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { Decision } from './Decision';
import css from './overview.module.css';
import { ServiceChart } from './ServiceChart';
import { SiteDetail } from './SiteDetail';
import { SiteMap } from './SiteMap';
import { SiteTable } from './SiteTable';
import { misses, StreamTable } from './StreamTable';
import { ThreeNumbers } from './ThreeNumbers';
import { useRested } from './use-rested';

const VIEW = { site: textField(), rise: numberField(2, 0, 100) };

/** The plan on one page: one decision, three numbers, then the sites on a map and ranked, and service week by week. */
export function OverviewScreen() {
  const currency = usePlanStore((state) => state.plan?.currency ?? 'USD');
  const planId = usePlanStore((state) => state.plan?.id ?? '');
  const answer = useAnswer('overview', null);
  const [view, setView] = useView('overview', VIEW);
  const pick = useCallback((id: string) => setView({ site: id === view.site ? '' : id }), [setView, view.site]);
  const { data, stale } = answer;
  const rested = useRested(data !== null && !stale);
  const options = useMemo(() => ({ costRise: view.rise / 100 }), [view.rise]);
  const decision = useAnswer('decision', options, rested);
  const changeRise = useCallback((rise: number) => setView({ rise }), [setView]);
  const picked = data?.sites.find((site) => site.id === view.site) ?? null;

  return (
    <Screen
      title="Overview"
      intro="What to decide about the footprint, what it costs and what it risks; then where the work is done and how well."
    >
      <RunBar {...answer} what="the plan" />
      {data && (
        <>
          <Decision
            answer={decision}
            planId={planId}
            currency={currency}
            costRise={view.rise}
            onCostRise={changeRise}
            missing={data.base.streams.filter(misses).length}
          />
          <ThreeNumbers
            numbers={data.numbers}
            decision={decision.data}
            currency={currency}
            stale={stale}
            isOld={decision.stale}
          />
          <p className={css.sentence}>{data.sentence}</p>
          <div className={css.split}>
            <SiteMap sites={data.sites} picked={picked?.id ?? null} onPick={pick} stale={stale} />
            <div className={css.side}>
              {picked && (
                <SiteDetail site={picked} run={data.base} currency={currency} onClose={() => pick(picked.id)} />
              )}
              <SiteTable
                sites={data.sites}
                picked={picked?.id ?? null}
                onPick={pick}
                stale={stale}
                currency={currency}
                isShort={picked !== null}
              />
            </div>
          </div>
          <ServiceChart run={data.base} stale={stale} />
          <StreamTable run={data.base} stale={stale} currency={currency} />
          <Source provenance={data.provenance} />
        </>
      )}
    </Screen>
  );
}
