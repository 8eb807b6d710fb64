import { useDeferredValue } from 'react';
import type { DimensionShare } from '../../../engine/answers';
import type { Policies, Site } from '../../../engine/plan';
import { Segments } from '../../charts';
import { formatNumber, formatShare, memberLabel } from '../../format';
import { usePlanStore } from '../../state';
import { Figure, Figures, PagePart, PageParts, RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { Breaches } from './Breaches';
import { CoverMatrix } from './CoverMatrix';
import css from './concentration.module.css';
import { useConcentrationView, useViewPart } from './concentration-view';
import { ContractPanel } from './contracts';
import { DimensionBars } from './DimensionBars';
import { Hidden } from './Hidden';
import { MEASURE_CHOICES, type Measure, rankedBy } from './measures';
import { OutageSweep } from './OutageSweep';
import { PairSweep } from './PairSweep';
import { ShareMap } from './ShareMap';
import { ProviderScores, SiteAttributes } from './scorecards';
import { ThroughChart } from './ThroughChart';

const PARTS = [
  { id: 'through', label: 'Level by level' },
  { id: 'map', label: 'Map' },
  { id: 'shares', label: 'Shares' },
  { id: 'cover', label: 'Who covers what' },
  { id: 'providers', label: 'Providers' },
  { id: 'sites', label: 'Sites' },
  { id: 'contracts', label: 'Contracts' },
  { id: 'one', label: 'When one fails' },
  { id: 'two', label: 'When two fail' },
] as const;
const NO_LIMITS: Policies['limits'] = [];
const NO_SITES: readonly Site[] = [];

/** How many eggs are in how few baskets, looked through to what the baskets share; and what breaks when one goes. */
export function ConcentrationScreen() {
  const limits = usePlanStore((state) => state.plan?.policies.limits) ?? NO_LIMITS;
  const sites = usePlanStore((state) => state.plan?.sites) ?? NO_SITES;
  const answer = useAnswer('concentration', null);
  const { data, stale } = answer;
  const [view, setView] = useConcentrationView();
  const hasValue = data === null || data.totalValueAtStake !== null;
  const measure: Measure = hasValue ? view.by : view.by === 'value' ? 'hours' : view.by;
  // Charts follow the switch in steps of their own, so that it answers at once.
  const shown = useDeferredValue(measure);
  const node = useDeferredValue(view.node);
  const map = useViewPart({ ...view, node }, 'map', 'node');
  const cover = useViewPart(view, 'cover', 'streams');
  const provider = useViewPart(view, 'provider');
  const contracts = useViewPart(view, 'bills', 'struck');
  const sweep = useViewPart({ ...view, node }, 'from', 'only', 'node');
  const pairs = useViewPart(view, 'from', 'pairs');
  const isReady = data !== null;
  return (
    <Screen
      title="Concentration"
      intro="Shares of the work, looked through to owners, places, hazards and platforms, against the limits you set; and what is lost when one of them fails."
    >
      {data && <PageParts parts={PARTS} />}
      <RunBar {...answer} what="the concentration" />
      {data && (
        <>
          <p className={css.headline} data-stale={stale || undefined}>
            {data.headline}
          </p>
          <Hidden lines={data.hides} />
          <div className={css.switch}>
            <span className={css.quiet}>Shares of</span>
            <Segments
              label="Shares of"
              choices={MEASURE_CHOICES.filter(({ value }) => hasValue || value !== 'value')}
              value={measure}
              onChange={(by) => setView({ by })}
            />
            <span className={css.quiet}>
              {hasValue
                ? 'Productive hours, contacts answered, or what those contacts put at stake.'
                : 'This plan states no worth of contacts or customers, so there are no shares of value.'}
            </span>
          </div>
          <Figures>
            {data.dimensions
              .filter(({ dimension }) => ['provider', 'parent', 'country', 'metro'].includes(dimension))
              .map((each) => (
                <Figure
                  key={each.dimension}
                  label={`Effective number of ${each.label}`}
                  value={formatNumber(each.spread[measure]?.effectiveNumber ?? null, 1)}
                  detail={`${each.members.length} in all; ${largestOf(each, measure)} holds ${formatShare(each.spread[measure]?.largestShare ?? null)}`}
                  stale={stale}
                />
              ))}
          </Figures>
          <Breaches breaches={data.breaches} hasLimits={limits.length > 0} />
          <PagePart id="through">
            <ThroughChart dimensions={data.dimensions} measure={shown} stale={stale} />
          </PagePart>
          <PagePart id="map">
            <ShareMap
              dimensions={data.dimensions}
              sites={sites}
              measure={shown}
              stale={stale}
              view={map}
              setView={setView}
            />
          </PagePart>
          <PagePart id="shares">
            <DimensionBars dimensions={data.dimensions} limits={limits} measure={shown} stale={stale} />
          </PagePart>
          <PagePart id="cover">
            <CoverMatrix answer={data} stale={stale} view={cover} setView={setView} />
          </PagePart>
        </>
      )}
      <PagePart id="providers">
        <ProviderScores ready={isReady} view={provider} setView={setView} />
      </PagePart>
      <PagePart id="sites">
        <SiteAttributes ready={isReady} />
      </PagePart>
      <PagePart id="contracts">
        <ContractPanel ready={isReady} view={contracts} setView={setView} />
      </PagePart>
      <PagePart id="one">
        <OutageSweep ready={isReady} view={sweep} setView={setView} />
      </PagePart>
      <PagePart id="two">
        <PairSweep ready={isReady} view={pairs} setView={setView} />
      </PagePart>
      {data && <Source provenance={data.provenance} />}
    </Screen>
  );
}

function largestOf(shares: DimensionShare, measure: Measure): string {
  const [first] = rankedBy(shares, measure);
  return first ? memberLabel(shares.dimension, first.member, first.label) : 'nobody';
}
