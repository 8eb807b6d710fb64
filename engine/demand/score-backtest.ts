import { FEW_TRIALS, type Residuals } from './combine';
import { MODELS } from './models';
import { bandsOf } from './series-bands';
import { methodName } from './series-forecaster';
import type { SeriesForecast } from './settle-forecast';

/** How the forecast did in its own backtest at one span of the horizon, beside two plain rules. */
export interface BacktestScore {
  /** `day 1`, `days 4 to 7`, `all`. */
  readonly horizon: string;
  /** Absolute error over contacts. */
  readonly wape: number;
  /** Forecast over actual contacts, less 1. */
  readonly bias: number;
  /** Mean absolute error over that of "same slot one cycle before" within the history. */
  readonly mase: number;
  /** Share of actuals inside each band, by level. */
  readonly coverage: readonly { readonly level: number; readonly share: number }[];
  /** WAPE of the same slot last week, and of the mean of the last four. */
  readonly naiveWape: number;
  readonly meanOfFourWape: number;
}

export interface BacktestReport {
  readonly trials: number;
  readonly scores: readonly BacktestScore[];
  readonly weights: readonly { readonly method: string; readonly weight: number }[];
  /** Which model and why, in a sentence. */
  readonly sentence: string;
}

const NAIVE = MODELS.findIndex((m) => m.id === 'seasonal-naive');
const FOUR = MODELS.findIndex((m) => m.id === 'mean-4');

/**
 * Scores of the backtest by horizon: error, bias and coverage of the combination, each trial weighted and banded without
 * itself, beside the plain rules on the same days.
 *
 * Source: WAPE and MASE: Hyndman and Koehler 2006; rolling origins: Tashman 2000. Cost: O(trials^2 * horizon).
 */
export function scoreBacktest(forecast: SeriesForecast, levels: readonly number[]): BacktestReport {
  const { forecaster, groupOf, groups, trials, residuals } = forecast;
  const { frame } = forecaster;
  const own = residuals.slice(0, trials.length);
  const scale = naiveScale(frame.values, frame.slots * frame.cycle);
  const bands = own.map((trial, k) => {
    const others: Residuals[] = residuals.filter((_, i) => i !== k);
    return others.length === 0
      ? []
      : bandsOf(forecast, { trials: others, forecast: trial.forecast, first: trials[k]!.origin }, levels);
  });
  const spans = [...Array(groups).keys()].map((g) => ({
    name: spanName(g, groupOf, frame.slots, frame),
    has: (h: number) => groupOf[h] === g,
  }));
  const scores = [...spans, { name: 'all', has: () => true }].map(({ name, has }) => {
    let error = 0;
    let actual = 0;
    let said = 0;
    let naive = 0;
    let four = 0;
    let count = 0;
    const inside = levels.map(() => 0);
    own.forEach((trial, k) => {
      const paths = trials[k]!.paths;
      for (let h = 0; h < trial.actual.length; h++) {
        const y = trial.actual[h]!;
        if (Number.isNaN(y) || !has(h)) continue;
        count += 1;
        error += Math.abs(y - trial.forecast[h]!);
        actual += y;
        said += trial.forecast[h]!;
        naive += Math.abs(y - plain(paths, NAIVE, h));
        four += Math.abs(y - plain(paths, FOUR, h));
        bands[k]!.forEach((band) => {
          const at = levels.indexOf(band.level);
          if (y >= band.lo[h]! && y <= band.hi[h]!) inside[at]! += 1;
        });
      }
    });
    const share = (v: number): number => (actual > 0 ? v / actual : 0);
    return {
      horizon: name,
      wape: share(error),
      bias: share(said - actual),
      mase: count > 0 && scale > 0 ? error / count / scale : 0,
      coverage: levels.map((level, i) => ({ level, share: count > 0 ? inside[i]! / count : 0 })),
      naiveWape: share(naive),
      meanOfFourWape: share(four),
      count,
    };
  });
  const weights = meanWeights(forecast);
  const kept = scores.filter((s) => s.count > 0).map(({ count: _, ...score }) => score);
  return { trials: trials.length, scores: kept, weights, sentence: sentenceOf(trials.length, kept, weights) };
}

/** A plain rule as the days came, or with calendar effects where that is all there is. */
function plain(paths: readonly (Float64Array | null)[], index: number, h: number): number {
  const path = paths[index + MODELS.length] ?? paths[index];
  return path ? path[h]! : 0;
}

function naiveScale(values: Float64Array, m: number): number {
  let sum = 0;
  let count = 0;
  for (let t = m; t < values.length; t++) {
    const d = Math.abs(values[t]! - values[t - m]!);
    if (Number.isNaN(d)) continue;
    sum += d;
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}

function meanWeights({ weights, groupOf, groups, mean }: SeriesForecast): { method: string; weight: number }[] {
  const steps = new Float64Array(groups);
  for (const g of groupOf) steps[g]! += 1;
  const methods = weights.length / groups;
  const out: { method: string; weight: number }[] = [];
  for (let i = 0; i < methods; i++) {
    let weight = 0;
    for (let g = 0; g < groups; g++) weight += (weights[i * groups + g]! * steps[g]!) / Math.max(1, mean.length);
    if (weight > 0.005) out.push({ method: methodName(i), weight });
  }
  return out.sort((a, b) => b.weight - a.weight);
}

function spanName(
  g: number,
  groupOf: Uint8Array,
  slots: number,
  frame: { cycle: number; rowDay: Int32Array | null },
): string {
  const first = Math.floor(groupOf.indexOf(g) / slots) + 1;
  const last = Math.floor(groupOf.lastIndexOf(g) / slots) + 1;
  const unit =
    frame.rowDay === null
      ? slots > 1
        ? 'season'
        : 'step'
      : frame.cycle === 1 && slots === 1
        ? 'week'
        : frame.cycle < 7
          ? 'open day'
          : 'day';
  return first === last ? `${unit} ${first}` : `${unit}s ${first} to ${last}`;
}

function sentenceOf(
  trials: number,
  scores: readonly BacktestScore[],
  weights: readonly { method: string; weight: number }[],
): string {
  const percent = (v: number): string => `${(100 * v).toFixed(1)} %`;
  const leading = weights
    .slice(0, 3)
    .map(({ method, weight }) => `${method} (${Math.round(100 * weight)} %)`)
    .join(', ');
  const all = scores[scores.length - 1];
  if (trials === 0 || !all)
    return `The history is too short to try methods on; the forecast is the mean of all that fit it: ${leading || 'its plain mean'}. Its bands are wide on purpose.`;
  const few = trials < FEW_TRIALS ? ' Few trials fit into this history, so the bands are wide.' : '';
  return `A mean of ${weights.length} methods, led by ${leading}, weighted by ${trials} ${trials === 1 ? 'backtest' : 'backtests'}; there its error was ${percent(all.wape)} of contacts against ${percent(all.naiveWape)} for the same slot last week and ${percent(all.meanOfFourWape)} for the mean of the last four.${few}`;
}
