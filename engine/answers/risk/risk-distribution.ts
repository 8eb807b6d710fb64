import { FIGURES, meanWithError, quantileWithError, RISK_FIGURES, tailRisk } from '../../risk';
import type { ApartComparison, RiskAnswer, RiskDistribution } from './risk-results';
import type { RiskSample } from './risk-sample';

/** Share of years that the tail leaves out. */
export const TAIL_LEVEL = 0.95;
/** Points of the curves that are handed out. */
const CURVE_POINTS = 201;

/** One figure of all years. */
export function columnOf(rows: Float64Array, figure: number): Float64Array {
  return Float64Array.from({ length: rows.length / FIGURES }, (_, at) => rows[at * FIGURES + figure]!);
}

/** A figure's distribution; `cvar95` is known from its tail. */
export function distribution(
  sample: RiskSample,
  column: Float64Array,
  figure: number,
  cvar95: RiskDistribution['cvar95'],
): RiskDistribution {
  const sorted = column.slice().sort();
  const last = sorted.length - 1;
  return {
    figure: RISK_FIGURES[figure]!,
    planned: sample.planned[figure]!,
    mean: meanWithError(column),
    p50: quantileWithError(sorted, 0.5),
    p80: quantileWithError(sorted, 0.8),
    p95: quantileWithError(sorted, TAIL_LEVEL),
    cvar95,
    quantiles: Array.from({ length: CURVE_POINTS }, (_, at) => {
      const place = (last * at) / (CURVE_POINTS - 1);
      const below = Math.floor(place);
      const above = Math.min(last, below + 1);
      return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
    }),
  };
}

/** The same years together and apart. */
export function compared(sample: RiskSample): RiskAnswer['comparisons'] {
  const { apartYears, apart, years, totals } = sample;
  if (apartYears.length === 0) return null;
  const wanted = new Set(apartYears);
  const rows = Array.from(years.keys()).filter((at) => wanted.has(years[at]!));
  const summary = (column: Float64Array) => {
    const { valueAtRisk, conditional } = tailRisk(column, TAIL_LEVEL);
    return { mean: meanWithError(column), p95: valueAtRisk, cvar95: conditional };
  };
  const figures = RISK_FIGURES.map(
    (figure, at): ApartComparison => ({
      figure,
      together: summary(Float64Array.from(rows, (row) => totals[row * FIGURES + at]!)),
      apart: summary(columnOf(apart, at)),
    }),
  );
  return { years: apartYears.length, figures };
}
