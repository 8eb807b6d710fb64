import { useCallback } from 'react';
import { textField, useView } from '../../address';
import { usePlanStore } from '../../state';
import { Figure, Figures, RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { numberText } from './number-text';
import css from './overview.module.css';
import { ServiceChart } from './ServiceChart';
import { SiteDetail } from './SiteDetail';
import { SiteMap } from './SiteMap';
import { SiteTable } from './SiteTable';
import { StreamTable } from './StreamTable';

const VIEW = { site: textField() };

/** The plan on one page: one sentence, three numbers, the sites on a map and ranked, and service week by week. */
export function OverviewScreen() {
  const currency = usePlanStore((state) => state.plan?.currency ?? 'USD');
  const answer = useAnswer('overview', null);
  const [view, setView] = useView('overview', VIEW);
  const pick = useCallback((id: string) => setView({ site: id === view.site ? '' : id }), [setView, view.site]);
  const { data, stale } = answer;
  const picked = data?.sites.find((site) => site.id === view.site) ?? null;

  return (
    <Screen
      title="Overview"
      intro="Where the work is done, how well, at what cost, and how concentrated it is; nothing going wrong."
    >
      <RunBar {...answer} what="the plan" />
      {data && (
        <>
          <p className={css.sentence}>{data.sentence}</p>
          <Figures>
            {data.numbers.map((number) => (
              <Figure
                key={number.label}
                label={number.label}
                value={numberText(number, currency)}
                detail={number.detail}
                stale={stale}
              />
            ))}
          </Figures>
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
