import type { Network } from './network';

/** What `flow` counts for every stream and day; every rate shown anywhere is a quotient of these. */
export const STREAM_COUNT = {
  offered: 0,
  redials: 1,
  answered: 2,
  abandoned: 3,
  lost: 4,
  /** Contacts whose promise was kept or broken by now: all offered, or deferrable ones finished or overdue. */
  judged: 5,
  withinTarget: 6,
  /** Seconds waited by the answered, real-time streams only. */
  waited: 7,
  handlingHours: 8,
  dutyHours: 9,
  /** Deferrable contacts open at the end of the day. */
  backlog: 10,
  /** Answered in real time: what `waited` is divided by. */
  answeredLive: 11,
  /** Contacts that gave up elsewhere, or were passed on, and arrive here; and those that leave this stream so. */
  hopsIn: 12,
  hopsOut: 13,
  /** Of the abandoned: those who could not get through, because the line, channel or market was closed. */
  blocked: 14,
} as const;
export const STREAM_COUNTS = 15;

/** What `flow` counts for every queue membership and week. */
export const EDGE_COUNT = { dutyHours: 0, handlingHours: 1, answered: 2 } as const;
export const EDGE_COUNTS = 3;

/** One count of a queue membership in a week. */
export function edgeCount(records: FlowRecords, edge: number, week: number, count: number): number {
  return records.edges[(edge * records.weeks + week) * EDGE_COUNTS + count]!;
}

/** The flat record of one run; counts only, so that any span and grouping can be added up afterwards. */
export interface FlowRecords {
  /** [stream][day][count] */
  readonly streams: Float64Array;
  /** [membership][week][count] */
  readonly edges: Float64Array;
  /** [team][day]: hours on duty. */
  readonly teamHours: Float64Array;
  /** By stream: redials, and contacts from other streams, still on their way when the horizon ended. */
  readonly redialsPending: Float64Array;
  readonly hopsPending: Float64Array;
  readonly days: number;
  readonly weeks: number;
}

export function emptyRecords(network: Network): FlowRecords {
  const days = network.days.length;
  const { weeks } = network.grid;
  return {
    streams: new Float64Array(network.plan.streams.length * days * STREAM_COUNTS),
    edges: new Float64Array(network.edgeQueue.length * weeks * EDGE_COUNTS),
    teamHours: new Float64Array(network.plan.teams.length * days),
    redialsPending: new Float64Array(network.plan.streams.length),
    hopsPending: new Float64Array(network.plan.streams.length),
    days,
    weeks,
  };
}
