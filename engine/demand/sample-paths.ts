import { namedStream } from '../random';
import type { Residuals } from './combine';
import { forecastBands } from './series-bands';
import type { SeriesForecast } from './settle-forecast';

export interface PathOptions {
  /** Paths to draw. */
  readonly count: number;
  readonly seed: number;
}

/** Levels between which the spread of a step is joined by straight lines; the outermost bounds it. */
const LEVELS = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98, 99] as const;
/** Pasts that draws are dealt from; a series with fewer trials deals each of its own several times. */
const DECK = 24;
/** Trials below which they say nothing about what goes with what. */
const FEW = 4;

/**
 * Possible futures of a series: paths whose steps hang together as its backtest's errors did, and which go along with
 * those of other series drawn with the same seed.
 *
 * Use to feed a simulation with uncertain demand, or to get bands of any sum over time and series; for one step alone the
 * bands say the same. Each draw stands for one past trial, the same for all series: at every step the path takes the place
 * within the band that this trial's error had among all trials' errors. A busy Monday after which the week stayed busy, in
 * all queues at once, is drawn as that.
 * Formula: u = (rank of the trial's error at the step + a uniform shared by all steps) / trials; value = the bands' own
 * quantile u. Half of the paths lie above the forecast at each step, so their mean is above it where bands lean upwards.
 * Source: Schaake shuffle: Clark et al. 2004, J. Hydrometeorology 5, sec. 3; ensemble copula coupling: Schefzik, Thorarinsdottir
 * and Gneiting 2013. Units: contacts a step. Valid: any forecast; with fewer than four trials all steps move together.
 * Cost: O(count * horizon + trials^2 * horizon), and the bands at twelve levels.
 *
 * @example samplePaths(forecast, { count: 100, seed: 7 })[0] // a Float64Array of the horizon's length
 */
export function samplePaths(forecast: SeriesForecast, { count, seed }: PathOptions): Float64Array[] {
  const { mean, residuals, trials } = forecast;
  const steps = mean.length;
  const bands = forecastBands(forecast, LEVELS);
  const own = residuals.slice(0, trials.length);
  const ranks = own.length >= FEW ? ranksByStep(own, steps) : null;
  return dealtDraws(count, seed).map(({ card, within }) => {
    const path = new Float64Array(steps);
    const together = (card + within) / DECK;
    const trial = Math.floor((card * own.length) / DECK);
    for (let h = 0; h < steps; h++) {
      const u = ranks ? (ranks[trial]![h]! + within) / own.length : together;
      path[h] = quantileOf(bands, mean[h]!, h, u);
    }
    return path;
  });
}

/** Draws that depend on the seed alone: a past, each as often as the others, and a place within its rank. */
function dealtDraws(count: number, seed: number): { readonly card: number; readonly within: number }[] {
  const stream = namedStream({ seed, entity: 'forecast', purpose: 'paths' });
  const draws: { card: number; within: number }[] = [];
  const deck = Array.from({ length: DECK }, (_, i) => i);
  for (let at = 0; draws.length < count; at = (at + 1) % DECK) {
    // The next card of a shuffle that goes on as cards are taken (Fisher and Yates).
    const other = at + Math.floor(stream.uniform() * (DECK - at));
    const card = deck[other]!;
    deck[other] = deck[at]!;
    deck[at] = card;
    draws.push({ card, within: stream.uniform() });
  }
  return draws;
}

/** Rank of each trial's error at each step, from 0; a step without an actual has the rank of no error. */
function ranksByStep(trials: readonly Residuals[], steps: number): Float64Array[] {
  const ranks = trials.map(() => new Float64Array(steps));
  for (let h = 0; h < steps; h++) {
    const errors = trials.map(({ actual, forecast }, k) => {
      const error = actual[h]! - forecast[h]!;
      return { k, error: Number.isFinite(error) ? error / Math.sqrt(Math.max(forecast[h]!, 1e-150)) : 0 };
    });
    errors.sort((a, b) => a.error - b.error || a.k - b.k);
    errors.forEach(({ k }, rank) => {
      ranks[k]![h] = rank;
    });
  }
  return ranks;
}

/** The value below which a share u of the band's distribution lies. */
function quantileOf(
  bands: readonly { readonly level: number; readonly lo: Float64Array; readonly hi: Float64Array }[],
  mean: number,
  h: number,
  u: number,
): number {
  const level = 100 * Math.abs(2 * u - 1);
  let inner = mean;
  let innerLevel = 0;
  for (const { level: outerLevel, lo, hi } of bands) {
    const outer = u < 0.5 ? lo[h]! : hi[h]!;
    if (level <= outerLevel) return inner + ((level - innerLevel) / (outerLevel - innerLevel)) * (outer - inner);
    inner = outer;
    innerLevel = outerLevel;
  }
  return inner;
}
