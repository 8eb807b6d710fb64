import { type ScaleLinear, scaleLinear } from 'd3';
import type { ChartColor, ChartSize, LineDash, LineLimit, LineSeries, ValueAxis } from './chart-types';

/** Figures over a short run of numbers, such as service level by agents. */
export interface CurveData {
  /** Ascending numbers along the axis. */
  readonly x: readonly number[];
  readonly xLabel: string;
  readonly formatX: (x: number) => string;
  readonly series: readonly LineSeries[];
  readonly limits?: readonly LineLimit[] | undefined;
  /** The position that the curve is drawn around. */
  readonly mark?: { readonly index: number; readonly label: string } | undefined;
  readonly y: ValueAxis & { readonly min: number; readonly max: number };
  /** The axis has round numbers, not those of the points: for many points along a span. */
  readonly isSpan?: boolean | undefined;
}

/** A curve in pixels. */
export interface CurveLayout {
  readonly size: ChartSize;
  readonly plot: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly x: ScaleLinear<number, number>;
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly lines: readonly {
    readonly id: string;
    readonly color: ChartColor;
    readonly dash: LineDash;
    readonly path: string;
    /** One dot a number; null where there is no figure. */
    readonly dots: readonly ({ readonly x: number; readonly y: number } | null)[];
  }[];
  readonly limits: readonly { readonly label: string; readonly y: number; readonly labelY: number }[];
  readonly mark: {
    readonly x: number;
    readonly label: string;
    readonly labelX: number;
    readonly anchor: 'start' | 'end';
  } | null;
}

const TOP = 38;
const BOTTOM = 38;
const DIGIT = 6.6;
const DASHES: readonly LineDash[] = ['solid', 'dashed', 'dotted', 'dash-dot'];

/** Puts a curve into a rectangle of pixels. */
export function curveLayout(data: CurveData, size: ChartSize): CurveLayout {
  const format = data.y.format ?? String;
  const y = scaleLinear().domain([data.y.min, data.y.max]);
  const tickValues = y.ticks(5);
  const labels = tickValues.map(format);
  const left = 14 + DIGIT * Math.max(1, ...labels.map((label) => label.length));
  const plot = {
    left,
    top: TOP,
    right: Math.max(left + 10, size.width - 22),
    bottom: Math.max(TOP + 20, size.height - BOTTOM),
  };
  y.range([plot.bottom, plot.top]);
  const first = data.x[0] ?? 0;
  const last = data.x.at(-1) ?? first;
  const x = scaleLinear()
    .domain([first, last > first ? last : first + 1])
    .range([plot.left + 12, plot.right]);
  const room = Math.max(1, ...data.x.map((value) => data.formatX(value).length)) * DIGIT + 12;
  const every = Math.max(1, Math.ceil((room * data.x.length) / Math.max(1, plot.right - plot.left)));
  const middle = data.mark?.index ?? 0;
  return {
    size,
    plot,
    x,
    xTicks: data.isSpan
      ? x
          .ticks(Math.max(2, Math.min(12, Math.floor((plot.right - plot.left) / Math.max(48, room)))))
          .map((value) => ({ x: x(value), label: data.formatX(value) }))
      : data.x.flatMap((value, index) =>
          (index - middle) % every === 0 ? [{ x: x(value), label: data.formatX(value) }] : [],
        ),
    yTicks: tickValues.map((value, index) => ({ y: y(value), label: labels[index] ?? '' })),
    lines: data.series.map((series, index) => {
      const dots = data.x.map((value, at) => {
        const figure = series.values[at];
        const isThere = figure !== null && figure !== undefined && Number.isFinite(figure);
        return isThere ? { x: x(value), y: y(figure) } : null;
      });
      return {
        id: series.id,
        color: series.color ?? (((index % 8) + 1) as ChartColor),
        dash: series.dash ?? DASHES[index % DASHES.length] ?? 'solid',
        dots,
        path: pathOf(dots),
      };
    }),
    // Words stand on the side of the line where the plot has more room.
    limits: (data.limits ?? []).map((limit) => {
      const at = y(limit.value);
      return { label: limit.label, y: at, labelY: at < (plot.top + plot.bottom) / 2 ? at + 13 : at - 5 };
    }),
    mark: markOf(data, x, plot),
  };
}

function pathOf(dots: CurveLayout['lines'][number]['dots']): string {
  let pen = false;
  const parts: string[] = [];
  for (const dot of dots) {
    if (dot) parts.push(`${pen ? 'L' : 'M'}${Math.round(dot.x * 10) / 10},${Math.round(dot.y * 10) / 10}`);
    pen = dot !== null;
  }
  return parts.join('');
}

function markOf(data: CurveData, scale: ScaleLinear<number, number>, plot: CurveLayout['plot']): CurveLayout['mark'] {
  const value = data.mark === undefined ? undefined : data.x[data.mark.index];
  if (data.mark === undefined || value === undefined) return null;
  const x = scale(value);
  const fits = x + data.mark.label.length * 6.4 < plot.right;
  return { x, label: data.mark.label, labelX: fits ? x + 4 : x - 4, anchor: fits ? 'start' : 'end' };
}
