import { type KeyboardEvent, memo, type PointerEvent, useMemo, useState } from 'react';
import { GridLines, NumberAxis } from './axes';
import type { ChartSize } from './chart-types';
import { type CurveData, type CurveLayout, curveLayout } from './curve-layout';
import { LegendSwatch } from './LegendSwatch';
import { DASH_ARRAYS } from './LinePlot';
import { isPresent } from './readout';

interface Props {
  readonly data: CurveData;
  readonly size: ChartSize;
  readonly title: string;
}

/**
 * Figures over a short run of numbers with a dot at each, limits, and one number marked.
 *
 * Use for trade-offs, such as service level by agents; over time use `LineChart`. Mouse, touch and arrow keys read it
 * out; without them it reads out the number that is marked.
 */
export const CurveChart = memo(function CurveChart({ data, size, title }: Props) {
  const layout = useMemo(() => curveLayout(data, size), [data, size]);
  const [pointed, setPointed] = useState<number | null>(null);
  const last = data.x.length - 1;
  const index = Math.min(last, pointed ?? data.mark?.index ?? 0);
  const words = wordsAt(data, index);
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const at = layout.x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
    setPointed(nearest(data.x, at));
  };
  const press = (event: KeyboardEvent) => {
    const to = { ArrowRight: index + 1, ArrowUp: index + 1, ArrowLeft: index - 1, ArrowDown: index - 1 }[event.key];
    const edge = { Home: 0, End: last }[event.key];
    if (event.key === 'Escape') setPointed(null);
    if (to === undefined && edge === undefined) return;
    event.preventDefault();
    setPointed(Math.max(0, Math.min(last, edge ?? to ?? index)));
  };
  return (
    <div className="chart-line-box">
      <div className="chart-legend">
        <span className="chart-legend-moment" style={{ minWidth: '7em' }}>
          {data.formatX(data.x[index] ?? 0)} {data.xLabel.toLowerCase()}
        </span>
        {data.series.map((series, at) => (
          <span key={series.id} className="chart-legend-item">
            <LegendSwatch color={layout.lines[at]?.color ?? 1} dash={layout.lines[at]?.dash ?? 'solid'} />
            {series.label}
            <b>{valueAt(data, series.values[index])}</b>
          </span>
        ))}
      </div>
      <div
        className="chart-cursor"
        role="slider"
        tabIndex={0}
        aria-label={`${title}: read values by ${data.xLabel.toLowerCase()}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, index)}
        aria-valuetext={words}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={press}
      >
        <CurvePlot layout={layout} data={data} title={title} />
        <svg className="chart-overlay" width={size.width} height={size.height} aria-hidden="true">
          {pointed !== null && (
            <line
              className="chart-crosshair"
              x1={layout.x(data.x[index] ?? 0)}
              x2={layout.x(data.x[index] ?? 0)}
              y1={layout.plot.top}
              y2={layout.plot.bottom}
            />
          )}
        </svg>
      </div>
    </div>
  );
});

const CurvePlot = memo(function CurvePlot({
  layout,
  data,
  title,
}: {
  readonly layout: CurveLayout;
  readonly data: CurveData;
  readonly title: string;
}) {
  const { plot, size, mark } = layout;
  return (
    <svg
      className="chart-svg"
      data-chart
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={title}
    >
      <text className="chart-axis-title" x={2} y={12}>
        {data.y.label}
      </text>
      <GridLines plot={plot} ticks={layout.yTicks} />
      <NumberAxis plot={plot} ticks={layout.xTicks} />
      <text className="chart-axis-title" x={plot.right} y={size.height - 4} textAnchor="end">
        {data.xLabel}
      </text>
      {mark && (
        <g>
          <line className="chart-marker" x1={mark.x} x2={mark.x} y1={plot.top - 14} y2={plot.bottom} />
          <text className="chart-marker-label" x={mark.labelX} y={plot.top - 8} textAnchor={mark.anchor}>
            {mark.label}
          </text>
        </g>
      )}
      {layout.limits.map((limit) => (
        <g key={limit.label}>
          <line className="chart-limit" x1={plot.left} x2={plot.right} y1={limit.y} y2={limit.y} />
          <text className="chart-limit-label" x={plot.right} y={limit.labelY} textAnchor="end">
            {limit.label}
          </text>
        </g>
      ))}
      {layout.lines.map((line) => (
        <g key={line.id}>
          <path
            className="chart-line"
            d={line.path}
            fill="none"
            stroke={`var(--chart-${line.color})`}
            strokeWidth={2}
            strokeDasharray={DASH_ARRAYS[line.dash]}
            strokeLinejoin="round"
          />
          {line.dots.map(
            (dot, index) =>
              // Where they would touch, the line says it alone.
              dot &&
              (line.dots.length <= 24 || index === data.mark?.index) && (
                <circle
                  // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its position
                  key={index}
                  className="chart-dot"
                  cx={dot.x}
                  cy={dot.y}
                  r={index === data.mark?.index ? 5.5 : 3}
                  fill={`var(--chart-${line.color})`}
                />
              ),
          )}
        </g>
      ))}
    </svg>
  );
});

function nearest(values: readonly number[], target: number): number {
  let best = 0;
  values.forEach((value, index) => {
    if (Math.abs(value - target) < Math.abs((values[best] ?? 0) - target)) best = index;
  });
  return best;
}

function valueAt(data: CurveData, value: number | null | undefined): string {
  return isPresent(value) ? (data.y.formatExact ?? data.y.format ?? String)(value) : '–';
}

function wordsAt(data: CurveData, index: number): string {
  const figures = data.series.map((series) => `${series.label} ${valueAt(data, series.values[index])}`);
  return `${data.formatX(data.x[index] ?? 0)} ${data.xLabel.toLowerCase()}: ${figures.join(', ')}`;
}
