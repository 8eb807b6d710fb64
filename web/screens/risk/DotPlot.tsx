import { scaleLinear } from 'd3';
import { memo } from 'react';
import type { RiskDistribution } from '../../../engine/answers';
import { ChartFrame, type ChartSize } from '../../charts';
import { formatNumber } from '../../format';
import { FIGURE_WORDS } from './risk-view';

interface Props {
  readonly distribution: RiskDistribution;
  readonly years: number;
  readonly write: (value: number) => string;
}

const DOTS = 50;
const PAD = 14;
const FOOT = 40;
const RADIUS = 6;

/** The middles of fifty equal parts of the sampled years: each dot is two years in a hundred. */
export function dotValues(quantiles: readonly number[]): number[] {
  const last = quantiles.length - 1;
  return Array.from({ length: DOTS }, (_, dot) => quantiles[Math.round(((dot + 0.5) / DOTS) * last)] ?? 0);
}

/** Fifty dots, each as likely as any other: count those beyond what can be borne. */
export const DotPlot = memo(function DotPlot({ distribution, years, write }: Props) {
  const { label, unit } = FIGURE_WORDS[distribution.figure];
  const title = `${label}: fifty equally likely years`;
  const values = dotValues(distribution.quantiles);
  return (
    <ChartFrame
      title={title}
      description={`Each dot stands for two years in a hundred, from ${formatNumber(years, 0)} sampled; the dashed line is the plan.`}
      table={() => ({
        columns: [{ label: 'Dot' }, { label, unit, format: write }],
        rows: values.map((value, at) => [at + 1, value]),
      })}
      height={280}
    >
      {(size) => (
        <Dots
          size={size}
          values={values}
          planned={distribution.planned}
          write={write}
          title={title}
          label={`${label}, ${unit}`}
        />
      )}
    </ChartFrame>
  );
});

/** Numbers near an edge are written towards the middle, so that none is cut. */
function anchorAt(place: number, width: number): 'start' | 'middle' | 'end' {
  if (place < 3 * PAD) return 'start';
  return place > width - 3 * PAD ? 'end' : 'middle';
}

interface DotsProps {
  readonly size: ChartSize;
  readonly values: readonly number[];
  readonly planned: number;
  readonly write: (value: number) => string;
  readonly title: string;
  readonly label: string;
}

function Dots({ size, values, planned, write, title, label }: DotsProps) {
  const { width, height } = size;
  const low = Math.min(0, planned, ...values);
  const high = Math.max(planned, ...values, low + 1);
  const x = scaleLinear()
    .domain([low, high])
    .nice()
    .range([PAD + RADIUS, width - PAD - RADIUS]);
  const stacks = new Map<number, number>();
  const bottom = height - FOOT;
  const ticks = x.ticks(Math.max(2, Math.floor(width / 130)));
  const columns = values.map((value) => Math.round((x(value) - PAD) / (2 * RADIUS)));
  const tallest = Math.max(...columns.map((column) => columns.filter((other) => other === column).length));
  const step = Math.min(2 * RADIUS, (bottom - 24) / Math.max(1, tallest));
  return (
    <svg
      className="chart-svg"
      data-chart
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}: from ${write(values[0] ?? 0)} to ${write(values.at(-1) ?? 0)}`}
    >
      <line className="chart-axis" x1={PAD} x2={width - PAD} y1={bottom} y2={bottom} />
      {ticks.map((tick) => (
        <text key={tick} className="chart-tick" x={x(tick)} y={bottom + 16} textAnchor={anchorAt(x(tick), width)}>
          {write(tick)}
        </text>
      ))}
      <text className="chart-axis-title" x={width - PAD} y={height - 6} textAnchor="end">
        {label}
      </text>
      <line className="chart-marker" x1={x(planned)} x2={x(planned)} y1={18} y2={bottom} strokeDasharray="4 3" />
      <text className="chart-marker-label" x={x(planned)} y={12} textAnchor={x(planned) > width / 2 ? 'end' : 'start'}>
        Planned
      </text>
      {columns.map((column, at) => {
        const above = stacks.get(column) ?? 0;
        stacks.set(column, above + 1);
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place in the order
            key={at}
            cx={PAD + column * 2 * RADIUS}
            cy={bottom - step / 2 - 1 - above * step}
            r={Math.min(RADIUS, step / 2) - 0.7}
            fill="var(--chart-1)"
          />
        );
      })}
    </svg>
  );
}
