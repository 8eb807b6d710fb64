import { memo, useMemo } from 'react';
import type { RiskDistribution } from '../../../engine/answers';
import { ChartFrame, CurveChart, type CurveData } from '../../charts';
import { formatNumber } from '../../format';
import { FIGURE_WORDS } from './risk-view';

interface Props {
  readonly distribution: RiskDistribution;
  readonly years: number;
  readonly write: (value: number) => string;
}

/** What is exceeded in how many of a hundred years. */
export const ExceedanceChart = memo(function ExceedanceChart({ distribution, years, write }: Props) {
  const { figure, quantiles, planned } = distribution;
  const { label, unit } = FIGURE_WORDS[figure];
  const title = `${label}: how often more`;
  const last = quantiles.length - 1;
  const data = useMemo((): CurveData => {
    const worst = quantiles[last] ?? 0;
    const least = Math.min(planned, quantiles[0] ?? 0);
    return {
      // From the worst year to the best: left is rare.
      x: quantiles.map((_, at) => (100 * at) / last),
      xLabel: 'Of 100 years, those that exceed it',
      formatX: (x) => formatNumber(x, x < 10 ? 1 : 0),
      series: [{ id: 'sampled', label, values: [...quantiles].reverse() }],
      limits: [{ value: planned, label: 'Planned' }],
      y: { label: `${label}, ${unit}`, format: write, min: Math.min(0, least), max: worst > 0 ? worst : 1 },
      isSpan: true,
    };
  }, [quantiles, planned, last, label, unit, write]);
  const table = () => ({
    columns: [
      { label: 'Of 100 years, those that exceed it', format: (value: number) => formatNumber(value, 1) },
      { label, unit, format: write },
    ],
    rows: data.x.map((x, at) => [x, data.series[0]?.values[at] ?? null]),
  });
  return (
    <ChartFrame
      title={title}
      description={`Left the worst of ${formatNumber(years, 0)} sampled years, right the best; the line says what is exceeded so often.`}
      table={table}
      height={280}
    >
      {(size) => <CurveChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
});
