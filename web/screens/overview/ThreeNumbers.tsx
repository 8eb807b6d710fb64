import { memo } from 'react';
import type { DecisionAnswer, OverviewAnswer } from '../../../engine/answers';
import { formatChange, formatCount, formatMoney, formatPoints, formatShare, NOTHING } from '../../format';
import { Figure, Figures } from '../../ui';
import { numberText } from './number-text';
import css from './overview.module.css';

interface Props {
  readonly numbers: OverviewAnswer['numbers'];
  readonly decision: DecisionAnswer | null;
  readonly currency: string;
  readonly stale: boolean;
  /** The decision belongs to an earlier plan. */
  readonly isOld: boolean;
}

/** Service, cost and what the worst single failure loses: today, and with the move that is proposed. */
export const ThreeNumbers = memo(function ThreeNumbers({ numbers, decision, currency, stale, isOld }: Props) {
  const after = decision?.decision?.after ?? null;
  const today = decision?.today ?? null;
  return (
    <Figures>
      {numbers.map((number) => (
        <Figure
          key={number.label}
          label={number.label}
          value={numberText(number, currency)}
          detail={
            <>
              {number.detail}
              {after && today && (
                <With isOld={isOld}>
                  {number.unit === 'share'
                    ? `${formatShare(after.serviceLevel)} (${formatPoints(pointsOf(today.serviceLevel, after.serviceLevel))})`
                    : `${formatMoney(after.costPerYear, currency)} (${formatChange(after.costPerYear, today.costPerYear)})`}
                </With>
              )}
            </>
          }
          stale={stale}
        />
      ))}
      <Figure
        label="Contacts lost with the worst failure"
        value={today ? formatCount(today.lostAtWorst) : NOTHING}
        detail={
          today ? (
            <>
              {today.worst
                ? `over the whole plan, when ${today.worst} fails in the busiest weeks; ${formatCount(today.lostUndisturbed)} when nothing fails`
                : 'nobody works in this plan'}
              {after && (
                <With isOld={isOld}>
                  {`${formatCount(after.lostAtWorst)} (${formatChange(after.lostAtWorst, today.lostAtWorst)})`}
                </With>
              )}
            </>
          ) : (
            'every part of the footprint is taken out in turn'
          )
        }
        stale={stale || isOld}
      />
    </Figures>
  );
});

function With({ isOld, children }: { readonly isOld: boolean; readonly children: string }) {
  return (
    <span className={css.after} data-stale={isOld || undefined}>
      With the move: <strong>{children}</strong>
    </span>
  );
}

const pointsOf = (before: number | null, after: number | null) =>
  before === null || after === null ? null : (after - before) * 100;
