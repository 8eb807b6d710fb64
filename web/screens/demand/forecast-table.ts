import type { HistoryForecast } from '../../../engine/answers';
import type { Cell } from '../../format';

/** The forecast with its bands in the columns that the command line writes: `series,timestamp,mean,lo80,hi80,…`. */
export function forecastTable(name: string, { steps }: HistoryForecast): readonly (readonly Cell[])[] {
  const head = ['series', 'timestamp', 'mean', ...steps.bands.flatMap(({ level }) => [`lo${level}`, `hi${level}`])];
  const rows = steps.timestamps.map((timestamp, at) => [
    name,
    timestamp,
    steps.mean[at],
    ...steps.bands.flatMap(({ lo, hi }) => [lo[at], hi[at]]),
  ]);
  return [head, ...rows];
}
