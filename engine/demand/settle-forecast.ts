import {
  besideSlotMeans,
  calmStretchWidening,
  combinationWeights,
  combine,
  FEW_TRIALS,
  fewRowsWidening,
  plainResiduals,
  type RelativeErrors,
  type Residuals,
  relativeErrors,
  slotMeans,
  type Trial,
  type TrialErrors,
} from './combine';
import { MODELS } from './models';
import { isForecastAway, rareContacts } from './rare-contacts';
import { PATHS, type SeriesForecaster } from './series-forecaster';
import { raiseToMean, raiseToPlain } from './skewed-counts';
import { TRIALS, type TriedSeries } from './try-series';

const NAIVE = MODELS.findIndex((model) => model.id === 'seasonal-naive');
const FOUR = MODELS.findIndex((model) => model.id === 'mean-4');

/** Weights by method and horizon group, from scores and from who speaks at all. */
type Weigh = (relative: RelativeErrors, paths: readonly (Float64Array | null)[]) => Float64Array;

/** One series' forecast on its frame, with everything that its report needs. */
export interface SeriesForecast {
  readonly forecaster: SeriesForecaster;
  /** Mean by frame step ahead. */
  readonly mean: Float64Array;
  /** The same as if no day ahead were named by the calendar. */
  readonly usual: Float64Array;
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

/**
 * The forecast of a series: a weighted mean of all models, weights and band errors from its rolling-origin backtest.
 *
 * The last of three steps: `trySeries` for each series, anywhere and in any order; `poolScores` over all of a file, so
 * that short ones lean on what worked for others of their shape; this for each. Nothing is tuned by name; the same series
 * give the same answer always.
 * Source: Bates and Granger 1969; Tashman 2000; Montero-Manso and Hyndman 2021.
 * Units: contacts an interval. Valid: any history with at least one value. Cost: O(trials^2 * methods * horizon), little beside `trySeries`.
 */
export function settleForecast(tried: TriedSeries, pooled: RelativeErrors | null): SeriesForecast {
  const { forecaster, groupOf, groups, trials, errors, relative, final, usual } = tried;
  const byError: Weigh = (scores, paths) =>
    combinationWeights(
      scores,
      pooled,
      paths.map((path) => path !== null),
    );
  const errorsUnder = (weigh: Weigh) => trials.map((trial, k) => residualsOf(trial, errors, k, groupOf, groups, weigh));
  const weighed = errorsUnder(byError);
  const few = trials.length < FEW_TRIALS;
  const rare = isForecastAway(forecaster.frame, few ? [] : weighed) ? rareContacts(groups, final) : null;
  const weigh: Weigh = rare ? () => rare : byError;
  const asWeighed = rare ? errorsUnder(weigh) : weighed;
  const weights = weigh(relative, final);
  const combined = (paths: readonly (Float64Array | null)[]) =>
    combine(paths, weights, groupOf, groups, forecaster.steps);
  const raised = !forecaster.counts ? 1 : few ? raiseShort(forecaster, combined(usual), usual) : raiseToMean(asWeighed);
  const residuals =
    raised === 1 ? asWeighed : asWeighed.map((trial) => ({ ...trial, forecast: times(trial.forecast, raised) }));
  const meanOf = (paths: readonly (Float64Array | null)[]) => orPlain(times(combined(paths), raised), forecaster);
  const mean = meanOf(final);
  closeHolidays(mean, forecaster);
  if (few) residuals.push(...plainResiduals(forecaster.frame, forecaster.steps, forecaster.counts));
  const widening = wideningOf(forecaster, trials);
  return { forecaster, mean, usual: meanOf(usual), weights, groupOf, groups, trials, residuals, widening };
}

/** Short histories have no trials to tell: they are held against the mean of their last weeks. */
function raiseShort({ frame }: SeriesForecaster, path: Float64Array, usual: TriedSeries['usual']): number {
  return raiseToPlain(path, usual[FOUR] ?? usual[NAIVE], besideSlotMeans(frame));
}

function times(path: Float64Array, factor: number): Float64Array {
  return factor === 1 ? path : path.map((v) => v * factor);
}

function residualsOf(
  trial: Trial,
  errors: readonly TrialErrors[],
  k: number,
  groupOf: Uint8Array,
  groups: number,
  weigh: Weigh,
): Residuals {
  const relative = relativeErrors(errors, PATHS, groups, TRIALS, k);
  const weights = weigh(relative, trial.paths);
  const forecast = combine(trial.paths, weights, groupOf, groups, trial.actual.length);
  // Where no model could speak, nothing is learned about errors.
  const silent = forecast.some((v) => Number.isNaN(v));
  if (!silent) return { origin: trial.origin, forecast, actual: trial.actual };
  const actual = trial.actual.map((v, h) => (Number.isNaN(forecast[h]) ? Number.NaN : v));
  return { origin: trial.origin, forecast: forecast.map((v) => (Number.isNaN(v) ? 0 : v)), actual };
}

/** Years of weeks from which the year's shape can be learned, and how much wider bands are before. */
const LEARNED_YEARS = 1.5;
const UNSEEN_SEASON = 1.25;

/** Widening by level, worked out once for each. */
function wideningOf(
  { frame, rowTotals, steps }: SeriesForecaster,
  trials: readonly Trial[],
): SeriesForecast['widening'] {
  const earliest = trials[trials.length - 1];
  if (!earliest || trials.length < FEW_TRIALS) return once((share) => fewRowsWidening(frame, steps, share));
  const { slots, cycle, year } = frame;
  const history = {
    totals: rowTotals,
    cycle,
    ahead: Math.ceil(steps / slots),
    firstTried: Math.floor(earliest.origin / slots),
  };
  const young = slots * cycle === 1 && rowTotals.length < LEARNED_YEARS * year ? UNSEEN_SEASON : 1;
  return once((share, power) => young * calmStretchWidening(history, share, power));
}

function once(of: SeriesForecast['widening']): SeriesForecast['widening'] {
  const found = new Map<string, number>();
  return (share, power) => {
    const key = `${share}/${power}`;
    const times = found.get(key) ?? of(share, power);
    found.set(key, times);
    return times;
  };
}

/** A holiday that has been closed before stays closed. */
function closeHolidays(mean: Float64Array, { factors, frame }: SeriesForecaster): void {
  if (!factors) return;
  for (let h = 0; h < mean.length; h++) if (factors[Math.floor((frame.known + h) / frame.slots)] === 0) mean[h] = 0;
}

/** Where no model could speak (a few days of history), the mean of the slot of the day. */
function orPlain(mean: Float64Array, { frame }: SeriesForecaster): Float64Array {
  const usual = slotMeans(frame);
  return Float64Array.from(mean, (v, h) => (Number.isFinite(v) ? v : usual[(frame.known + h) % frame.slots]!));
}
