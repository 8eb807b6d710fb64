import type { SavedBacklog } from './deferrable-queue';
import { EDGE_COUNTS, type FlowRecords, STREAM_COUNT, STREAM_COUNTS } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';
import type { Island } from './islands';
import type { Network } from './network';

/** Contacts by which two runs may differ and still count as being in the same state; noise of floating point is less. */
const SAME = 1e-9;

/** A run's state as a day begins: all that the rest of it depends on. */
export interface FlowCheckpoint {
  readonly redials: Float64Array;
  readonly hops: Float64Array;
  readonly inSystem: Float64Array;
  readonly backlogs: readonly (SavedBacklog | null)[];
  /** Judgments so far of days with work still to be judged: first such day, then judged and within target by stream and day. */
  readonly openDay: number;
  readonly judgments: Float64Array;
  /** What the days of this week before this one have counted, by membership. */
  readonly edges: Float64Array;
}

/** The undisturbed run, and its state at the start of every day. */
export interface BaseRun {
  readonly records: FlowRecords;
  readonly checkpoints: readonly FlowCheckpoint[];
}

export function takeCheckpoint(run: FlowRun, day: number): FlowCheckpoint {
  const { network, backlogs, returning, records } = run;
  const interval = network.grid.dayStarts[day]!;
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
    edges: edgesOf(network, records, Math.floor(day / 7)),
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

function edgesOf(network: Network, records: FlowRecords, week: number): Float64Array {
  const counts = new Float64Array(network.edgeQueue.length * EDGE_COUNTS);
  for (let edge = 0; edge < network.edgeQueue.length; edge++) {
    const place = (edge * records.weeks + week) * EDGE_COUNTS;
    for (let count = 0; count < EDGE_COUNTS; count++)
      counts[edge * EDGE_COUNTS + count] = records.edges[place + count]!;
  }
  return counts;
}

export function copyRecords(records: FlowRecords): FlowRecords {
  return {
    streams: records.streams.slice(),
    edges: records.edges.slice(),
    teamHours: records.teamHours.slice(),
    redialsPending: records.redialsPending.slice(),
    hopsPending: records.hopsPending.slice(),
    days: records.days,
    weeks: records.weeks,
  };
}

/** Puts an island into the base's state as a day begins; records hold the base's from that day on. */
export function resume(run: FlowRun, base: BaseRun, island: Island, day: number): void {
  const { returning } = run;
  const from = base.checkpoints[day]!;
  for (const stream of island.streams) {
    for (let row = stream; row < returning.redials.length; row += returning.streams) {
      returning.redials[row] = from.redials[row]!;
      returning.hops[row] = from.hops[row]!;
    }
  }
  for (const queue of island.queues) {
    run.inSystem[queue] = from.inSystem[queue]!;
    const saved = from.backlogs[queue];
    if (saved) run.backlogs[queue]!.restore(saved);
  }
  // What the base counts from here on is counted anew.
  addLater(run, base, island, day, -1);
}

/** Leaves an island to the base from a day on: the base's judgments on days before it, and its hours in the rest of the week. */
export function leave(run: FlowRun, base: BaseRun, island: Island, day: number): void {
  addLater(run, base, island, day, 1);
}

/** Adds what the base counts from a day on about days before it and about the week that the day is in, or takes it off. */
function addLater({ records }: FlowRun, base: BaseRun, island: Island, day: number, sign: number): void {
  const from = base.checkpoints[day]!;
  const open = day - from.openDay;
  for (const stream of island.streams) {
    for (let k = 0; k < open; k++) {
      const row = streamRow(records, stream, from.openDay + k);
      const place = (stream * open + k) * 2;
      const judged = base.records.streams[row + STREAM_COUNT.judged]! - from.judgments[place]!;
      const within = base.records.streams[row + STREAM_COUNT.withinTarget]! - from.judgments[place + 1]!;
      add(records.streams, row + STREAM_COUNT.judged, sign * judged);
      add(records.streams, row + STREAM_COUNT.withinTarget, sign * within);
    }
  }
  // A week that begins here is emptied, or left, as a whole.
  if (day % 7 === 0) return;
  const week = Math.floor(day / 7);
  for (const edge of island.edges) {
    const place = (edge * records.weeks + week) * EDGE_COUNTS;
    for (let count = 0; count < EDGE_COUNTS; count++) {
      add(
        records.edges,
        place + count,
        sign * (base.records.edges[place + count]! - from.edges[edge * EDGE_COUNTS + count]!),
      );
    }
  }
}

/** Whether an island stands where it stood in a checkpoint of another run, to the noise of floating point. */
export function sameState(run: FlowRun, there: FlowCheckpoint, island: Island, interval: number): boolean {
  const { returning, backlogs, inSystem } = run;
  for (const stream of island.streams) {
    for (let row = stream; row < returning.redials.length; row += returning.streams) {
      if (!near(returning.redials[row]!, there.redials[row]!) || !near(returning.hops[row]!, there.hops[row]!))
        return false;
    }
  }
  for (const queue of island.queues) {
    if (!near(inSystem[queue]!, there.inSystem[queue]!)) return false;
    const backlog = backlogs[queue];
    const saved = there.backlogs[queue];
    if (!backlog || !saved) continue;
    if (!near(backlog.backlog, saved.backlog)) return false;
    const here = backlog.save(interval);
    if (here.from !== saved.from || here.overdueUpTo !== saved.overdueUpTo) return false;
    if (!here.left.every((contacts, at) => near(contacts, saved.left[at]!))) return false;
  }
  return true;
}

const near = (here: number, there: number): boolean => Math.abs(here - there) <= SAME * (1 + Math.abs(there));

/** Empties an island's day of a copy of the base's records before it is run anew, and its week as the week begins. */
export function clearDay({ records }: FlowRun, island: Island, day: number): void {
  for (const stream of island.streams) {
    const row = streamRow(records, stream, day);
    records.streams.fill(0, row, row + STREAM_COUNTS);
  }
  for (const team of island.teams) records.teamHours[team * records.days + day] = 0;
  if (day % 7 !== 0) return;
  for (const edge of island.edges) {
    const place = (edge * records.weeks + day / 7) * EDGE_COUNTS;
    records.edges.fill(0, place, place + EDGE_COUNTS);
  }
}
