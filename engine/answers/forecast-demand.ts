import { type History, poolScores } from '../demand';
import { checkpoint, type RunControl } from '../units';
import { type ForecastAnswer, type ForecastOptions, forecastAnswer, layOutForecast, tryPart } from './forecast';
import { partOf } from './prepared-plan';

export type {
  CleaningNote,
  ForecastAnswer,
  ForecastBounds,
  ForecastedSeries,
  ForecastOptions,
  ForecastRow,
  ForecastSum,
} from './forecast';

/**
 * Forecasts contact volume with prediction bands, a backtest, and what was cleaned.
 *
 * Use on the series of `readHistory`, whole or chosen; series of one call share what their backtests learned, so a series
 * may score a little differently alone. Closed hours are forecast as 0. The same input gives the same answer always, and
 * `forecastWithCrew` gives it in a fraction of the time where there are several series.
 * Formula and sources: `settleForecast`, `conformalBands`, `scoreBacktest`.
 * Units: contacts an interval. Valid: any history with a value; short ones get wide bands.
 * Cost: about 0.2 s a series of 1,000 days, 3 s for 30,000 intervals.
 *
 * @example forecastDemand(readHistory(file).histories, { horizon: 336 }).series[0].rows[0].mean
 */
export function forecastDemand(
  input: readonly History[] | { readonly histories: readonly History[] },
  options: ForecastOptions,
  control?: RunControl,
): ForecastAnswer {
  const work = layOutForecast('histories' in input ? input.histories : input, options);
  const part = tryPart(work.histories, work.settings, partOf(control, 0, 0.85));
  checkpoint(control, 0.85, 'Weights and bands');
  return forecastAnswer(work, part.finish(poolScores(part.scores)), options);
}

const PARTS = ['trend', 'year', 'week', 'day', 'events'] as const;

/**
 * The forecast as one long table: `series,timestamp,mean,lo80,hi80,lo95,hi95` (a pair of columns for each level), and on
 * demand `trend,year,week,day,events`, which add up to the mean.
 *
 * Use for files; cells are numbers at full double precision. Cost: O(rows).
 */
export function forecastTable(
  answer: ForecastAnswer,
  { components = false }: { readonly components?: boolean } = {},
): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
} {
  const parts = components ? PARTS : [];
  const bounds = answer.levels.flatMap((level) => [`lo${level}`, `hi${level}`]);
  const columns = ['series', 'timestamp', 'mean', ...bounds, ...parts];
  const rows = answer.series.flatMap(({ series, rows: own, components: { ahead } }) =>
    own.map(({ timestamp, mean, bounds: around }, c) => [
      series,
      timestamp,
      mean,
      ...around.flatMap(({ lo, hi }) => [lo, hi]),
      ...parts.map((part) => ahead[part][c]!),
    ]),
  );
  return { columns, rows };
}

/** The paths of a forecast as one long table: `series,path,timestamp,value`, paths from 1. Cost: O(paths * rows). */
export function pathTable(answer: ForecastAnswer): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
} {
  const rows = answer.series.flatMap(({ series, rows: own, paths = [] }) =>
    paths.flatMap((path, k) => own.map(({ timestamp }, c) => [series, k + 1, timestamp, path[c]!])),
  );
  return { columns: ['series', 'path', 'timestamp', 'value'], rows };
}
