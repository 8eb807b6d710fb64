import { checkpoint, type RunControl } from '../units';
import {
  backtestOrigins,
  calmStretchWidening,
  combinationWeights,
  combine,
  FEW_TRIALS,
  horizonGroups,
  plainResiduals,
  pooledErrors,
  type RelativeErrors,
  type Residuals,
  relativeErrors,
  runTrials,
  type Trial,
  type TrialErrors,
  trialErrors,
} from './combine';
import type { History } from './history';
import { PATHS, prepareSeries, type SeriesForecaster } from './series-forecaster';

export interface HistoriesOptions {
  /** Steps of the history's grain by the unbroken clock. */
  readonly horizon: number;
  /** Day numbers of holidays and their names. */
  readonly holidays: ReadonlyMap<number, string>;
  /** Findings of the cleaning to leave as they were. */
  readonly keep?: ReadonlySet<string> | undefined;
}

/** One series' forecast on its frame, with everything that its report needs. */
export interface SeriesForecast {
  readonly forecaster: SeriesForecaster;
  /** Mean by frame step ahead. */
  readonly mean: Float64Array;
  /** Weights by method and horizon group. */
  readonly weights: Float64Array;
  readonly groupOf: Uint8Array;
  readonly groups: number;
  readonly trials: readonly Trial[];
  /** The combination at every trial, weighted without that trial, latest first. */
  readonly residuals: readonly Residuals[];
  /** How much wider bands are since the trials fell into a calm stretch. */
  readonly widening: (share: number, power: number) => number;
}

/** Intervals beyond which fewer trials are run, so that a forecast stays a matter of seconds. */
const MANY_STEPS = 30_000;
const TRIALS = 24;

/**
 * Forecasts series by a weighted mean of all models, weights and bands from a rolling-origin backtest.
 *
 * Use for any number of series of one file: scores are shared between series of the same shape, so that short ones lean on
 * what worked for the others. Nothing is tuned by name; the same series give the same answer always.
 * Source: Bates and Granger 1969; Tashman 2000; Montero-Manso and Hyndman 2021.
 * Units: contacts an interval. Valid: any history with at least one value. Cost: about 25 fits of 15 models a series, twice where there are days of the calendar.
 */
export function forecastHistories(
  histories: readonly History[],
  options: HistoriesOptions,
  control?: RunControl,
): SeriesForecast[] {
  const prepared = histories.map((history, i) => {
    checkpoint(control, (0.9 * i) / histories.length, history.series);
    const forecaster = prepareSeries(history, options);
    const { frame, steps } = forecaster;
    const { groupOf, groups } = horizonGroups(steps, frame.slots);
    const count = frame.known > 4 * MANY_STEPS ? 6 : frame.known > MANY_STEPS ? 12 : TRIALS;
    const origins = steps > 0 ? backtestOrigins(frame, steps, count) : [];
    const trials = runTrials(origins, steps, frame.known, frame.values, (origin, ahead) => {
      checkpoint(control, (0.9 * i) / histories.length, history.series);
      return forecaster.pathsAt(origin, ahead);
    });
    const errors = trials.map((trial) => trialErrors(trial, PATHS, groupOf, groups));
    const relative = relativeErrors(errors, PATHS, groups, TRIALS);
    return { forecaster, groupOf, groups, trials, errors, relative, final: forecaster.pathsAt(frame.known, steps) };
  });
  const pools = poolBy(
    prepared.map(({ relative, forecaster }) => ({
      key: `${forecaster.frame.slots}/${forecaster.frame.cycle}/${relative.groups}`,
      relative,
    })),
  );
  return prepared.map((one, i) => {
    checkpoint(control, 0.9 + (0.1 * i) / prepared.length, one.forecaster.history.series);
    const { forecaster, groupOf, groups, trials, errors, final } = one;
    const pooled = pools[i]!;
    const weigh = (relative: RelativeErrors, paths: readonly (Float64Array | null)[]): Float64Array =>
      combinationWeights(
        relative,
        pooled,
        paths.map((path) => path !== null),
      );
    const weights = weigh(one.relative, final);
    const mean = combine(final, weights, groupOf, groups, forecaster.steps);
    closeHolidays(mean, forecaster);
    const residuals = trials.map((trial, k) => residualsOf(trial, errors, k, groupOf, groups, weigh));
    if (residuals.length < FEW_TRIALS) residuals.push(...plainResiduals(forecaster.frame, forecaster.steps));
    const widening = wideningOf(forecaster, trials);
    return { forecaster, mean: orPlain(mean, forecaster), weights, groupOf, groups, trials, residuals, widening };
  });
}

function residualsOf(
  trial: Trial,
  errors: readonly TrialErrors[],
  k: number,
  groupOf: Uint8Array,
  groups: number,
  weigh: (relative: RelativeErrors, paths: readonly (Float64Array | null)[]) => Float64Array,
): Residuals {
  const relative = relativeErrors(errors, PATHS, groups, TRIALS, k);
  const weights = weigh(relative, trial.paths);
  const forecast = combine(trial.paths, weights, groupOf, groups, trial.actual.length);
  return { origin: trial.origin, forecast, actual: trial.actual };
}

/** Widening by level, worked out once for each. */
function wideningOf(
  { frame, rowTotals, steps }: SeriesForecaster,
  trials: readonly Trial[],
): SeriesForecast['widening'] {
  const earliest = trials[trials.length - 1];
  if (!earliest) return () => 1;
  const { slots, cycle } = frame;
  const history = {
    totals: rowTotals,
    cycle,
    ahead: Math.ceil(steps / slots),
    firstTried: Math.floor(earliest.origin / slots),
  };
  const found = new Map<string, number>();
  return (share, power) => {
    const key = `${share}/${power}`;
    const times = found.get(key) ?? calmStretchWidening(history, share, power);
    found.set(key, times);
    return times;
  };
}

/** Mean scores of the series that share a shape; null for a series that is alone. */
function poolBy(all: readonly { key: string; relative: RelativeErrors }[]): (RelativeErrors | null)[] {
  const byKey = new Map<string, RelativeErrors[]>();
  for (const { key, relative } of all) byKey.set(key, [...(byKey.get(key) ?? []), relative]);
  const pooled = new Map([...byKey].map(([key, list]) => [key, list.length > 1 ? pooledErrors(list) : null]));
  return all.map(({ key }) => pooled.get(key) ?? null);
}

/** A holiday that has been closed before stays closed. */
function closeHolidays(mean: Float64Array, { factors, frame }: SeriesForecaster): void {
  if (!factors) return;
  for (let h = 0; h < mean.length; h++) if (factors[Math.floor((frame.known + h) / frame.slots)] === 0) mean[h] = 0;
}

/** Where no model could speak (a day of history), the mean of what there is. */
function orPlain(mean: Float64Array, { cleaned }: SeriesForecaster): Float64Array {
  const level = cleaned.length > 0 ? cleaned.reduce((a, b) => a + b, 0) / cleaned.length : 0;
  return Float64Array.from(mean, (v) => (Number.isFinite(v) ? v : level));
}
