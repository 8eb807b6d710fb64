import { provenance } from '../provenance';
import type { ForecastWork } from './check-options';
import type { DescribedSeries } from './describe-series';
import type { ForecastAnswer, ForecastOptions } from './forecast-types';
import { sumTogether } from './sum-together';

const METHOD =
  'weighted mean of sixteen methods, each with and without calendar effects, weights and conformal bands from a rolling-origin backtest';

/** The answer of a forecast whose series are done, in the order of the series. */
export function forecastAnswer(
  { histories, warnings, settings }: ForecastWork,
  described: readonly DescribedSeries[],
  options: ForecastOptions,
): ForecastAnswer {
  const notes = described.flatMap((one, i) => [...(warnings[i] ?? []), ...one.warnings]);
  const series = described.map((one) => one.series);
  const together = sumTogether(series, settings.levels);
  return {
    clock: histories[0]!.clock,
    levels: settings.levels,
    series,
    ...(together ? { together } : {}),
    provenance: provenance(METHOD, {
      warnings: [...new Set(notes)],
      ...(options.seed === undefined ? {} : { seed: options.seed }),
    }),
  };
}
