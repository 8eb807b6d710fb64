import { MINUTES_PER_DAY } from '../calendar';
import { type Band, conformalBands, type Residuals } from './combine';
import { stepOf } from './history';
import type { SeriesForecast } from './settle-forecast';
import { dayOfMinute } from './stamps';

/** A forecast summed over days, weeks or the whole horizon. */
export interface SummedForecast {
  /** First clock step of each period, counted from the end of the history, and one past the last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly mean: Float64Array;
  readonly bands: readonly Band[];
}

export type Period = 'day' | 'week' | 'total';

/**
 * Sums a forecast over periods, with bands that fit the sums.
 *
 * Means add up exactly. Bands don't add, since errors partly cancel: every backtest trial is summed over the same steps,
 * and the bands are taken from those sums. Days and weeks (from Monday) are the calendar's; running numbers go by rows
 * and cycles. A trial with a missing value in a period says nothing about it.
 * Source: as `conformalBands`, on sums. Cost: O(trials * horizon).
 */
export function sumForecast(forecast: SeriesForecast, period: Period, levels: readonly number[]): SummedForecast {
  const { forecaster, mean, residuals, widening } = forecast;
  const { frame, counts } = forecaster;
  const { target, known } = frame;
  const periodOf = periodsOf(forecast, period);
  const periods = periodOf.length > 0 ? periodOf[periodOf.length - 1]! + 1 : 0;
  const from = new Int32Array(periods).fill(-1);
  const to = new Int32Array(periods);
  const sums = new Float64Array(periods);
  const stepPeriod = new Int32Array(mean.length).fill(-1);
  for (let c = 0; c < target.length; c++) {
    const p = periodOf[c]!;
    if (from[p] === -1) from[p] = c;
    to[p] = c + 1;
    const step = target[c]! - known;
    if (step < 0) continue;
    sums[p]! += mean[step]!;
    stepPeriod[step] = p;
  }
  const trials = residuals
    .map((trial) => sumTrial(trial, stepPeriod, periods))
    .filter((t) => t.actual.some((v) => !Number.isNaN(v)));
  const bands = conformalBands({ trials, forecast: sums, slots: 1, levels, widening, counts });
  // A period without an open step is closed for certain.
  const open = new Uint8Array(periods);
  for (const p of stepPeriod) if (p >= 0) open[p] = 1;
  for (const { hi } of bands) for (let p = 0; p < periods; p++) if (open[p] === 0) hi[p] = 0;
  return { from, to, mean: sums, bands };
}

/** Period of each clock step ahead. */
function periodsOf({ forecaster }: SeriesForecast, period: Period): Int32Array {
  const { frame, history } = forecaster;
  const n = frame.target.length;
  const out = new Int32Array(n);
  if (period === 'total') return out;
  const grain = stepOf(history.clock);
  const start = history.start + history.values.length * grain;
  let last = Number.NaN;
  let index = -1;
  for (let c = 0; c < n; c++) {
    let key: number;
    if (history.clock.kind === 'wall') {
      const day = dayOfMinute(start + c * grain);
      key = period === 'day' && grain <= MINUTES_PER_DAY ? day : Math.floor((day + 3) / 7);
    } else key = Math.floor(c / (period === 'day' ? frame.slots : frame.slots * frame.cycle));
    if (key !== last) index += 1;
    last = key;
    out[c] = index;
  }
  return out;
}

function sumTrial(trial: Residuals, stepPeriod: Int32Array, periods: number): Residuals {
  const forecast = new Float64Array(periods);
  const actual = new Float64Array(periods);
  const whole = new Uint8Array(periods).fill(1);
  for (let h = 0; h < stepPeriod.length; h++) {
    const p = stepPeriod[h]!;
    if (p < 0) continue;
    const y = trial.actual[h];
    if (y === undefined || Number.isNaN(y)) {
      // A closed step is forecast as 0 and its absence says nothing against the sum.
      if ((trial.forecast[h] ?? 1) !== 0) whole[p] = 0;
      continue;
    }
    forecast[p]! += trial.forecast[h]!;
    actual[p]! += y;
  }
  for (let p = 0; p < periods; p++) if (whole[p] === 0) actual[p] = Number.NaN;
  return { forecast, actual };
}
