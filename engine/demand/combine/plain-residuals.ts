import type { Frame } from '../frame';
import type { Residuals } from './bands';

/** Times by which the bands of a history too short to be tried are drawn wider. */
const CAUTION = 1.25;
/** Trials below which the plain errors stand in for those that are not there. */
export const FEW_TRIALS = 4;

/**
 * Stand-in errors for a history too short for a backtest: each value against the same slot one cycle before, or against
 * the mean where there is no full cycle, a quarter as wide again.
 *
 * Use together with what trials there are, so that short histories get an honest, wide forecast. Cost: O(n).
 */
export function plainResiduals(frame: Frame, steps: number): Residuals[] {
  const { values, known, slots, cycle } = frame;
  const m = slots * cycle;
  const mean = meanOf(values);
  const trials: Residuals[] = [];
  const block = Math.max(1, Math.min(steps, m));
  for (let end = known; end > 0 && trials.length < 3; end -= block) {
    const from = Math.max(0, end - block);
    const forecast = new Float64Array(end - from);
    const actual = new Float64Array(end - from);
    for (let t = from; t < end; t++) {
      const before = t >= m ? values[t - m]! : Number.NaN;
      const expected = Number.isNaN(before) ? mean : before;
      forecast[t - from] = expected;
      actual[t - from] = expected + CAUTION * (values[t]! - expected);
    }
    trials.push({ forecast, actual });
  }
  return trials;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    sum += v;
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}
