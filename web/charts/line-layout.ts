import { type ScaleLinear, scaleLinear } from 'd3';
import type { BandStrength, ChartColor, ChartSize, LineDash, LineSeries } from './chart-types';
import { areaPath, linePath } from './line-path';
import type { LineState } from './line-state';
import { isPresent, readValue } from './readout';
import { type TimeTick, timeTicks } from './time-ticks';
import { wallMinutes } from './wall-time';

/** A line chart in pixels, ready to be drawn without further arithmetic. */
export interface LineLayout {
  readonly size: ChartSize;
  readonly plot: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly yLabel: string;
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xTicks: readonly (TimeTick & { readonly x: number })[];
  readonly lines: readonly {
    readonly id: string;
    readonly path: string;
    readonly color: ChartColor;
    readonly dash: LineDash;
    readonly thin: boolean;
  }[];
  readonly points: readonly {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly color: ChartColor;
    /** What hovering over it says. */
    readonly label: string;
  }[];
  readonly bands: readonly {
    readonly id: string;
    readonly path: string;
    readonly color: ChartColor;
    readonly strength: BandStrength;
  }[];
  readonly markers: readonly {
    readonly id: string;
    readonly label: string;
    readonly x: number;
    readonly width: number;
    readonly labelX: number;
    readonly labelY: number;
    readonly anchor: 'start' | 'end';
  }[];
  readonly limits: readonly { readonly label: string; readonly y: number }[];
}

const TOP = 26;
const BOTTOM = 36;
const DIGIT = 6.6;
const MARKER_ROW = 13;
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** Puts a line chart's facts into a rectangle of pixels. */
export function lineLayout(state: LineState, size: ChartSize): LineLayout {
  const { data } = state;
  const yFormat = data.y.format ?? ((value: number) => compact.format(value));
  const fixed = data.y.min !== undefined && data.y.max !== undefined;
  const yScale = scaleLinear().domain([...state.yDomain]);
  const rows = Math.max(2, Math.min(6, Math.floor(size.height / 44)));
  if (!fixed) yScale.nice(rows);
  const tickValues = yScale.ticks(rows);
  const labels = tickValues.map(yFormat);
  const left = Math.min(size.width / 3, 14 + DIGIT * Math.max(1, ...labels.map((label) => label.length)));
  const markerRows = Math.min(3, data.markers?.length ?? 0);
  const top = TOP + markerRows * MARKER_ROW;
  const plot = {
    left,
    top,
    right: Math.max(left + 10, size.width - 12),
    bottom: Math.max(top + 20, size.height - BOTTOM),
  };
  const x = scaleLinear()
    .domain([...state.xDomain])
    .range([plot.left, plot.right]);
  yScale.range([plot.bottom, plot.top]);
  const columns = Math.max(1, plot.right - plot.left);
  return {
    size,
    plot,
    x,
    y: yScale,
    yLabel: data.y.label,
    yTicks: tickValues.map((value, index) => ({ y: yScale(value), label: labels[index] ?? '' })),
    xTicks: timeTicks(state.xDomain[0], state.xDomain[1], columns, isByDay(data.x)).map((tick) => ({
      ...tick,
      context: data.timeOfDay ? null : tick.context,
      x: x(tick.at),
    })),
    points: data.series.flatMap((series) => (series.as === 'points' ? placePoints(state, series, x, yScale) : [])),
    lines: data.series
      .filter((series) => series.as !== 'points')
      .map((series) => ({
        id: series.id,
        path: linePath(state.at, series.values, x, yScale, columns),
        color: state.looks.get(series.id)?.color ?? 1,
        dash: state.looks.get(series.id)?.dash ?? 'solid',
        thin: series.weight === 'thin',
      })),
    bands: (data.bands ?? []).map((band) => ({
      id: band.id,
      path: areaPath(state.at, band.lower, band.upper, x, yScale, columns),
      color: state.looks.get(band.id)?.color ?? 1,
      strength: band.strength ?? 'strong',
    })),
    markers: placeMarkers(state, x, plot),
    limits: (data.limits ?? []).map((limit) => ({ label: limit.label, y: yScale(limit.value) })),
  };
}

function placePoints(
  state: LineState,
  series: LineSeries,
  x: ScaleLinear<number, number>,
  y: ScaleLinear<number, number>,
): LineLayout['points'][number][] {
  const color = state.looks.get(series.id)?.color ?? 1;
  return state.at.flatMap((at, index) => {
    const value = series.values[index];
    if (!isPresent(value)) return [];
    const label = [`${series.label} ${readValue(state, value)}`, series.notes?.[index]].filter(Boolean).join(', ');
    return [{ id: `${series.id} ${index}`, x: x(at), y: y(value), color, label }];
  });
}

/** Labels go into up to three rows, each where it fits; one that fits nowhere keeps its line and loses its words. */
function placeMarkers(
  state: LineState,
  x: ScaleLinear<number, number>,
  plot: LineLayout['plot'],
): LineLayout['markers'] {
  const ends = [0, 0, 0];
  const sorted = [...(state.data.markers ?? [])]
    .map((marker) => ({ marker, from: wallMinutes(marker.from), until: wallMinutes(marker.until ?? marker.from) }))
    .filter(({ from, until }) => from <= state.xDomain[1] && until >= state.xDomain[0])
    .sort((a, b) => a.from - b.from);
  return sorted.map(({ marker, from, until }) => {
    const start = Math.max(plot.left, x(from));
    const end = Math.min(plot.right, x(until));
    const length = marker.label.length * 6.2;
    const anchor = start + length > plot.right ? 'end' : 'start';
    const low = anchor === 'start' ? start : start - length;
    const row = ends.findIndex((taken) => taken <= low);
    if (row >= 0) ends[row] = low + length + 10;
    return {
      id: marker.id,
      label: row >= 0 && low >= 0 ? marker.label : '',
      x: start,
      width: Math.max(0, end - start),
      labelX: anchor === 'start' ? start + 3 : start - 3,
      labelY: TOP + 8 + Math.max(0, row) * MARKER_ROW,
      anchor,
    };
  });
}

/** Dates without a time: hours between them would mean nothing. */
function isByDay(x: readonly string[]): boolean {
  return x.length > 0 && !x.some((time) => time.includes('T'));
}
