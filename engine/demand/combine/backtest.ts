import type { Frame } from '../frame';

/** What every model said at one past origin, beside what came. */
export interface Trial {
  /** Step of the frame at which the past ended. */
  readonly origin: number;
  /** One path a model, or null where it could not forecast. */
  readonly paths: readonly (Float64Array | null)[];
  /** What came; NaN where missing or closed. */
  readonly actual: Float64Array;
}

/** Gives the forecast paths of all models, or of those wanted, for a past that ends at `origin`. */
export type PathsAt = (origin: number, steps: number, wanted?: readonly boolean[]) => readonly (Float64Array | null)[];

/**
 * Origins of a rolling backtest: the last one a horizon before the end, earlier ones a stride apart.
 *
 * The stride is half a horizon at least and a whole number of rows, so that origins start the day where the forecast
 * does. At least 45 % of the history (and two cycles) stays before the first origin.
 * Source: Tashman 2000. Cost: O(count).
 */
export function backtestOrigins(frame: Frame, steps: number, count: number): number[] {
  const { known, slots, cycle } = frame;
  const m = slots * cycle;
  const least = Math.max(2 * m, Math.ceil(0.45 * known), slots === 1 && cycle === 1 ? 8 : 0);
  const last = known - steps;
  if (last < least) {
    const short = known - Math.min(steps, m);
    return short >= m + slots && short > 1 ? [short] : [];
  }
  const half = Math.max(slots, Math.ceil(steps / 2 / slots) * slots);
  const origins: number[] = [];
  // A stride that is no multiple of the cycle lets origins fall on every weekday.
  const stride = slots * Math.max(1, half / slots + (cycle > 1 && (half / slots) % cycle === 0 ? 1 : 0));
  for (let o = last; o >= least && origins.length < count; o -= stride) origins.push(o);
  return origins;
}

export interface TrialRun {
  readonly origins: readonly number[];
  readonly steps: number;
  readonly known: number;
  /** What came at each step of the frame; NaN where that is not known. */
  readonly actual: Float64Array;
  readonly pathsAt: PathsAt;
  /** Which models are worth running on, after a first round of trials. */
  readonly worthOn: (first: readonly Trial[]) => readonly boolean[];
}

/** Trials after which models that are far behind are run no further. */
const FIRST_ROUND = 8;

/** Runs the trials, latest first: all models in a first round, then those that still can earn a weight. */
export function runTrials({ origins, steps, known, actual, pathsAt, worthOn }: TrialRun): Trial[] {
  const trials: Trial[] = [];
  let wanted: readonly boolean[] | undefined;
  for (const origin of origins) {
    if (trials.length === FIRST_ROUND) wanted = worthOn(trials);
    const reach = Math.min(steps, known - origin);
    trials.push({ origin, paths: pathsAt(origin, steps, wanted), actual: actual.slice(origin, origin + reach) });
  }
  return trials;
}
