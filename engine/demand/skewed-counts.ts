import type { Residuals } from './combine';

/** The most that a forecast is raised. */
const MOST = 3;
/** Share of actuals below the forecast from which it stands at the median, not below it. */
const MEDIAN = 0.45;
/** The same below the mean, from which counts are skewed, and the mean count up to which that is looked for. */
const SKEWED = 0.53;
const SMALL = 20;

/**
 * How much a forecast must be raised so that it is the mean of skewed counts and not their median.
 *
 * Use after methods were weighed by absolute errors, which choose medians, and modelled on roots, whose way back gives
 * medians: sparse and bursty counts then come out too low, interval by interval, and so do their days and weeks. A level
 * that has moved is not mended by it: then most actuals lie above the forecast, and nothing is done.
 * Formula: 1 + b w, b = (came - said) / said over all trials, w = 1 - 2 (standard error of b / b)^2 and at least 0; the
 * error from the trials' scatter, and at least that of single intervals.
 * Source: that absolute errors choose medians: Kolassa 2016; shrinkage: James and Stein 1961. Units: a factor, 1 to 3.
 * Valid: whole counts, four trials or more; fewer: `raiseToPlain`. Cost: O(trials * horizon).
 */
export function raiseToMean(trials: readonly Residuals[]): number {
  let said = 0;
  let came = 0;
  let squares = 0;
  const gaps: number[] = [];
  for (const { forecast, actual } of trials) {
    let gap = 0;
    for (let h = 0; h < actual.length; h++) {
      if (Number.isNaN(actual[h])) continue;
      said += forecast[h]!;
      came += actual[h]!;
      gap += actual[h]! - forecast[h]!;
      squares += (actual[h]! - forecast[h]!) ** 2;
    }
    gaps.push(gap);
  }
  if (!(said > 0) || came <= said || gaps.length < 2 || belowShare(trials) < MEDIAN) return 1;
  const mean = (came - said) / gaps.length;
  const scatter = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1);
  // Trials overlap by half.
  const error = Math.sqrt(Math.max(squares, 2 * gaps.length * scatter));
  const sure = Math.max(0, 1 - 2 * (error / (came - said)) ** 2);
  return Math.min(MOST, 1 + (sure * (came - said)) / said);
}

/**
 * The same for a history too short for trials: to the sum of the mean of the last weeks, where its counts are skewed.
 *
 * `plain` is that mean's path, `usual` what was seen beside the mean of its slot. Valid: whole counts. Cost: O(n + horizon).
 */
export function raiseToPlain(path: Float64Array, plain: Float64Array | null | undefined, usual: Residuals): number {
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  if (!plain || sum(plain) > SMALL * plain.length || belowShare([usual]) < SKEWED) return 1;
  const said = sum(path);
  const due = sum(plain);
  return said > 0 && due > said ? Math.min(MOST, due / said) : 1;
}

/** Share of actuals below their forecasts; a whole count is spread evenly over its own width. */
function belowShare(trials: readonly Residuals[]): number {
  const width = trials.every(({ actual }) => actual.every((y) => Number.isNaN(y) || Number.isInteger(y))) ? 1 : 1e-9;
  let below = 0;
  let known = 0;
  for (const { forecast, actual } of trials) {
    for (let h = 0; h < actual.length; h++) {
      if (Number.isNaN(actual[h])) continue;
      known += 1;
      below += Math.min(1, Math.max(0, (forecast[h]! - actual[h]!) / width + 0.5));
    }
  }
  return below / Math.max(1, known);
}
