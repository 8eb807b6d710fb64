import { memo } from 'react';
import { GridLines } from './axes';
import type { LineDash } from './chart-types';
import type { LineLayout } from './line-layout';

export const DASH_ARRAYS: Readonly<Record<LineDash, string | undefined>> = {
  solid: undefined,
  dashed: '7 4',
  dotted: '2 3',
  'dash-dot': '8 3 2 3',
};

/** Draws a laid-out line chart; the same layout gives the same picture. */
export const LinePlot = memo(function LinePlot({
  layout,
  title,
}: {
  readonly layout: LineLayout;
  readonly title: string;
}) {
  const { plot, size } = layout;
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
        {layout.yLabel}
      </text>
      <GridLines plot={plot} ticks={layout.yTicks} />
      <TimeAxis layout={layout} />
      {layout.markers.map((marker) => (
        <g key={marker.id}>
          {marker.width > 0 && (
            <rect
              className="chart-span"
              x={marker.x}
              width={marker.width}
              y={plot.top}
              height={plot.bottom - plot.top}
            />
          )}
          <line className="chart-marker" x1={marker.x} x2={marker.x} y1={marker.labelY - 8} y2={plot.bottom} />
          <text className="chart-marker-label" x={marker.labelX} y={marker.labelY} textAnchor={marker.anchor}>
            {marker.label}
          </text>
        </g>
      ))}
      {layout.bands.map((band) => (
        <path
          key={band.id}
          d={band.path}
          fill={`var(--chart-${band.color})`}
          fillOpacity={band.strength === 'strong' ? 0.25 : 0.13}
          stroke="none"
        />
      ))}
      {layout.limits.map((limit) => (
        <g key={limit.label}>
          <line className="chart-limit" x1={plot.left} x2={plot.right} y1={limit.y} y2={limit.y} />
          <text className="chart-limit-label" x={plot.right} y={limit.y - 4} textAnchor="end">
            {limit.label}
          </text>
        </g>
      ))}
      {layout.lines.map((line) => (
        <path
          key={line.id}
          className="chart-line"
          d={line.path}
          fill="none"
          stroke={`var(--chart-${line.color})`}
          strokeWidth={line.thin ? 1.2 : 2}
          strokeDasharray={DASH_ARRAYS[line.dash]}
          strokeLinejoin="round"
          strokeLinecap={line.dash === 'solid' ? 'round' : 'butt'}
        />
      ))}
      {layout.points.map((point) => (
        <circle
          key={point.id}
          className="chart-point"
          cx={point.x}
          cy={point.y}
          r={4.5}
          fill="var(--surface)"
          stroke={`var(--chart-${point.color})`}
          strokeWidth={2.2}
        >
          <title>{point.label}</title>
        </circle>
      ))}
    </svg>
  );
});

function TimeAxis({ layout }: { readonly layout: LineLayout }) {
  const { plot } = layout;
  return (
    <g>
      <line className="chart-axis" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {layout.xTicks.map((tick) => (
        <g key={tick.at}>
          <line className="chart-axis" x1={tick.x} x2={tick.x} y1={plot.bottom} y2={plot.bottom + 4} />
          <text className="chart-tick" x={tick.x} y={plot.bottom + 16} textAnchor={anchorAt(tick.x, layout)}>
            {tick.label}
          </text>
          {tick.context !== null && (
            <text
              className="chart-context"
              x={tick.x}
              y={plot.bottom + 30}
              textAnchor={anchorAt(tick.x, layout, tick.context.length * 3.6)}
            >
              {tick.context}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Words are centered on their tick unless they would stick out; `half` is half their width. */
function anchorAt(x: number, { size }: LineLayout, half = 24): 'start' | 'middle' | 'end' {
  if (x > size.width - half) return 'end';
  return x < half ? 'start' : 'middle';
}
