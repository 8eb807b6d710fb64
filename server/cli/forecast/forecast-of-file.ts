import { join } from 'node:path';
import {
  type ForecastOptions,
  forecastDemand,
  forecastWithCrew,
  type HistoryAnswer,
  type ImportCorrections,
  readHistory,
} from '../../../engine/answers';
import { publicHolidays } from '../../holidays';
import { openHistory } from '../history-input';
import { withThreads } from '../threads';
import type { Call } from '../verb';
import type { Forecasted } from './forecasted';
import { holidaysAround } from './holidays-around';
import { crewSize, forecaster } from './thread-crew';

/** The forecast of every series of a file or of standard input, its series shared out over threads. */
export async function forecastOfFile(
  file: string,
  about: {
    readonly sheet: string | undefined;
    readonly market: string | undefined;
    readonly workers: number | undefined;
    readonly corrections: ImportCorrections;
  },
  settings: ForecastOptions,
  { around, control }: Pick<Call, 'around' | 'control'>,
): Promise<Forecasted> {
  const { sheet, market, workers, corrections } = about;
  const { periods, horizon, grainMinutes } = settings;
  // A market that is not known is told before the file is read.
  if (market !== undefined) publicHolidays(market, 2027, 2027);
  const source = await openHistory(file, sheet, around);
  const known = source.delimiter ? { delimiter: source.delimiter } : {};
  let history: HistoryAnswer;
  try {
    // Each series is forecast on its own, so that a total beside its parts counts nothing twice.
    const totalSeries = corrections.totals === 'skip' ? undefined : 'keep';
    history = readHistory(source.input, { ...corrections, ...known, periods, totalSeries }, control);
  } finally {
    source.close();
  }
  const holidays = market === undefined ? undefined : holidaysAround(market, history, horizon, grainMinutes);
  const crew = crewSize(history, workers);
  const answer =
    crew > 1
      ? await withThreads(join(around.home, 'dist', 'server', 'forecast-thread.js'), crew, forecaster, (threads) =>
          forecastWithCrew(history.histories, { ...settings, holidays }, threads, control),
        )
      : forecastDemand(history, { ...settings, holidays }, control);
  return { answer, inferred: history };
}
