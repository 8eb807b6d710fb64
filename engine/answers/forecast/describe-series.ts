import {
  componentsOf,
  type Frame,
  findingDays,
  forecastBands,
  formatStamp,
  type Period,
  type SeriesForecast,
  samplePaths,
  scoreBacktest,
  stepOf,
  sumForecast,
} from '../../demand';
import type { ForecastSettings } from './check-options';
import type { ForecastedSeries, ForecastRow, ForecastSum } from './forecast-types';

export interface DescribedSeries {
  readonly series: ForecastedSeries;
  readonly warnings: readonly string[];
}

/** A series' forecast in times and numbers, with sums, components and its report. Cost: that of its bands and backtest. */
export function described(forecast: SeriesForecast, { levels, keep, paths }: ForecastSettings): DescribedSeries {
  const warnings: string[] = [];
  const { forecaster, mean } = forecast;
  const { history, frame, findings, effects } = forecaster;
  const bands = forecastBands(forecast, levels);
  const grain = stepOf(history.clock);
  const end = history.start + history.values.length * grain;
  const stamp = (c: number): string => formatStamp(history.clock, end + c * grain);
  const rows = Array.from(frame.target, (at, c): ForecastRow => {
    const h = at - frame.known;
    if (at < 0 || h < 0)
      return { timestamp: stamp(c), mean: 0, bounds: levels.map((level) => ({ level, lo: 0, hi: 0 })) };
    return {
      timestamp: stamp(c),
      mean: mean[h]!,
      bounds: bands.map(({ level, lo, hi }) => ({ level, lo: lo[h]!, hi: hi[h]! })),
    };
  });
  const sums = (period: Period): ForecastSum[] => {
    const { from, to, mean: sum, bands: wide } = sumForecast(forecast, period, levels);
    return Array.from(sum, (value, p) => ({
      timestamp: stamp(from[p]!),
      until: stamp(to[p]! - 1),
      mean: value,
      bounds: wide.map(({ level, lo, hi }) => ({ level, lo: lo[p]!, hi: hi[p]! })),
    }));
  };
  if (forecast.trials.length === 0)
    warnings.push(`"${history.series}" is too short for a backtest; its bands are wide on purpose.`);
  const series: ForecastedSeries = {
    series: history.series,
    rows,
    byDay: sums('day'),
    byWeek: sums('week'),
    total: sums('total')[0] ?? null,
    ...(paths.count > 0 ? { paths: onTheClock(samplePaths(forecast, paths), frame) } : {}),
    components: componentsOf(forecast),
    report: {
      ...scoreBacktest(forecast, levels),
      cleaned: findings.map((finding) => ({
        id: finding.id,
        kind: finding.kind,
        ...findingDays(forecaster, finding),
        intervals: finding.steps,
        size: finding.size,
        action: finding.action,
        kept: keep.has(finding.id),
      })),
      calendar: effects,
    },
  };
  return { series, warnings };
}

/** Paths by step of the clock; 0 where closed. */
function onTheClock(paths: readonly Float64Array[], { target, known }: Frame): Float64Array[] {
  return paths.map((path) => Float64Array.from(target, (at) => (at >= known ? path[at - known]! : 0)));
}
