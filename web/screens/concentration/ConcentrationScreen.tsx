import type { DimensionShare } from '../../../engine/answers';
import { formatNumber, formatShare, memberLabel } from '../../format';
import { usePlanStore } from '../../state';
import { Figure, Figures, Panel, RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { Breaches } from './Breaches';
import css from './concentration.module.css';
import { DimensionBars } from './DimensionBars';
import { OutageSweep } from './OutageSweep';
import { PairSweep } from './PairSweep';
import { ProviderScores } from './ProviderScores';
import { SingleSource } from './SingleSource';

/** How many eggs are in how few baskets, looked through to what the baskets share; and what breaks when one goes. */
export function ConcentrationScreen() {
  const limits = usePlanStore((state) => state.plan?.policies.limits) ?? [];
  const answer = useAnswer('concentration', null);
  const { data, stale } = answer;
  return (
    <Screen
      title="Concentration"
      intro="Shares of productive hours, looked through to owners, places and platforms, against the limits you set; and what is lost when one of them fails."
    >
      <RunBar {...answer} what="the concentration" />
      {data && (
        <>
          <p className={css.headline} data-stale={stale || undefined}>
            {data.headline}
          </p>
          <Figures>
            {data.dimensions
              .filter(({ dimension }) => ['provider', 'parent', 'country', 'metro'].includes(dimension))
              .map((each) => (
                <Figure
                  key={each.dimension}
                  label={`Effective number of ${each.label}`}
                  value={formatNumber(each.effectiveNumber, 1)}
                  detail={`${each.members.length} in all; ${largestOf(each)} holds ${formatShare(each.largestShare)}`}
                  stale={stale}
                />
              ))}
          </Figures>
          <Breaches breaches={data.breaches} hasLimits={limits.length > 0} />
          <DimensionBars dimensions={data.dimensions} limits={limits} stale={stale} />
          <Panel
            title="Single-source work"
            description="Streams that one owner, one metro or one site alone can serve."
            stale={stale}
          >
            <SingleSource rows={data.singleSource} />
          </Panel>
        </>
      )}
      <ProviderScores ready={data !== null} />
      <OutageSweep ready={data !== null} />
      <PairSweep ready={data !== null} />
      {data && <Source provenance={data.provenance} />}
    </Screen>
  );
}

function largestOf({ dimension, members }: DimensionShare): string {
  const [first] = members;
  return first ? memberLabel(dimension, first.member, first.label) : 'nobody';
}
