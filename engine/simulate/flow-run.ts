import { type DisturbedArrivals, disturbedArrivals, type Modifiers } from '../disruption';
import { QUEUE_METRICS } from '../queueing';
import { DeferrableQueue } from './deferrable-queue';
import { emptyRecords, type FlowRecords, STREAM_COUNT, STREAM_COUNTS } from './flow-records';
import type { Network } from './network';
import { type Returning, returningCustomers } from './returning-customers';
import { ServiceOrders } from './service-orders';
import { type AgentSharing, agentSharing } from './share-agents';
import { type StreamFacts, streamFacts } from './stream-facts';

/** What one interval looks like once it is computed; for heatmaps and traces. Arrays are reused: copy what is kept. */
export interface FlowView {
  /** Contacts offered in the interval, those who come again included, by queue. */
  readonly offered: Float64Array;
  /** Agents at full speed by queue, and heads by membership: those at work, and idle ones where they are wanted most. */
  readonly agents: Float64Array;
  readonly given: Float64Array;
  /** Speed of each team's people, learning and disruption considered. */
  readonly speed: Float64Array;
  /** Served within target over offered, and occupancy, by queue; NaN where nothing was offered. */
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
  /** The pool in which a real-time queue waits: agents at full speed, and contacts a second of all that they do. */
  readonly poolAgents: Float64Array;
  readonly poolRate: Float64Array;
  /** Hours of an agent's time that a contact of each stream takes now. */
  readonly handleHours: Float64Array;
}

/** A queue's part of its teams, by queue, in agents at full speed. */
interface OwnParts {
  readonly agents: Float64Array;
  /** At work for queues served before, and wanted by queues served after. */
  readonly above: Float64Array;
  readonly below: Float64Array;
  /** With chats in hand that keep them from calls, and with no work of lower priority. */
  readonly blocked: Float64Array;
  readonly alone: Float64Array;
  /** Left free by deferrable work, and the part of the interval in which there is such work. */
  readonly reserve: Float64Array;
  readonly backlogged: Float64Array;
  /** Offered load, and its standard deviation from day to day. */
  readonly load: Float64Array;
  readonly spread: Float64Array;
}

/** Everything that a run carries from interval to interval, and the work space of one interval. */
export interface FlowRun {
  readonly network: Network;
  readonly modifiers: Modifiers | undefined;
  /** First attempts as they come under the modifiers. */
  readonly arriving: DisturbedArrivals;
  /** By queue membership: what of the queue's contacts reaches the team, by interval; null where all does. */
  readonly routeOpen: readonly (Float32Array | null)[];
  readonly orders: ServiceOrders;
  readonly facts: StreamFacts;
  readonly records: FlowRecords;
  readonly view: FlowView;
  /** Length of an interval. */
  readonly hours: number;
  readonly sharing: AgentSharing;
  /** The queues of each stream, and the stream of each queue. */
  readonly queuesOf: readonly Uint16Array[];
  readonly streamOf: Uint16Array;
  /** Carried over: backlogs of deferrable queues (null for real-time ones), who will come again, contacts in hand and waiting by queue. */
  readonly backlogs: readonly (DeferrableQueue | null)[];
  readonly returning: Returning;
  readonly inSystem: Float64Array;
  /** By stream: hours of an agent's time that a contact takes now, and seconds of patience. */
  readonly handleHours: Float64Array;
  readonly patience: Float64Array;
  /** By stream: open part of the interval; 1 where it is closed throughout and nothing is offered. */
  readonly openNow: Float64Array;
  /** By team: agents on duty over agents planned, agents already at work, and those whom queues still to come will want. */
  readonly up: Float64Array;
  readonly taken: Float64Array;
  readonly asked: Float64Array;
  /** By team: agents on contacts that take a whole agent, and contacts in hand of which an agent has several. */
  readonly engaged: Float64Array;
  readonly inHand: Float64Array;
  /** Agents whom those contacts fill. */
  readonly packed: Float64Array;
  readonly askedInHand: Float64Array;
  readonly askedPacked: Float64Array;
  /** By team: agents whom deferrable work leaves free, and part of the interval in which it takes all others. */
  readonly reserve: Float64Array;
  readonly backlogged: Float64Array;
  /** By queue: weight in its stream's split, load over all agents who could serve it, output wanted beyond what was used. */
  readonly splitWeight: Float64Array;
  readonly askRate: Float64Array;
  readonly slack: Float64Array;
  /** By queue: what it has of its teams while its group is served. */
  readonly own: OwnParts;
  /** By membership: agents at work, and those of them whom the group being served has taken. */
  readonly used: Float64Array;
  readonly fresh: Float64Array;
  /** Work space: by team, by membership, where the queueing kernel writes, and where the lag is written. */
  readonly perTeam: Float64Array;
  readonly perEdge: Float64Array;
  readonly figures: Float64Array;
  readonly crowd: Float64Array;
  readonly lag: Float64Array;
  /** Where those go who give up. */
  readonly routes: Float64Array;
}

