import { checkpoint, type RunControl } from '../units';
import {
  backtestOrigins,
  horizonGroups,
  pooledErrors,
  type RelativeErrors,
  relativeErrors,
  runTrials,
  type Trial,
  type TrialErrors,
  trialErrors,
  worthTrying,
} from './combine';
import type { History } from './history';
import { PATHS, prepareSeries, type SeriesForecaster } from './series-forecaster';

export interface HistoriesOptions {
  /** Steps of the history's grain by the unbroken clock. */
  readonly horizon: number;
  /** Day numbers of holidays and their names. */
  readonly holidays: ReadonlyMap<number, string>;
  /** Findings of the cleaning to leave as they were. */
  readonly keep?: ReadonlySet<string> | undefined;
}

/** A series with every model tried on its past and run on from its end; only the weights are still to be chosen. */
export interface TriedSeries {
  readonly forecaster: SeriesForecaster;
  readonly groupOf: Uint8Array;
  readonly groups: number;
  readonly trials: readonly Trial[];
  readonly errors: readonly TrialErrors[];
  readonly relative: RelativeErrors;
  /** Paths of the models from the end of the history. */
  readonly final: readonly (Float64Array | null)[];
  /** The same as if no day ahead were named by the calendar. */
  readonly usual: readonly (Float64Array | null)[];
}

/** What a series tells the others of its shape: plain data, small enough to send between workers. */
export interface SharedScores {
  /** Series share scores where these texts are the same. */
  readonly shape: string;
  readonly relative: Pick<RelativeErrors, 'models' | 'groups' | 'logRatio' | 'taken'>;
}

/** Intervals beyond which fewer trials are run, so that a forecast stays a matter of seconds. */
const MANY_STEPS = 30_000;
export const TRIALS = 24;

/** Runs every model from up to 24 past origins and from the end of the history: nearly all the work of a forecast. */
export function trySeries(history: History, options: HistoriesOptions, control?: RunControl): TriedSeries {
  checkpoint(control, 0, history.series);
  const forecaster = prepareSeries(history, options);
  const { frame, steps } = forecaster;
  const { groupOf, groups } = horizonGroups(steps, frame.slots);
  const count = frame.known > 4 * MANY_STEPS ? 6 : frame.known > MANY_STEPS ? 12 : TRIALS;
  const origins = steps > 0 ? backtestOrigins(frame, steps, count) : [];
  let done = 0;
  const scored = (some: readonly Trial[]) => {
    const errors = some.map((trial) => trialErrors(trial, PATHS, groupOf, groups));
    return { errors, relative: relativeErrors(errors, PATHS, groups, TRIALS) };
  };
  const trials = runTrials({
    origins,
    steps,
    known: frame.known,
    actual: forecaster.judged,
    pathsAt: (origin, ahead, wanted) => {
      checkpoint(control, done++ / (origins.length + 1), history.series);
      return forecaster.pathsAt(origin, ahead, wanted);
    },
    worthOn: (first) => worthTrying(scored(first).relative),
  });
  const { paths: final, usual } = forecaster.pathsAhead();
  return { forecaster, groupOf, groups, trials, ...scored(trials), final, usual };
}

/** The part of a tried series that the others learn from. */
export function sharedScores({ forecaster, relative }: TriedSeries): SharedScores {
  const { models, groups, logRatio, taken } = relative;
  return {
    shape: `${forecaster.frame.slots}/${forecaster.frame.cycle}/${groups}`,
    relative: { models, groups, logRatio, taken },
  };
}

/** Mean scores of the series that share a shape, for each series; null for one that is alone. Cost: linear. */
export function poolScores(all: readonly SharedScores[]): (RelativeErrors | null)[] {
  const byShape = new Map<string, SharedScores['relative'][]>();
  for (const { shape, relative } of all) {
    const list = byShape.get(shape);
    if (list) list.push(relative);
    else byShape.set(shape, [relative]);
  }
  const pooled = new Map([...byShape].map(([shape, list]) => [shape, list.length > 1 ? pooledErrors(list) : null]));
  return all.map(({ shape }) => pooled.get(shape) ?? null);
}
