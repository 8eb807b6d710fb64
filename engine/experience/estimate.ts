import { quantile } from '../demand';
import type { Estimate } from '../plan';
import { namedStream, triangularQuantile } from '../random';

/** The likeliest value of a figure that may be a range. */
export function likelyOf(estimate: Estimate): number {
  return typeof estimate === 'number' ? estimate : estimate[1];
}

/** A figure with the least and the most that stand beside it, as one. */
export function withRange(likely: number, range: readonly [number, number] | undefined): Estimate {
  return range ? [Math.min(range[0], likely), likely, Math.max(range[1], likely)] : likely;
}

export const isRange = (estimate: Estimate): boolean => typeof estimate !== 'number' && estimate[0] < estimate[2];

/** Gives an uncertain figure a value; the name says whose figure it is, so that all who use it see the same. */
export type Settle = (estimate: Estimate, name: string) => number;

/** Every figure at its likeliest. */
export const settleLikely: Settle = (estimate) => likelyOf(estimate);

/**
 * Every range drawn once: a triangular number of its own luck, by seed, number of the draw and name alone.
 *
 * Ranges are independent of each other; figures that move together belong in one range.
 */
export function settleDraw(seed: number, draw: number): Settle {
  return (estimate, name) => {
    if (typeof estimate === 'number') return estimate;
    const [low, mode, high] = estimate;
    const luck = namedStream({ seed, replication: draw, entity: name, purpose: 'estimate' });
    return triangularQuantile(low, mode, high, luck.uniform());
  };
}

/** An answer that rests on ranges: its likeliest value, and where the middle nine of ten draws lie; the same number thrice without ranges. */
export interface Band {
  readonly likely: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
}

/** The band of some draws around the value at the likeliest figures. */
export function bandOf(likely: number, draws: readonly number[]): Band {
  if (draws.length === 0) return { likely, low: likely, high: likely, mean: likely };
  const sorted = Float64Array.from(draws).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { likely, low: quantile(sorted, 0.05), high: quantile(sorted, 0.95), mean };
}
