import { provenance } from '../provenance';
import type { ForecastWork } from './check-options';
import type { DescribedSeries } from './describe-series';
import type { ForecastAnswer, ForecastOptions } from './forecast-types';

const METHOD =
  'weighted mean of fifteen methods, each with and without calendar effects, weights and conformal bands from a rolling-origin backtest';

/** The answer of a forecast whose series are done, in the order of the series. */
export function forecastAnswer(
  { histories, warnings, settings }: ForecastWork,
  described: readonly DescribedSeries[],
  options: ForecastOptions,
): ForecastAnswer {
  const notes = described.flatMap((one, i) => [...(warnings[i] ?? []), ...one.warnings]);
  return {
    clock: histories[0]!.clock,
    levels: settings.levels,
    series: described.map(({ series }) => series),
    provenance: provenance(METHOD, {
      warnings: [...new Set(notes)],
      ...(options.seed === undefined ? {} : { seed: options.seed }),
    }),
  };
}
