import { memo, useCallback, useMemo } from 'react';
import type { KpiSeries, MixAnswer } from '../../../engine/answers';
import { type ChartColor, ChartFrame, CrosshairGroup, LineChart, type LineChartData, lineTable } from '../../charts';
import { figures, formatShare } from '../../format';
import css from './mixes.module.css';

interface Line {
  readonly id: string;
  readonly label: string;
  readonly series: KpiSeries;
}

/** Service through the year and through the disruption, as it is and with the mixes. */
export const MixCharts = memo(function MixCharts({
  answer,
  stale,
}: {
  readonly answer: MixAnswer;
  readonly stale: boolean;
}) {
  const { base, days, variants } = answer;
  const struck = base.disruptions[0];
  const weeks = useMemo(() => days.filter((_, day) => day % 7 === 0), [days]);
  const { calm, hit } = useMemo(() => {
    const label = (name: string) => (variants.length === 1 ? 'With the mix' : name);
    return {
      calm: variants.map(({ id, name, weekly }): Line => ({ id, label: label(name), series: weekly })),
      hit: variants.flatMap(({ id, name, disruptions: [first] }): Line[] =>
        first ? [{ id, label: label(name), series: first.daily }] : [],
      ),
    };
  }, [variants]);
  if (variants.length === 0) return null;
  return (
    <CrosshairGroup>
      <div className={css.charts}>
        <Beside
          title="Served within target, by week"
          description="Nothing going wrong; share of all contacts served within their own target, by week from the date shown."
          x={weeks}
          base={base.weekly}
          lines={calm}
          stale={stale}
        />
        {struck && hit.length > 0 && (
          <Beside
            title={`Served within target, by day: ${struck.name}`}
            description="The same disruption on today’s footprint and on the mix."
            x={days}
            base={struck.daily}
            lines={hit}
            stale={stale}
          />
        )}
      </div>
    </CrosshairGroup>
  );
});

const COLORS: readonly ChartColor[] = [3, 2, 4, 5, 6, 7, 8];
const DASHES = ['solid', 'dotted', 'dash-dot'] as const;

function Beside(props: {
  readonly title: string;
  readonly description: string;
  readonly x: readonly string[];
  readonly base: KpiSeries;
  readonly lines: readonly Line[];
  readonly stale: boolean;
}) {
  const { title, description, x, base, lines, stale } = props;
  const data = useMemo(
    (): LineChartData => ({
      x,
      series: [
        ...lines.map(({ id, label, series }, at) => ({
          id,
          label,
          values: figures(series, 'serviceLevel'),
          color: COLORS[at % COLORS.length]!,
          dash: DASHES[at % DASHES.length]!,
        })),
        { id: 'base', label: 'Plan as it is', values: figures(base, 'serviceLevel'), color: 1, dash: 'dashed' },
      ],
      y: { label: 'Share', min: 0, max: 1, format: formatShare },
    }),
    [x, base, lines],
  );
  const table = useCallback(() => lineTable(data), [data]);
  return (
    <ChartFrame title={title} description={description} table={table} height={230} order={2} stale={stale}>
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}
