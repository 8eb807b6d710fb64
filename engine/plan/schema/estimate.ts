import { z } from 'zod';

const ascends = 'three numbers in ascending order: the least, the likeliest, the most';

/**
 * A figure that one isn't sure of: one number, or the least, the likeliest and the most that it may be.
 *
 * Where any figure behind an answer is such a range, the answer is one too.
 */
export function estimate(min: number, max: number) {
  const figure = z.number().min(min).max(max);
  return z.union([
    figure,
    z.tuple([figure, figure, figure]).refine(([low, likely, high]) => low <= likely && likely <= high, ascends),
  ]);
}

/** The least and the most that the figure beside it may be. */
export function spread(min: number, max: number) {
  const figure = z.number().min(min).max(max);
  return z
    .tuple([figure, figure])
    .refine(([low, high]) => low <= high, 'two numbers in ascending order: the least, the most');
}

export type Estimate = number | readonly [low: number, likely: number, high: number];
