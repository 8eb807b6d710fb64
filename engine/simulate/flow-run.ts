import { type DisturbedArrivals, disturbedArrivals, type Modifiers } from '../disruption';
import { QUEUE_METRICS } from '../queueing';
import { DeferrableQueue } from './deferrable-queue';
import { emptyRecords, type FlowRecords, STREAM_COUNT, STREAM_COUNTS } from './flow-records';
import type { Network } from './network';
import { type AgentSharing, agentSharing, fairCover } from './share-agents';

/** What one interval looks like once it is computed; for heatmaps and traces. Arrays are reused: copy what is kept. */
export interface FlowView {
  /** Contacts offered in the interval, redials included, by queue. */
  readonly offered: Float64Array;
  /** Agents at full speed by queue, and heads given by each membership. */
  readonly agents: Float64Array;
  readonly given: Float64Array;
  /** Speed of each team's people, learning and disruption considered. */
  readonly speed: Float64Array;
  /** Served within target over offered, and occupancy, by queue; NaN where nothing was offered. */
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
}

/** Everything that a run carries from interval to interval, and the work space of one interval. */
export interface FlowRun {
  readonly network: Network;
  readonly modifiers: Modifiers | undefined;
  /** First attempts as they come under the modifiers. */
  readonly arriving: DisturbedArrivals;
  /** By queue membership: what of the queue's contacts reaches the team, by interval; null where all does. */
  readonly routeOpen: readonly (Float32Array | null)[];
  readonly records: FlowRecords;
  readonly view: FlowView;
  /** Length of an interval. */
  readonly hours: number;
  readonly sharing: AgentSharing;
  readonly fair: Float64Array;
  /** The same while nothing shifts priorities, and the first membership of each queue. */
  readonly usualFair: Float64Array;
  readonly firstEdge: Int32Array;
  /** The queues of each stream. */
  readonly queuesOf: readonly (readonly number[])[];
  /** A backlog for each deferrable queue, null for real-time ones, and the same as a flag. */
  readonly backlogs: readonly (DeferrableQueue | null)[];
  readonly live: Uint8Array;
  /** By stream: those who gave up and will try again, and hours of an agent's time a contact takes now. */
  readonly redials: Float64Array;
  readonly handleHours: Float64Array;
  /** By team: agents on duty over agents planned. */
  readonly up: Float64Array;
  /** By queue: weight in its stream's split, and agents that non-urgent backlog could use. */
  readonly splitWeight: Float64Array;
  readonly extra: Float64Array;
  /** Where the queueing kernel writes. */
  readonly figures: Float64Array;
}

export function startRun(network: Network, modifiers: Modifiers | undefined): FlowRun {
  const { plan, queues, grid } = network;
  const records = emptyRecords(network);
  const sharing = agentSharing(network);
  const backlogs = queues.map((queue) => backlogOf(network, queue.stream, records));
  const perQueue = () => new Float64Array(queues.length);
  return {
    network,
    modifiers,
    arriving: disturbedArrivals(network.arrivals, grid, modifiers),
    routeOpen: routesOf(network, modifiers),
    records,
    view: {
      offered: perQueue(),
      agents: perQueue(),
      given: sharing.given,
      speed: sharing.speed,
      serviceLevel: perQueue(),
      occupancy: perQueue(),
    },
    hours: grid.intervalMinutes / 60,
    sharing,
    fair: fairCover(network),
    usualFair: fairCover(network),
    firstEdge: Int32Array.from(queues, (_, at) => network.edgeQueue.indexOf(at)),
    queuesOf: plan.streams.map((_, at) => queues.flatMap((queue, index) => (queue.stream === at ? [index] : []))),
    backlogs,
    live: Uint8Array.from(backlogs, (backlog) => (backlog === null ? 1 : 0)),
    redials: new Float64Array(plan.streams.length),
    handleHours: new Float64Array(plan.streams.length),
    up: new Float64Array(plan.teams.length),
    splitWeight: perQueue(),
    extra: perQueue(),
    figures: new Float64Array(QUEUE_METRICS),
  };
}

function routesOf({ edgeQueue, edgeTeam, queues }: Network, modifiers: Modifiers | undefined) {
  return Array.from(edgeQueue, (queue, edge): Float32Array | null => {
    const { stream } = queues[queue]!;
    return modifiers?.routes.find((route) => route.team === edgeTeam[edge] && route.stream === stream)?.open ?? null;
  });
}

function backlogOf(network: Network, stream: number, records: FlowRecords): DeferrableQueue | null {
  const { target } = network.plan.streams[stream]!;
  if (target.kind !== 'complete-within') return null;
  const promise = Math.round((target.hours * 60) / network.grid.intervalMinutes);
  return new DeferrableQueue(network.grid.intervals, promise, (arrivedAt, contacts, inTime) => {
    const base = streamRow(records, stream, network.dayOf[arrivedAt]!);
    add(records.streams, base + STREAM_COUNT.judged, contacts);
    if (inTime) add(records.streams, base + STREAM_COUNT.withinTarget, contacts);
  });
}

/** Where the counts of a stream's day begin. */
export function streamRow(records: FlowRecords, stream: number, day: number): number {
  return (stream * records.days + day) * STREAM_COUNTS;
}

export function add(counts: Float64Array, at: number, value: number): void {
  counts[at] = counts[at]! + value;
}
