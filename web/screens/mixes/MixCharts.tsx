import { memo, useCallback, useMemo } from 'react';
import type { KpiSeries, MixAnswer } from '../../../engine/answers';
import { ChartFrame, CrosshairGroup, LineChart, type LineChartData, lineTable } from '../../charts';
import { figures, formatShare } from '../../format';
import css from './mixes.module.css';

/** Service through the year and through the disruption, as it is and with the mix. */
export const MixCharts = memo(function MixCharts({
  answer,
  stale,
}: {
  readonly answer: MixAnswer;
  readonly stale: boolean;
}) {
  const { base, days } = answer;
  const variant = answer.variants[0];
  const struck = base.disruptions[0];
  const struckMix = variant?.disruptions[0];
  const weeks = useMemo(() => days.filter((_, day) => day % 7 === 0), [days]);
  if (!variant) return null;
  return (
    <CrosshairGroup>
      <div className={css.charts}>
        <Pair
          title="Served within target, by week"
          description="Nothing going wrong; share of all contacts served within their own target, by week from the date shown."
          x={weeks}
          base={base.weekly}
          mix={variant.weekly}
          stale={stale}
        />
        {struck && struckMix && (
          <Pair
            title={`Served within target, by day: ${struck.name}`}
            description="The same disruption on today’s footprint and on the mix."
            x={days}
            base={struck.daily}
            mix={struckMix.daily}
            stale={stale}
          />
        )}
      </div>
    </CrosshairGroup>
  );
});

function Pair(props: {
  readonly title: string;
  readonly description: string;
  readonly x: readonly string[];
  readonly base: KpiSeries;
  readonly mix: KpiSeries;
  readonly stale: boolean;
}) {
  const { title, description, x, base, mix, stale } = props;
  const data = useMemo(
    (): LineChartData => ({
      x,
      series: [
        { id: 'mix', label: 'With the mix', values: figures(mix, 'serviceLevel'), color: 3 },
        { id: 'base', label: 'Plan as it is', values: figures(base, 'serviceLevel'), color: 1, dash: 'dashed' },
      ],
      y: { label: 'Share', min: 0, max: 1, format: formatShare },
    }),
    [x, base, mix],
  );
  const table = useCallback(() => lineTable(data), [data]);
  return (
    <ChartFrame title={title} description={description} table={table} height={230} order={2} stale={stale}>
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}
