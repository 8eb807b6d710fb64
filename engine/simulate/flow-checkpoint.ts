import type { SavedBacklog } from './deferrable-queue';
import { type FlowRecords, STREAM_COUNT, STREAM_COUNTS } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';
import type { Network } from './network';

/** Contacts by which two runs may differ and still count as being in the same state; noise of floating point is less. */
const SAME = 1e-9;

/** A run's state as a week begins: all that the rest of it depends on. */
export interface FlowCheckpoint {
  readonly redials: Float64Array;
  readonly hops: Float64Array;
  readonly inSystem: Float64Array;
  readonly backlogs: readonly (SavedBacklog | null)[];
  /** Judgments so far of days with work still to be judged: first such day, then judged and within target by stream and day. */
  readonly openDay: number;
  readonly judgments: Float64Array;
}

export function takeCheckpoint(run: FlowRun, interval: number): FlowCheckpoint {
  const { network, backlogs, returning, records } = run;
  const day = network.dayOf[interval]!;
  let openDay = day;
  for (const backlog of backlogs) {
    if (backlog) openDay = Math.min(openDay, network.dayOf[Math.min(interval, backlog.openFrom)]!);
  }
  return {
    redials: returning.redials.slice(),
    hops: returning.hops.slice(),
    inSystem: run.inSystem.slice(),
    backlogs: backlogs.map((backlog) => backlog?.save(interval) ?? null),
    openDay,
    judgments: judgmentsOf(network, records, openDay, day),
  };
}

/** Judged and within target of some days, a pair a stream and day. */
function judgmentsOf(network: Network, records: FlowRecords, fromDay: number, toDay: number): Float64Array {
  const days = toDay - fromDay;
  const pairs = new Float64Array(network.plan.streams.length * days * 2);
  for (let stream = 0; stream < network.plan.streams.length; stream++) {
    for (let day = 0; day < days; day++) {
      const row = streamRow(records, stream, fromDay + day);
      pairs[(stream * days + day) * 2] = records.streams[row + STREAM_COUNT.judged]!;
      pairs[(stream * days + day) * 2 + 1] = records.streams[row + STREAM_COUNT.withinTarget]!;
    }
  }
  return pairs;
}

/** Puts a fresh run into a saved state, its records holding the base's up to then. */
export function resume(run: FlowRun, from: FlowCheckpoint, week: number): void {
  const { network, records, returning } = run;
  returning.redials.set(from.redials);
  returning.hops.set(from.hops);
  run.inSystem.set(from.inSystem);
  run.backlogs.forEach((backlog, at) => {
    const saved = from.backlogs[at];
    if (backlog && saved) backlog.restore(saved);
  });
  // What the base judged later was judged by then in no run.
  eachOpenDay(network, from, week, (stream, day, judged, within) => {
    const row = streamRow(records, stream, day);
    records.streams[row + STREAM_COUNT.judged] = judged;
    records.streams[row + STREAM_COUNT.withinTarget] = within;
  });
}

/** Adds the judgments that the base makes after a checkpoint on days before it. */
export function addLaterJudgments(run: FlowRun, base: FlowRecords, at: FlowCheckpoint, week: number): void {
  const { network, records } = run;
  eachOpenDay(network, at, week, (stream, day, judged, within) => {
    const row = streamRow(records, stream, day);
    add(records.streams, row + STREAM_COUNT.judged, base.streams[row + STREAM_COUNT.judged]! - judged);
    add(records.streams, row + STREAM_COUNT.withinTarget, base.streams[row + STREAM_COUNT.withinTarget]! - within);
  });
}

function eachOpenDay(
  network: Network,
  at: FlowCheckpoint,
  week: number,
  visit: (stream: number, day: number, judged: number, within: number) => void,
): void {
  const days = week * 7 - at.openDay;
  for (let stream = 0; stream < network.plan.streams.length; stream++) {
    for (let day = 0; day < days; day++) {
      const place = (stream * days + day) * 2;
      visit(stream, at.openDay + day, at.judgments[place]!, at.judgments[place + 1]!);
    }
  }
}

/** Whether a run stands where a checkpoint of another stands, to the noise of floating point. */
export function sameState(run: FlowRun, there: FlowCheckpoint, interval: number): boolean {
  const { returning, backlogs } = run;
  if (!alike(returning.redials, there.redials) || !alike(returning.hops, there.hops)) return false;
  if (!alike(run.inSystem, there.inSystem)) return false;
  return backlogs.every((backlog, at) => {
    const saved = there.backlogs[at];
    if (!backlog || !saved) return true;
    if (Math.abs(backlog.backlog - saved.backlog) > SAME * (1 + saved.backlog)) return false;
    const here = backlog.save(interval);
    return here.from === saved.from && here.overdueUpTo === saved.overdueUpTo && alike(here.left, saved.left);
  });
}

function alike(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < b.length; i++) if (Math.abs(a[i]! - b[i]!) > SAME * (1 + Math.abs(b[i]!))) return false;
  return true;
}

/** Empties a week of a copy of the base's records before it is run anew. */
export function clearWeek(run: FlowRun, week: number): void {
  const { network, records } = run;
  const from = week * 7;
  for (let stream = 0; stream < network.plan.streams.length; stream++) {
    const row = streamRow(records, stream, from);
    records.streams.fill(0, row, row + 7 * STREAM_COUNTS);
  }
  for (let team = 0; team < network.plan.teams.length; team++) {
    records.teamHours.fill(0, team * records.days + from, team * records.days + from + 7);
  }
  const counts = records.edges.length / (network.edgeQueue.length * records.weeks || 1);
  for (let edge = 0; edge < network.edgeQueue.length; edge++) {
    const place = (edge * records.weeks + week) * counts;
    records.edges.fill(0, place, place + counts);
  }
}
