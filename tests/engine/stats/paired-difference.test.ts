import { expect, test } from 'vitest';
import { pairedDifference } from '../../../engine/stats';

test('the mean of differences and its interval, by hand', () => {
  // Differences 2, 3, 4: standard deviation 1; Student's t for 97.5 % and two degrees of freedom is 4.3027.
  const { mean, lo95, hi95 } = pairedDifference([12, 15, 18], [10, 12, 14]);
  expect(mean).toBe(3);
  expect(hi95 - mean).toBeCloseTo(4.302653 / Math.sqrt(3), 5);
  expect(mean - lo95).toBeCloseTo(hi95 - mean, 12);
});

test('what is shared cancels, a difference may be below 0, and one pair says nothing of its spread', () => {
  expect(pairedDifference([100, 900], [101, 901])).toEqual({ mean: -1, lo95: -1, hi95: -1 });
  expect(pairedDifference([5], [3])).toEqual({
    mean: 2,
    lo95: Number.NEGATIVE_INFINITY,
    hi95: Number.POSITIVE_INFINITY,
  });
});
