import { erlangA, type ServiceLevelDefinition } from '../queueing';
import { type FlowView, type Network, runFlow } from '../simulate';

/** Days run before the first one shown, so that backlog is what it would be. */
const WARM_UP_DAYS = 7;

/** A queue's service level as the run has it, or by another definition for the same contacts in the same pool. */
function levelOf(network: Network, queue: number, view: FlowView, definition: ServiceLevelDefinition) {
  const { stream } = network.queues[queue]!;
  const { target, patienceSeconds } = network.plan.streams[stream]!;
  const usual = view.serviceLevel[queue]!;
  if (definition === 'answeredOverOffered' || target.kind !== 'answer-within') return usual;
  const pool = {
    arrivalsPerHour: view.poolRate[queue]! * 3600,
    handleTimeSeconds: view.handleHours[stream]! * 3600,
    agents: view.poolAgents[queue]!,
    patienceSeconds: patienceSeconds ?? Number.POSITIVE_INFINITY,
    targetSeconds: target.seconds,
  };
  // Both counts of one pool: those whom the other definition adds are the same part of who wasn't served in time.
  const counted = erlangA({ ...pool, definition: 'answeredOverOffered' }).serviceLevel;
  const other = erlangA({ ...pool, definition }).serviceLevel;
  return counted < 1 ? usual + ((1 - usual) * (other - counted)) / (1 - counted) : 1;
}

/** Runs the days (and a week before them) and keeps what each stream and site had in every interval. */
export function intervalCover(
  network: Network,
  from: number,
  to: number,
  firstDay: number,
  definition: ServiceLevelDefinition,
) {
  const length = to - from;
  const streams = network.plan.streams.length;
  const rows = () => Array.from({ length: streams }, () => new Float64Array(length));
  const agents = rows();
  const serviceLevel = rows();
  const occupancy = rows();
  const offered = rows();
  const bySite = network.plan.streams.map(() => new Map<string, Float64Array>());
  const { queues, edgeQueue, edgeTeam, edgeSpeed, origins, grid } = network;
  const start = grid.dayStarts[Math.max(0, firstDay - WARM_UP_DAYS)]!;
  runFlow(network, {
    range: { from: start, to },
    observe: (t, view) => {
      if (t < from) return;
      const at = t - from;
      queues.forEach((queue, index) => {
        const weight = view.offered[index]!;
        agents[queue.stream]![at]! += view.agents[index]!;
        if (weight <= 0) return;
        offered[queue.stream]![at]! += weight;
        serviceLevel[queue.stream]![at]! += weight * levelOf(network, index, view, definition);
        occupancy[queue.stream]![at]! += weight * view.occupancy[index]!;
      });
      for (let edge = 0; edge < edgeQueue.length; edge++) {
        const given = view.given[edge]! * edgeSpeed[edge]! * view.speed[edgeTeam[edge]!]!;
        if (given <= 0) continue;
        const sites = bySite[queues[edgeQueue[edge]!]!.stream]!;
        const site = origins[edgeTeam[edge]!]!.site.id;
        const values = sites.get(site) ?? new Float64Array(length);
        values[at]! += given;
        sites.set(site, values);
      }
    },
  });
  for (let stream = 0; stream < streams; stream++) {
    for (let at = 0; at < length; at++) {
      serviceLevel[stream]![at] = serviceLevel[stream]![at]! / offered[stream]![at]!;
      occupancy[stream]![at] = occupancy[stream]![at]! / offered[stream]![at]!;
    }
  }
  return {
    agents,
    offered,
    serviceLevel,
    occupancy,
    bySite: bySite.map((sites) => [...sites].map(([site, values]) => ({ site, agents: values }))),
  };
}
