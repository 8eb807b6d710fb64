import { memo } from 'react';
import type { DimensionShare } from '../../../engine/answers';
import type { Policies } from '../../../engine/plan';
import { dimensionLabel } from '../../format';
import css from './concentration.module.css';
import { DimensionCard } from './DimensionCard';
import type { Measure } from './measures';

interface Props {
  readonly dimensions: readonly DimensionShare[];
  readonly limits: Policies['limits'];
  readonly measure: Measure;
  readonly stale: boolean;
}

/** One ranked chart for each way to look at the work. */
export const DimensionBars = memo(function DimensionBars({ dimensions, limits, measure, stale }: Props) {
  return (
    <div className={css.cards}>
      {dimensions
        .filter(({ members }) => members.length > 0)
        .map((each) => (
          <DimensionCard
            key={each.dimension}
            shares={each}
            title={`By ${dimensionLabel(each.dimension).toLowerCase()}`}
            limits={limits.filter(
              (limit) => limit.dimension === each.dimension && (limit.measure ?? 'hours') === measure,
            )}
            measure={measure}
            stale={stale}
          />
        ))}
    </div>
  );
});
