import type { Modifiers } from '../disruption';
import { checkpoint, type RunControl } from '../units';
import { closeDay, countHours, offerContacts, serveQueues } from './flow-queues';
import type { FlowRecords } from './flow-records';
import { type FlowView, startRun } from './flow-run';
import { assignAgents, takeStock } from './flow-supply';
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
 * Every interval: contacts arrive (and those who gave up earlier try again), the agents on duty are shared over the
 * queues that they can serve, real-time queues behave as Erlang A in balance, deferrable work is finished oldest first
 * with what is left. Backlog and redials are carried over. Use it for everything that must answer at once; `contacts`
 * follows single contacts where interaction within an interval matters.
 *
 * Conserved: first attempts + redials = answered + abandoned (+ backlog); abandoned = lost + redials (+ on their way).
 *
 * Source: stationary independent period by period (Green, Kolesar and Soares 2001), Erlang A (Mandelbaum and Zeltyn 2005).
 * Units: contacts, agents, hours. Cost: intervals × (memberships + Erlang A a queue).
 */
export function runFlow(network: Network, options: FlowOptions = {}): FlowRecords {
  const { observe, control } = options;
  const { grid, dayOf } = network;
  const label = options.label ?? 'running the plan';
  const { from, to } = options.range ?? { from: 0, to: grid.intervals };
  const run = startRun(network, options.modifiers);
  for (let t = from; t < to; t++) {
    if ((t & 1023) === 0) checkpoint(control, (t - from) / (to - from), label);
    takeStock(run, t);
    offerContacts(run, t);
    assignAgents(run);
    serveQueues(run, t);
    countHours(run, t);
    observe?.(t, run.view);
    if (t + 1 === to || dayOf[t + 1] !== dayOf[t]) closeDay(run, dayOf[t]!);
  }
  run.records.redialsPending.set(run.redials);
  checkpoint(control, 1, label);
  return run.records;
}
