import { useCallback, useEffect, useMemo, useRef } from 'react';
import { joinContacts, type RunResult, type SimulateContactsOptions } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { usePlanStore } from '../../../state';
import { type Parts, useParts } from '../../../work';
import { type DaysChoice, daysChoices, type FeltDays, usualDays } from './days-choices';
import { runParts } from './run-parts';

/** How many runs can be asked for. */
export const RUNS = ['5', '10', '20', '50', '100'] as const;

/** What of it stands in the address. */
export interface RefineView {
  readonly refine: 'on' | 'off';
  /** The days chosen; those with the worst day when none are. */
  readonly days: string;
  readonly runs: (typeof RUNS)[number];
}

/** Flow's answer refined contact by contact, as it goes on. */
export interface Refinement {
  readonly study: Parts<'simulate'>;
  readonly choices: readonly DaysChoice[];
  readonly chosen: DaysChoice;
  readonly window: SimulateContactsOptions;
  readonly runs: number;
  /** Whether it begins by itself after each change. */
  readonly isOn: boolean;
  readonly isDone: boolean;
  /** Begins, or goes on with the runs that are missing. */
  readonly start: () => void;
}

/** One seed for every state of the plan, so that what changes between two of them is not luck. */
const SEED = 1;

/** How long hand and flow must rest before contacts are simulated. */
const REST_MS = 900;

/**
 * Simulates the disrupted days contact by contact once flow's answer has come to rest, and again after each change.
 *
 * @param isReady flow's answer is there, up to date, and nothing that the screen waits for is being worked out
 */
export function useRefinement(
  plan: Plan | null,
  base: RunResult | null,
  found: (FeltDays & { readonly id: string }) | null,
  isReady: boolean,
  view: RefineView,
): Refinement | null {
  const calendar = plan?.calendar;
  const perWeek = base && calendar ? base.total.offered / calendar.weeks : 0;
  const choices = useMemo(
    () => (found && calendar ? daysChoices(calendar, found, perWeek) : []),
    [calendar, found, perWeek],
  );
  const chosen =
    found && calendar ? (choices.find(({ value }) => value === view.days) ?? usualDays(choices, found)) : null;
  const id = found?.id ?? '';
  const window = useMemo(
    () => ({ from: chosen?.from, days: chosen?.days, disruptions: [id], seed: SEED }),
    [chosen?.from, chosen?.days, id],
  );
  const study = useParts('simulate', joinContacts, JSON.stringify(window));
  const runs = Number(view.runs);
  const done = useMemo(
    () => (study.data && !study.stale ? study.data.samples.map(({ replication }) => replication) : []),
    [study.data, study.stale],
  );
  const isDone = done.length >= runs;
  const isOn = view.refine === 'on';
  const { run } = study;
  const start = useCallback(() => run(runParts(window, runs, done)), [run, window, runs, done]);
  const latest = useRef(start);
  latest.current = start;
  const planKey = usePlanStore((state) => state.planKey);
  const isWanted = isOn && isReady && chosen !== null && !isDone;
  const isStopped = study.fault !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once for each plan, window and number of runs
  useEffect(() => {
    if (!isWanted || isStopped) return;
    const timer = setTimeout(() => latest.current(), REST_MS);
    return () => clearTimeout(timer);
  }, [isWanted, isStopped, planKey, window, runs]);
  return useMemo(
    () => (chosen ? { study, choices, chosen, window, runs, isOn, isDone, start } : null),
    [study, choices, chosen, window, runs, isOn, isDone, start],
  );
}
