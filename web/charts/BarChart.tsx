import { type KeyboardEvent, useMemo } from 'react';
import { type BarBox, type BarLayout, barLayout } from './bar-layout';
import { type BarChartData, barState } from './bar-state';

interface Props {
  readonly data: BarChartData;
  readonly width: number;
  readonly title: string;
  readonly selected?: string | null | undefined;
  /** Makes the bars buttons: one selection can drive a map, a list and a table. */
  readonly onSelect?: ((id: string) => void) | undefined;
}

/**
 * Ranked bars with figures, limits and breaches; bars of both signs grow from zero.
 *
 * Use for shares and variances; for figures over time use `LineChart`. Its height follows from its rows (`barHeight`).
 */
export function BarChart({ data, width, title, selected, onSelect }: Props) {
  const state = useMemo(() => barState(data), [data]);
  const layout = useMemo(() => barLayout(state, width), [state, width]);
  const last = layout.height - 4;
  return (
    <svg
      className="chart-svg"
      data-chart
      width={width}
      height={layout.height}
      viewBox={`0 0 ${width} ${layout.height}`}
      role={onSelect ? 'group' : 'img'}
      aria-label={
        onSelect ? title : `${title}: ${data.rows.map((row) => `${row.label} ${data.format(row.value)}`).join(', ')}`
      }
    >
      <text className="chart-axis-title" x={2} y={11}>
        {data.label}
      </text>
      <line className="chart-axis" x1={layout.zero} x2={layout.zero} y1={18} y2={last} />
      {layout.rows.map((box) => (
        <Row key={box.row.id} box={box} layout={layout} isSelected={selected === box.row.id} onSelect={onSelect} />
      ))}
      {layout.limitX !== null && (
        <text
          className="chart-limit-label"
          x={layout.limitX}
          y={11}
          textAnchor={layout.limitX > width - 90 ? 'end' : 'middle'}
        >
          {data.limit?.label}
        </text>
      )}
    </svg>
  );
}

interface RowProps {
  readonly box: BarBox;
  readonly layout: BarLayout;
  readonly isSelected: boolean;
  readonly onSelect: ((id: string) => void) | undefined;
}

function Row({ box, layout, isSelected, onSelect }: RowProps) {
  const { row } = box;
  const tone = box.isBreach ? 'bad' : (row.tone ?? 'normal');
  const isBeside = box.labelX > 2;
  // The chart's limit goes bar by bar, under the figures, so that it crosses no words.
  const limitX = box.limitX ?? layout.limitX;
  const button = onSelect && {
    role: 'button',
    tabIndex: 0,
    'aria-pressed': isSelected,
    'aria-label': `${row.label}: ${box.value}${row.detail ? `, ${row.detail}` : ''}${box.isBreach ? ', beyond its limit' : ''}`,
    onClick: () => onSelect(row.id),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onSelect(row.id);
    },
  };
  return (
    <g className="chart-bar-row" {...button}>
      <rect
        className={isSelected ? 'chart-bar-selected' : 'chart-bar-back'}
        x={0}
        y={box.y}
        width={layout.width}
        height={box.barY + box.barHeight + 5 - box.y}
      />
      <text className="chart-bar-label" x={box.labelX} y={box.labelY} textAnchor={isBeside ? 'end' : 'start'}>
        {box.label}
        <title>{row.label}</title>
      </text>
      {row.detail && (
        <text className="chart-tick" x={isBeside ? box.barX : 2} y={box.detailY}>
          {row.detail}
        </text>
      )}
      <rect
        className={`chart-bar chart-bar-${tone}`}
        x={box.barX}
        y={box.barY}
        width={box.barWidth}
        height={box.barHeight}
        rx={2}
      />
      {limitX !== null && (
        <line className="chart-limit" x1={limitX} x2={limitX} y1={box.barY - 3} y2={box.barY + box.barHeight + 3} />
      )}
      <text className="chart-bar-value" x={box.valueX} y={box.barY + box.barHeight - 4} textAnchor={box.valueAnchor}>
        {box.value}
      </text>
    </g>
  );
}
