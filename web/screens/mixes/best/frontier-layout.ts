import { type ScaleLinear, scaleLinear } from 'd3';
import type { MixFrontier, OptimalMix } from '../../../../engine/answers';
import type { ChartSize } from '../../../charts';

/** Whose figures are drawn: the search's, or those of the run by flow. */
export type FrontierBasis = 'search' | 'flow';

export interface FrontierDot {
  readonly id: string;
  readonly name: string;
  readonly kind: 'today' | 'frontier' | 'spread';
  readonly isNearest: boolean;
  readonly risk: number;
  readonly cost: number;
}

/** A frontier in pixels. */
export interface FrontierLayout {
  readonly plot: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly path: string;
  readonly dots: readonly (FrontierDot & { readonly x: number; readonly y: number })[];
}

const TOP = 34;
const BOTTOM = 44;
const DIGIT = 6.6;

/** Where each mix stands in risk and cost; those without figures of the basis are left out. */
export function frontierDots(
  { today, frontier, spread, nearestBetter }: MixFrontier,
  basis: FrontierBasis,
): FrontierDot[] {
  const dot = (kind: FrontierDot['kind']) => (mix: OptimalMix) => {
    const { id, name, rechecked } = mix;
    const isNearest = id === nearestBetter;
    if (basis === 'search') return [{ id, name, kind, isNearest, risk: mix.risk, cost: mix.cost }];
    if (rechecked?.lostInWorstYears == null) return [];
    return [{ id, name, kind, isNearest, risk: rechecked.lostInWorstYears, cost: rechecked.cost }];
  };
  return [...frontier.flatMap(dot('frontier')), ...spread.flatMap(dot('spread')), ...dot('today')(today)];
}

/** Puts dots into a rectangle of pixels; the axes have room around them. */
export function frontierLayout(
  dots: readonly FrontierDot[],
  size: ChartSize,
  formatX: (value: number) => string,
  formatY: (value: number) => string,
): FrontierLayout {
  const y = spanned(dots.map(({ cost }) => cost));
  const yValues = y.ticks(5);
  const labels = yValues.map(formatY);
  const left = 14 + DIGIT * Math.max(1, ...labels.map((label) => label.length));
  const right = Math.max(left + 20, size.width - 26);
  const bottom = Math.max(TOP + 20, size.height - BOTTOM);
  y.range([bottom, TOP]);
  const x = spanned(dots.map(({ risk }) => risk)).range([left + 12, right]);
  const placed = dots.map((dot) => ({ ...dot, x: x(dot.risk), y: y(dot.cost) }));
  const line = placed.filter(({ kind }) => kind === 'frontier').sort((a, b) => a.risk - b.risk);
  return {
    plot: { left, top: TOP, right, bottom },
    xTicks: x
      .ticks(Math.max(2, Math.floor((right - left) / 110)))
      .map((value) => ({ x: x(value), label: formatX(value) })),
    yTicks: yValues.map((value, at) => ({ y: y(value), label: labels[at]! })),
    path: line.map((dot, at) => `${at === 0 ? 'M' : 'L'}${dot.x.toFixed(1)},${dot.y.toFixed(1)}`).join(''),
    dots: placed,
  };
}

function spanned(values: readonly number[]): ScaleLinear<number, number> {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = 0.08 * (most - least || Math.abs(most) || 1);
  return scaleLinear().domain([Math.max(least >= 0 ? 0 : least - room, least - room), most + room]);
}
