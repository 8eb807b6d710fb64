import { type Band, conformalBands, type Residuals } from './combine';
import type { SeriesForecast } from './settle-forecast';

/** What bands are drawn round: the forecast itself, or one of its trials among the others. */
interface Banded {
  readonly trials: readonly Residuals[];
  readonly forecast: Float64Array;
  /** Frame step of the first forecast. */
  readonly first: number;
}

/**
 * Bands of a series by step: conformal, each slot of the day (or day of the week) with its own spread.
 *
 * Use for the forecast, or with one of its trials in place of it to see what the bands would have covered; sums have
 * `sumForecast`. Cost: as `conformalBands`.
 */
export function bandsOf(forecast: SeriesForecast, banded: Banded, levels: readonly number[]): Band[] {
  const { frame, counts } = forecast.forecaster;
  const { slots, cycle } = frame;
  return conformalBands({
    trials: banded.trials,
    forecast: banded.forecast,
    slots,
    levels,
    positions: { count: slots > 1 ? slots : cycle, first: banded.first },
    widening: forecast.widening,
    counts,
  });
}

/** Bands of the forecast itself. */
export function forecastBands(forecast: SeriesForecast, levels: readonly number[]): Band[] {
  const { residuals, mean, forecaster } = forecast;
  return bandsOf(forecast, { trials: residuals, forecast: mean, first: forecaster.frame.known }, levels);
}
