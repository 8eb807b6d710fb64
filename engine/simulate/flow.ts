import type { Modifiers } from '../disruption';
import { checkpoint, type RunControl } from '../units';
import {
  addLaterJudgments,
  clearWeek,
  type FlowCheckpoint,
  resume,
  sameState,
  takeCheckpoint,
} from './flow-checkpoint';
import { offerContacts } from './flow-demand';
import { closeDay, countHours, fillOccupancy } from './flow-hours';
import type { FlowRecords } from './flow-records';
import { type FlowRun, type FlowView, startRun } from './flow-run';
import { serveQueues } from './flow-service';
import { takeStock } from './flow-supply';
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

export interface DisturbedOptions {
  readonly control?: RunControl | undefined;
  readonly label?: string | undefined;
  /** Weeks after this one are left as the base's, whether or not all is well again; for who looks no further. */
  readonly lastWeek?: number | undefined;
}

/** The undisturbed run, and its state at the start of every week. */
export interface BaseRun {
  readonly records: FlowRecords;
  readonly checkpoints: readonly FlowCheckpoint[];
}

/** A run under a disruption; weeks before `fromWeek` and from `toWeek` on are the base's. */
export interface DisturbedRun {
  readonly records: FlowRecords;
  readonly fromWeek: number;
  readonly toWeek: number;
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
  const { grid } = network;
  const label = options.label ?? 'running the plan';
  const { from, to } = options.range ?? { from: 0, to: grid.intervals };
  const run = startRun(network, options.modifiers);
  for (let t = from; t < to; t++) {
    if ((t & 1023) === 0) checkpoint(control, (t - from) / (to - from), label);
    step(run, t, to);
    if (observe) {
      fillOccupancy(run);
      observe(t, run.view);
    }
  }
  return finish(run, control, label);
}

/** Runs the undisturbed plan, noting its state week by week, so that `runDisturbed` need run the disturbed weeks alone. */
export function runBase(network: Network, control?: RunControl, label = 'running the plan'): BaseRun {
  const { grid } = network;
  const run = startRun(network, undefined);
  const checkpoints: FlowCheckpoint[] = [];
  for (let week = 0; week < grid.weeks; week++) {
    if ((week & 3) === 0) checkpoint(control, week / grid.weeks, label);
    checkpoints.push(takeCheckpoint(run, grid.weekStarts[week]!));
    runWeek(run, week);
  }
  return { records: finish(run, control, label), checkpoints };
}

/**
 * Runs a plan under a disruption where it differs from the undisturbed plan, and takes over the rest.
 *
 * From the week in which the disruption begins until its effects are over and backlog, queues and redials have returned to
 * the base's. The answer is that of `runFlow` with the same modifiers, to floating-point noise.
 * Cost: the weeks disturbed, and a copy of the records.
 */
export function runDisturbed(
  network: Network,
  base: BaseRun,
  modifiers: Modifiers,
  options: DisturbedOptions = {},
): DisturbedRun {
  const { grid, weekOf } = network;
  const { control, label = 'running the plan', lastWeek = grid.weeks - 1 } = options;
  if (modifiers.to <= modifiers.from) return { records: base.records, fromWeek: 0, toWeek: 0 };
  const fromWeek = weekOf[modifiers.from]!;
  const run = startRun(network, modifiers);
  copyRecords(base.records, run.records);
  resume(run, base.checkpoints[fromWeek]!, fromWeek);
  const until = Math.max(modifiers.to, lastDifference(run.arriving, network));
  for (let week = fromWeek; week < grid.weeks; week++) {
    if ((week & 3) === 0) checkpoint(control, (week - fromWeek) / (grid.weeks - fromWeek), label);
    const start = grid.weekStarts[week]!;
    const there = base.checkpoints[week]!;
    if (week > lastWeek || (start >= until && sameState(run, there, start))) {
      addLaterJudgments(run, base.records, there, week);
      checkpoint(control, 1, label);
      return { records: run.records, fromWeek, toWeek: week };
    }
    clearWeek(run, week);
    runWeek(run, week);
  }
  return { records: finish(run, control, label), fromWeek, toWeek: grid.weeks };
}

/** The interval after the last in which contacts arrive otherwise than planned: some come back after a disruption's end. */
function lastDifference({ contacts, turnedAway }: FlowRun['arriving'], network: Network): number {
  let last = 0;
  network.arrivals.forEach((planned, stream) => {
    const come = contacts[stream]!;
    const gone = turnedAway[stream];
    if (come === planned.contacts && !gone) return;
    for (let t = come.length - 1; t >= last; t--) {
      if (come[t] !== planned.contacts[t] || (gone?.[t] ?? 0) !== 0) last = t + 1;
    }
  });
  return last;
}

function runWeek(run: FlowRun, week: number): void {
  const { weekStarts } = run.network.grid;
  const end = weekStarts[week + 1]!;
  for (let t = weekStarts[week]!; t < end; t++) step(run, t, end);
}

function step(run: FlowRun, t: number, end: number): void {
  const { dayOf } = run.network;
  takeStock(run, t);
  offerContacts(run, t);
  serveQueues(run, t);
  countHours(run, t);
  if (t + 1 === end || dayOf[t + 1] !== dayOf[t]) closeDay(run, dayOf[t]!);
}

function finish(run: FlowRun, control: RunControl | undefined, label: string): FlowRecords {
  const { returning, records } = run;
  records.redialsPending.fill(0);
  records.hopsPending.fill(0);
  returning.redials.forEach((contacts, row) => {
    records.redialsPending[row % returning.streams]! += contacts;
  });
  returning.hops.forEach((contacts, row) => {
    records.hopsPending[row % returning.streams]! += contacts;
  });
  checkpoint(control, 1, label);
  return records;
}

function copyRecords(from: FlowRecords, to: FlowRecords): void {
  to.streams.set(from.streams);
  to.edges.set(from.edges);
  to.teamHours.set(from.teamHours);
  to.redialsPending.set(from.redialsPending);
  to.hopsPending.set(from.hopsPending);
}
