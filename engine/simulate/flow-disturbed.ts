import type { Modifiers } from '../disruption';
import { checkpoint, type RunControl } from '../units';
import { type BaseRun, clearDay, copyRecords, leave, resume, sameState } from './flow-checkpoint';
import type { FlowRecords } from './flow-records';
import { type FlowRun, startRun } from './flow-run';
import { notePending, stepIsland } from './flow-step';
import type { Network } from './network';
import { touchedDays } from './touched-days';

export interface DisturbedOptions {
  readonly control?: RunControl | undefined;
  readonly label?: string | undefined;
  /** Weeks after this one are left as the base's, whether or not all is well again; for who looks no further. */
  readonly lastWeek?: number | undefined;
}

/** A run under a disruption; weeks before `fromWeek` and from `toWeek` on are the base's. */
export interface DisturbedRun {
  readonly records: FlowRecords;
  readonly fromWeek: number;
  readonly toWeek: number;
}

/**
 * Runs a plan under a disruption where it differs from the undisturbed plan, and takes over the rest.
 *
 * Each island (`findIslands`) is run from the first day on which something is different there until its backlog, queues and
 * redials have returned to the base's, and again from the next such day on. The answer is that of `runFlow` with the same
 * modifiers, to floating-point noise. Cost: the days disturbed × the part of the plan that they reach, and a copy of the
 * records.
 */
export function runDisturbed(
  network: Network,
  base: BaseRun,
  modifiers: Modifiers,
  options: DisturbedOptions = {},
): DisturbedRun {
  const { grid, islands, days } = network;
  const { control, label = 'running the plan', lastWeek = grid.weeks - 1 } = options;
  const nothing = { records: base.records, fromWeek: 0, toWeek: 0 };
  if (modifiers.to <= modifiers.from) return nothing;
  const run = startRun(network, modifiers, copyRecords(base.records));
  const end = Math.min(days.length, (lastWeek + 1) * 7);
  const touched = islands.map((island) => touchedDays(run, island, end));
  const first = Math.min(...touched.map((own) => own.indexOf(1)).filter((day) => day >= 0));
  if (first === Number.POSITIVE_INFINITY) return nothing;
  let last = first;
  for (let island = 0; island < islands.length; island++) {
    const part = (done: number) => (island + done) / islands.length;
    last = Math.max(
      last,
      runIsland(run, base, island, touched[island]!, end, (done) => checkpoint(control, part(done), label)),
    );
  }
  checkpoint(control, 1, label);
  return { records: run.records, fromWeek: Math.floor(first / 7), toWeek: Math.ceil(last / 7) };
}

/** Runs an island's disturbed days before a day; returns the day after the last of them, 0 where there are none. */
function runIsland(
  run: FlowRun,
  base: BaseRun,
  at: number,
  touched: Uint8Array,
  end: number,
  progress: (done: number) => void,
): number {
  const { grid, islands } = run.network;
  const island = islands[at]!;
  let day = touched.indexOf(1);
  let last = 0;
  while (day >= 0) {
    resume(run, base, island, day);
    do {
      if (day % 28 === 0) progress(day / end);
      clearDay(run, island, day);
      const stop = grid.dayStarts[day + 1]!;
      for (let t = grid.dayStarts[day]!; t < stop; t++) stepIsland(run, at, t, stop);
      day++;
    } while (
      day < end &&
      (touched[day] === 1 || !sameState(run, base.checkpoints[day]!, island, grid.dayStarts[day]!))
    );
    last = day;
    if (day === base.checkpoints.length) notePending(run, island);
    else leave(run, base, island, day);
    day = day < end ? touched.indexOf(1, day) : -1;
  }
  return last;
}
