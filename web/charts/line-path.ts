import type { ScaleLinear } from 'd3';
import type { Figures } from './chart-types';

type Scale = ScaleLinear<number, number>;

/**
 * SVG path of a line that breaks where values are missing.
 *
 * With more than four values a pixel column, each column keeps its first, least, greatest and last value, so that a
 * year of five-minute counts draws in a moment and no peak is lost.
 */
export function linePath(at: readonly number[], values: Figures, x: Scale, y: Scale, columns: number): string {
  const parts: string[] = [];
  let pen = false;
  for (const index of sampled(at, values, x, columns)) {
    const value = values[index];
    if (value === null || value === undefined || Number.isNaN(value)) {
      pen = false;
      continue;
    }
    const alone = !pen && isGap(values[index + 1]);
    parts.push(`${pen ? 'L' : 'M'}${round(x(at[index] ?? 0))},${round(y(value))}`);
    // A single value between two gaps would be invisible as a line: draw it as a dot of the line's width.
    if (alone) parts.push('h0.01');
    pen = true;
  }
  return parts.join('');
}

/** SVG path of the area between two lines. */
export function areaPath(
  at: readonly number[],
  lower: Figures,
  upper: Figures,
  x: Scale,
  y: Scale,
  columns: number,
): string {
  const stride = Math.max(1, Math.floor(at.length / (columns * 2)));
  const parts: string[] = [];
  let run: number[] = [];
  const flush = () => {
    if (run.length > 0) {
      const top = run.map((index) => `${round(x(at[index] ?? 0))},${round(y(upper[index] ?? 0))}`);
      const bottom = run.map((index) => `${round(x(at[index] ?? 0))},${round(y(lower[index] ?? 0))}`).reverse();
      parts.push(`M${top.join('L')}L${bottom.join('L')}Z`);
    }
    run = [];
  };
  for (let index = 0; index < at.length; index += stride) {
    if (isGap(lower[index]) || isGap(upper[index])) flush();
    else run.push(index);
  }
  flush();
  return parts.join('');
}

function isGap(value: number | null | undefined): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function sampled(at: readonly number[], values: Figures, x: Scale, columns: number): Iterable<number> {
  if (values.length <= columns * 4) return at.keys();
  const kept: number[] = [];
  let from = 0;
  while (from < values.length) {
    const column = Math.floor(x(at[from] ?? 0));
    let to = from + 1;
    while (to < values.length && Math.floor(x(at[to] ?? 0)) === column) to++;
    keepExtremes(values, from, to, kept);
    from = to;
  }
  return kept;
}

function keepExtremes(values: Figures, from: number, to: number, kept: number[]): void {
  let least = -1;
  let most = -1;
  let gap = -1;
  for (let index = from; index < to; index++) {
    const value = values[index];
    if (value === null || value === undefined || Number.isNaN(value)) {
      gap = index;
      continue;
    }
    if (least < 0 || value < (values[least] ?? 0)) least = index;
    if (most < 0 || value > (values[most] ?? 0)) most = index;
  }
  const chosen = least < 0 ? [gap] : [from, least, most, to - 1];
  for (const index of [...new Set(chosen)].sort((a, b) => a - b)) {
    const inside = index !== from && index !== to - 1;
    if (index >= 0 && (inside || least < 0 || values[index] !== null)) kept.push(index);
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
