import { decidedHistory, decidesOn, type History, restoredFindings } from '../demand';
import type { History as KeptHistory } from '../plan';
import type { RunControl } from '../units';
import { type CleaningNote, type ForecastOptions, layOutForecast } from './forecast';
import { forecastDemand } from './forecast-demand';

type Decisions = NonNullable<KeptHistory['decisions']>;

/**
 * A forecast of one series as planners' decisions about its findings have it.
 *
 * Use for histories of a plan, in place of `forecastDemand`, so that screen and command line agree; `keep` of the options
 * names further findings to leave as they were. Cost: that of `forecastDemand`.
 */
export function decidedForecast(
  counts: History,
  decisions: Decisions = [],
  options: ForecastOptions,
  control?: RunControl,
): ReturnType<typeof forecastDemand> {
  const history = decidedHistory(counts, decisions);
  return forecastDemand([history], { ...options, keep: keptFindings(history, decisions, options) }, control);
}

function keptFindings(history: History, decisions: Decisions, options: ForecastOptions): readonly string[] {
  const named = options.keep ?? [];
  if (decisions.length === 0) return named;
  const { histories, settings } = layOutForecast([history], options);
  return [...named, ...histories.flatMap((one) => restoredFindings(one, decisions, settings))];
}

/** A finding of a plan's history, and the id of the decision that speaks of it. */
export interface DecidedNote extends CleaningNote {
  readonly decision: string | null;
}

/** Findings with what planners decided about them; the last decision about one has the word. */
export function decidedNotes(cleaned: readonly CleaningNote[], decisions: Decisions = []): readonly DecidedNote[] {
  return cleaned.map((note) => ({
    ...note,
    decision: decisions.findLast((decision) => decidesOn(decision, note))?.id ?? null,
  }));
}
