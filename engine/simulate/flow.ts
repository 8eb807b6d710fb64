import type { Modifiers } from '../disruption';
import { checkpoint, type RunControl } from '../units';
import { type BaseRun, type FlowCheckpoint, takeCheckpoint } from './flow-checkpoint';
import { fillOccupancy } from './flow-hours';
import type { FlowRecords } from './flow-records';
import { type FlowView, startRun } from './flow-run';
import { notePending, stepIsland } from './flow-step';
import type { Network } from './network';

export type FlowObserver = (interval: number, view: FlowView) => void;

export interface FlowOptions {
  readonly modifiers?: Modifiers | undefined;
  /** Told of each interval as it is computed. */
  readonly observe?: FlowObserver | undefined;
  /** Intervals to run, for a window of the horizon; it starts without backlog. Records outside stay empty. */
  readonly range?: { readonly from: number; readonly to: number } | undefined;
  readonly control?: RunControl | undefined;
  readonly label?: string | undefined;
}

/**
 * Runs a whole plan interval by interval, in the mean.
 *
 * Every interval: contacts arrive (and those who gave up earlier come again), queues are served in the order of their
 * priority by the agents on duty who are left for them, real-time queues behave as Erlang A in their pool, deferrable work is
 * finished oldest first. Backlog, queues and redials are carried over. Use it for everything that must answer at once; `contacts`
 * follows single contacts where interaction within an interval matters.
 *
 * Conserved: first attempts + redials + hops in = answered + abandoned (+ backlog); abandoned = lost + redials + hops out
 * (+ on their way).
 *
 * Source: Erlang A (Mandelbaum and Zeltyn 2005), interval by interval with a fluid lag (Mandelbaum, Massey and Reiman 1998).
 * Units: contacts, agents, hours. Cost: intervals × (memberships + one or two Erlang A a queue).
 */
export function runFlow(network: Network, options: FlowOptions = {}): FlowRecords {
  const { observe, control } = options;
  const { grid, islands } = network;
  const label = options.label ?? 'running the plan';
  const { from, to } = options.range ?? { from: 0, to: grid.intervals };
  const run = startRun(network, options.modifiers);
  for (let t = from; t < to; t++) {
    if ((t & 1023) === 0) checkpoint(control, (t - from) / (to - from), label);
    for (let island = 0; island < islands.length; island++) stepIsland(run, island, t, to);
    if (observe) {
      fillOccupancy(run);
      observe(t, run.view);
    }
  }
  for (const island of islands) notePending(run, island);
  checkpoint(control, 1, label);
  return run.records;
}

/** Runs the undisturbed plan, noting its state day by day, so that `runDisturbed` need run the disturbed days alone. */
export function runBase(network: Network, control?: RunControl, label = 'running the plan'): BaseRun {
  const { grid, islands, days } = network;
  const run = startRun(network, undefined);
  const checkpoints: FlowCheckpoint[] = [];
  for (let day = 0; day < days.length; day++) {
    if (day % 28 === 0) checkpoint(control, day / days.length, label);
    checkpoints.push(takeCheckpoint(run, day));
    const end = grid.dayStarts[day + 1]!;
    for (let island = 0; island < islands.length; island++) {
      for (let t = grid.dayStarts[day]!; t < end; t++) stepIsland(run, island, t, end);
    }
  }
  for (const island of islands) notePending(run, island);
  checkpoint(control, 1, label);
  return { records: run.records, checkpoints };
}
