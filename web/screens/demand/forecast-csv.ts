import type { HistoryForecast } from '../../../engine/answers';
import { csvText } from '../../format';

/** The forecast with its bands in the columns that the command line writes: `series,timestamp,mean,lo80,hi80,…`. */
export function forecastCsv(name: string, { steps }: HistoryForecast): string {
  const head = ['series', 'timestamp', 'mean', ...steps.bands.flatMap(({ level }) => [`lo${level}`, `hi${level}`])];
  const rows = steps.timestamps.map((timestamp, at) => [
    name,
    timestamp,
    steps.mean[at],
    ...steps.bands.flatMap(({ lo, hi }) => [lo[at], hi[at]]),
  ]);
  return csvText([head, ...rows]);
}
