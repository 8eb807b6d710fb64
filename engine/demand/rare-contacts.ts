import type { Residuals } from './combine';
import type { Frame } from './frame';
import { MODELS } from './models';
import { PATHS } from './series-forecaster';

/** Share of the contacts of its backtest that a forecast must keep. */
const KEPT = 0.8;
const RATE = MODELS.findIndex((model) => model.id === 'sparse-rate');

/**
 * Whether rare contacts were forecast away: most intervals are empty, so that their median is 0 and absolute errors reward
 * saying nothing, and the backtest said less than four fifths of what came, or too few trials are there to tell.
 *
 * Use before methods weighed by absolute errors are trusted with the mean that staff is planned on.
 * Source: own rule; that absolute errors choose medians: Kolassa 2016. Cost: O(n + trials * horizon).
 */
export function isForecastAway({ values }: Pick<Frame, 'values'>, trials: readonly Residuals[]): boolean {
  let empty = 0;
  let known = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    known += 1;
    if (v === 0) empty += 1;
  }
  if (empty * 2 <= known) return false;
  if (trials.length === 0) return true;
  let said = 0;
  let came = 0;
  for (const { forecast, actual } of trials) {
    for (let h = 0; h < actual.length; h++) {
      if (Number.isNaN(actual[h])) continue;
      said += forecast[h]!;
      came += actual[h]!;
    }
  }
  return said < KEPT * came;
}

/** All weight on the rate of rare contacts, with calendar effects and without; null where it has nothing to say. */
export function rareContacts(groups: number, final: readonly (Float64Array | null)[]): Float64Array | null {
  const speaking = [RATE, RATE + MODELS.length].filter((method) => final[method]);
  if (speaking.length === 0) return null;
  const weights = new Float64Array(PATHS * groups);
  for (const method of speaking) weights.fill(1 / speaking.length, method * groups, (method + 1) * groups);
  return weights;
}
