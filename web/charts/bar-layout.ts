import { type ScaleLinear, scaleLinear } from 'd3';
import type { BarRow, BarState } from './bar-state';

/** A bar chart in pixels. */
export interface BarLayout {
  readonly width: number;
  readonly height: number;
  readonly x: ScaleLinear<number, number>;
  readonly zero: number;
  readonly rows: readonly BarBox[];
  readonly limitX: number | null;
}

export interface BarBox {
  readonly row: BarRow;
  readonly label: string;
  readonly y: number;
  readonly labelX: number;
  readonly labelY: number;
  readonly detailY: number;
  readonly barX: number;
  readonly barY: number;
  readonly barWidth: number;
  readonly barHeight: number;
  readonly valueX: number;
  readonly valueAnchor: 'start' | 'end';
  readonly value: string;
  readonly limitX: number | null;
  readonly isBreach: boolean;
}

const LETTER = 6.9;
const BOLD_LETTER = 7.6;
const TOP = 20;

/** Height of a bar chart with so many rows. */
export function barHeight(rows: number, width: number, hasDetail = false): number {
  return TOP + rows * rowHeight(width, hasDetail) + 6;
}

function isNarrow(width: number): boolean {
  return width < 460;
}

function rowHeight(width: number, hasDetail: boolean): number {
  return (isNarrow(width) ? 38 : 26) + (hasDetail ? 14 : 0);
}

/** Puts bars below one another: labels beside them, or above them where there is little room. */
export function barLayout(state: BarState, width: number): BarLayout {
  const { rows, format } = state.data;
  const narrow = isNarrow(width);
  const hasDetail = rows.some((row) => row.detail);
  const step = rowHeight(width, hasDetail);
  const values = rows.map((row) => `${format(row.value)}${state.breached.has(row.id) ? ' ▲' : ''}`);
  const valueRoom = 12 + BOLD_LETTER * Math.max(4, ...values.map((value) => value.length));
  const longest = Math.max(0, ...rows.map((row) => row.label.length));
  const labelRoom = narrow ? 0 : Math.min(width * 0.34, 10 + LETTER * longest);
  const left = labelRoom + (state.signed ? valueRoom : 2);
  const x = scaleLinear()
    .domain([...state.domain])
    .range([left, Math.max(left + 20, width - valueRoom)])
    // Bars that begin below the scale's start are cut there.
    .clamp(true);
  const zero = x(0);
  const letters = Math.floor(((narrow ? width : labelRoom) - 6) / LETTER);
  return {
    width,
    height: barHeight(rows.length, width, hasDetail),
    x,
    zero,
    limitX: state.data.limit ? x(state.data.limit.value) : null,
    rows: rows.map((row, index) => {
      const y = TOP + index * step;
      const barY = narrow ? y + (hasDetail ? 32 : 18) : y + 5;
      const start = x(row.from ?? 0);
      const end = x((row.from ?? 0) + row.value);
      // A step down that stays above zero has its figure at its upper end, where there is room.
      const isLeft = row.value < 0 && row.from === undefined;
      return {
        row,
        label: row.label.length > letters ? `${row.label.slice(0, Math.max(1, letters - 1))}…` : row.label,
        y,
        labelX: narrow ? 2 : labelRoom - 6,
        labelY: narrow ? y + 12 : y + 17,
        detailY: narrow ? y + 26 : y + 31,
        barX: Math.min(start, end),
        barY,
        barWidth: Math.max(1, Math.abs(end - start)),
        barHeight: narrow ? 14 : 16,
        valueX: isLeft ? Math.min(end, start) - 5 : Math.max(end, start) + 5,
        valueAnchor: isLeft ? ('end' as const) : ('start' as const),
        value: values[index] ?? '',
        limitX: row.limit ? x(row.limit.value) : null,
        isBreach: state.breached.has(row.id),
      };
    }),
  };
}
