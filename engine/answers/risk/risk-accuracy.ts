import { FIGURES, RISK_FIGURES } from '../../risk';
import type { RiskAccuracy } from './risk-results';
import type { RiskSample } from './risk-sample';

/** How far figures that were read from a table are from those of the same years run in full. */
export function accuracyOf(sample: RiskSample, exact: RiskSample): RiskAccuracy | null {
  const placeOf = new Map(Array.from(sample.years, (year, at) => [year, at]));
  const pairs = Array.from(exact.years).flatMap((year, row) => {
    const at = placeOf.get(year);
    return at === undefined ? [] : [{ row, at }];
  });
  if (pairs.length === 0) return null;
  return {
    years: pairs.length,
    figures: RISK_FIGURES.map((figure, of) => {
      const read = pairs.map(({ at }) => sample.totals[at * FIGURES + of]!);
      const run = pairs.map(({ row }) => exact.totals[row * FIGURES + of]!);
      const whole = run.reduce((sum, value) => sum + Math.abs(value), 0) || 1;
      const apart = read.map((value, at) => value - run[at]!);
      const ofItsYear = apart.map((value, at) => Math.abs(value) / Math.max(Math.abs(run[at]!), whole / run.length));
      return {
        figure,
        mean: apart.reduce((sum, value) => sum + value, 0) / whole,
        typical: apart.reduce((sum, value) => sum + Math.abs(value), 0) / whole,
        largest: Math.max(...ofItsYear),
      };
    }),
  };
}