/** Deferrable work older than this part of its promise no longer stands behind other deferrable work. */
export const URGENT_PART = 0.6;

/** A run before its first interval; it counts into the records given, or into empty ones. */
export function startRun(
  network: Network,
  modifiers: Modifiers | undefined,
  records: FlowRecords = emptyRecords(network),
): FlowRun {
  const { plan, queues, grid } = network;
  const routeOpen = routesOf(network, modifiers);
  const sharing = agentSharing(queues.length, plan.teams.length, network.edgeQueue.length);
  const perQueue = () => new Float64Array(queues.length);
  const perTeam = () => new Float64Array(plan.teams.length);
  const perStream = () => new Float64Array(plan.streams.length);
  const handleHours = perStream();
  return {
    network,
    modifiers,
    arriving: disturbedArrivals(network.arrivals, grid, modifiers),
    routeOpen,
    orders: new ServiceOrders(network, modifiers, routeOpen),
    facts: streamFacts(plan),
    records,
    view: {
      offered: perQueue(),
      agents: perQueue(),
      given: new Float64Array(network.edgeQueue.length),
      speed: sharing.speed,
      serviceLevel: perQueue(),
      occupancy: perQueue(),
      poolAgents: perQueue(),
      poolRate: perQueue(),
      handleHours,
    },
    hours: grid.intervalMinutes / 60,
    sharing,
    queuesOf: plan.streams.map((_, at) =>
      Uint16Array.from(queues.flatMap((queue, index) => (queue.stream === at ? [index] : []))),
    ),
    streamOf: Uint16Array.from(queues, (queue) => queue.stream),
    backlogs: queues.map((queue) => backlogOf(network, queue.stream, records)),
    returning: returningCustomers(plan),
    inSystem: perQueue(),
    handleHours,
    patience: perStream(),
    up: perTeam(),
    taken: perTeam(),
    asked: perTeam(),
    engaged: perTeam(),
    inHand: perTeam(),
    packed: perTeam(),
    askedInHand: perTeam(),
    askedPacked: perTeam(),
    reserve: perTeam(),
    backlogged: perTeam(),
    splitWeight: perQueue(),
    askRate: perQueue(),
    slack: perQueue(),
    own: {
      agents: perQueue(),
      above: perQueue(),
      below: perQueue(),
      blocked: perQueue(),
      alone: perQueue(),
      reserve: perQueue(),
      backlogged: perQueue(),
      load: perQueue(),
      spread: perQueue(),
    },
    used: new Float64Array(network.edgeQueue.length),
    fresh: new Float64Array(network.edgeQueue.length),
    openNow: perStream(),
    perTeam: perTeam(),
    perEdge: new Float64Array(network.edgeQueue.length),
    figures: new Float64Array(QUEUE_METRICS),
    crowd: new Float64Array(QUEUE_METRICS),
    lag: new Float64Array(2),
    routes: new Float64Array(2),
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
  const calm = Math.max(1, Math.round(URGENT_PART * promise));
  return new DeferrableQueue(network.grid.intervals, promise, calm, (arrivedAt, contacts, inTime) => {
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
