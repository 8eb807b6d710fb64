import type { ForecastAnswer, HistoryAnswer } from '../../../engine/answers';

/** A forecast of the command line, whatever it was made from. */
export interface Forecasted {
  readonly answer: ForecastAnswer;
  /** What was made of a file; a plan needs no guesses. */
  readonly inferred: HistoryAnswer | null;
}
