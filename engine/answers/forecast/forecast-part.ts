import {
  type History,
  type RelativeErrors,
  type SharedScores,
  settleForecast,
  sharedScores,
  trySeries,
} from '../../demand';
import type { RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import type { ForecastSettings } from './check-options';
import { type DescribedSeries, described } from './describe-series';

/** Some series of a forecast, tried; they wait for what the others' trials say. */
export interface ForecastPart {
  readonly scores: readonly SharedScores[];
  readonly finish: (pools: readonly (RelativeErrors | null)[]) => readonly DescribedSeries[];
}

/** Tries every model on some series of a forecast: the first and by far the longest of its two steps. */
export function tryPart(histories: readonly History[], settings: ForecastSettings, control?: RunControl): ForecastPart {
  const count = histories.length;
  const tried = histories.map((history, i) =>
    trySeries(history, settings, partOf(control, i / count, (i + 1) / count)),
  );
  return {
    scores: tried.map(sharedScores),
    finish: (pools) => tried.map((one, i) => described(settleForecast(one, pools[i] ?? null), settings)),
  };
}
