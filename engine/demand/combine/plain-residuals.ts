import type { Frame } from '../frame';
import type { Residuals } from './bands';

/** Times by which the bands of a history too short to be tried are drawn wider. */
const CAUTION = 1.25;
/** Trials below which the plain errors stand in for those that are not there. */
export const FEW_TRIALS = 4;

/**
 * Stand-in errors for a history too short for a backtest: each value against the same slot one cycle before, or against
 * the mean of its slot of the day where there is no full cycle, a quarter as wide again.
 *
 * Use together with what trials there are, so that short histories get an honest, wide forecast. Cost: O(n).
 */
export function plainResiduals(frame: Frame, steps: number): Residuals[] {
  const { values, known, slots, cycle } = frame;
  const m = slots * cycle;
  const usual = slotMeans(frame);
  const trials: Residuals[] = [];
  const block = Math.max(1, Math.min(steps, m));
  for (let end = known; end > 0 && trials.length < 3; end -= block) {
    const from = Math.max(0, end - block);
    const forecast = new Float64Array(end - from);
    const actual = new Float64Array(end - from);
    for (let t = from; t < end; t++) {
      const before = t >= m ? values[t - m]! : Number.NaN;
      const expected = Number.isNaN(before) ? usual[t % slots]! : before;
      forecast[t - from] = expected;
      actual[t - from] = expected + CAUTION * (values[t]! - expected);
    }
    trials.push({ forecast, actual });
  }
  return trials;
}

/**
 * Mean of each slot of the day over a history; of all slots where fewer than two days show it. Cost: O(n).
 */
export function slotMeans({ values, slots }: Pick<Frame, 'values' | 'slots'>): Float64Array {
  const sums = new Float64Array(slots);
  const counts = new Float64Array(slots);
  values.forEach((v, t) => {
    if (Number.isNaN(v)) return;
    sums[t % slots]! += v;
    counts[t % slots]! += 1;
  });
  const all = counts.reduce((a, b) => a + b, 0);
  const mean = all > 0 ? sums.reduce((a, b) => a + b, 0) / all : 0;
  return sums.map((sum, slot) => (counts[slot]! > 1 ? sum / counts[slot]! : mean));
}

/**
 * How much wider bands are where a history has few rows (days, weeks): Student's 97.5 % quantile over the normal's, with
 * the error of the mean itself.
 *
 * Formula: (1 + 1.21 / d + 1.44 / d^2) sqrt(1 + 1 / n), n rows with a value, d = n - 1 but at least 1.
 * Source: Fisher and Cornish 1960, expansion of t. Units: a factor. Cost: O(n).
 */
export function fewRowsWidening({ values, slots }: Pick<Frame, 'values' | 'slots'>): number {
  const rows = new Set<number>();
  values.forEach((v, t) => {
    if (!Number.isNaN(v)) rows.add(Math.floor(t / slots));
  });
  const n = Math.max(1, rows.size);
  const d = Math.max(1, n - 1);
  return (1 + 1.21 / d + 1.44 / (d * d)) * Math.sqrt(1 + 1 / n);
}
