import { memo } from 'react';
import type { DimensionShare } from '../../../engine/answers';
import type { Policies } from '../../../engine/plan';
import { dimensionLabel } from '../../format';
import css from './concentration.module.css';
import { DimensionCard } from './DimensionCard';

interface Props {
  readonly dimensions: readonly DimensionShare[];
  readonly limits: Policies['limits'];
  readonly stale: boolean;
}

/** One ranked chart for each way to look at the footprint. */
export const DimensionBars = memo(function DimensionBars({ dimensions, limits, stale }: Props) {
  return (
    <div className={css.cards}>
      {dimensions.map((each) => (
        <DimensionCard
          key={each.dimension}
          shares={each}
          title={`By ${dimensionLabel(each.dimension).toLowerCase()}`}
          limits={limits.filter((limit) => limit.dimension === each.dimension)}
          stale={stale}
        />
      ))}
    </div>
  );
});
