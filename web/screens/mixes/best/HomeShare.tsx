import { Button } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { HomeTarget, OptimizeOptions } from '../../../../engine/answers';
import { ChartFrame, CurveChart, type CurveData } from '../../../charts';
import { formatCount, formatMoney, formatShare } from '../../../format';
import { usePlanStore } from '../../../state';
import { RunBar } from '../../../ui';
import { useTask } from '../../../work';
import css from './best.module.css';

interface Props {
  readonly study: OptimizeOptions;
  readonly currency: string;
}

/** What share of the work should be done at home: the cost of a year at each share, and the stretch that costs hardly more. */
export const HomeShare = memo(function HomeShare({ study, currency }: Props) {
  const planKey = usePlanStore((state) => state.planKey);
  const task = useTask('homeTarget', true);
  const start = () => void task.run(study);
  const key = `${planKey} ${JSON.stringify(study)}`;
  return (
    <section aria-label="Target for work at home" className={css.home} key={key}>
      <div className={css.detailHead}>
        <h3>How much work at home</h3>
        {!task.running && (
          <Button size="compact-xs" variant="default" onClick={start}>
            {task.data ? 'Work it out anew' : 'Find the target'}
          </Button>
        )}
      </div>
      <RunBar {...task} retry={start} what="the target" />
      {task.data && <Target target={task.data} currency={currency} />}
    </section>
  );
});

function Target({ target, currency }: { readonly target: HomeTarget; readonly currency: string }) {
  const data = useMemo(() => curveOf(target, currency), [target, currency]);
  const title = 'Cost of the year by share of work at home';
  if (!data) return <p>No share of work at home keeps the other limits at that risk, or nobody could work at home.</p>;
  return (
    <>
      <p className={css.note}>{sentenceOf(target, currency)}</p>
      <ChartFrame
        title={title}
        description={`Least cost at each share, losing no more than ${formatCount(target.risk)} contacts in the worst twentieth of years, all other limits kept.`}
        table={() => ({
          columns: [
            { label: 'Share of hours at home', format: formatShare },
            { label: 'Cost of the year', unit: currency, format: (value) => formatMoney(value, currency) },
            { label: 'A point more costs', unit: currency, format: (value) => formatMoney(value, currency) },
          ],
          rows: target.shares.map(({ share, cost, perPoint }) => [share, cost, perPoint]),
        })}
        height={240}
      >
        {(size) => <CurveChart data={data} size={size} title={title} />}
      </ChartFrame>
    </>
  );
}

function sentenceOf({ today, plan, band, best, shares, within }: HomeTarget, currency: string): string {
  if (!band || best === null) return '';
  const near = shares.reduce((a, b) => (Math.abs(b.share - today) < Math.abs(a.share - today) ? b : a));
  const point = near.perPoint ?? 0;
  const value =
    Math.abs(point) < 1
      ? 'a point more or less hardly matters'
      : `a point more of it ${point < 0 ? 'saves' : 'costs'} ${formatMoney(Math.abs(point), currency)} a year`;
  return `Between ${formatShare(band.from)} and ${formatShare(band.to)} the year costs within ${formatShare(within)} of the least, which is at ${formatShare(best)}. Today ${formatShare(today)}; the plan allows ${formatShare(plan.least)} to ${formatShare(plan.most)}. Near ${formatShare(near.share)} ${value}.`;
}

function curveOf({ shares, band, best }: HomeTarget, currency: string): CurveData | null {
  const known = shares.flatMap(({ share, cost }) => (cost === null ? [] : [{ share, cost }]));
  if (known.length < 2 || !band || best === null) return null;
  const costs = known.map(({ cost }) => cost);
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const room = 0.1 * (most - least || least);
  return {
    x: known.map(({ share }) => share),
    xLabel: 'Share of hours at home',
    formatX: formatShare,
    series: [{ id: 'cost', label: 'Cost of the year', values: costs }],
    mark: { index: known.findIndex(({ share }) => share === best), label: 'least' },
    isSpan: true,
    y: {
      label: `Cost of the year, ${currency}`,
      format: (value) => formatMoney(value, currency),
      min: least - room,
      max: most + room,
    },
  };
}
