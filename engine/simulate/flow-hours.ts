import { EDGE_COUNT, EDGE_COUNTS, STREAM_COUNT } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';
import type { Island } from './islands';

/**
 * Hours and contacts by queue membership and week.
 *
 * Idle agents count for the queues that would need more than they use, and where none does, for those that use them.
 */
export function countHours(run: FlowRun, { teams, queues, edges }: Island, t: number): void {
  const { network, records, sharing, view, hours, used, slack, perTeam, taken: busy, streamOf } = run;
  const { edgeQueue, edgeTeam, edgeSpeed } = network;
  const week = network.weekOf[t]!;
  const day = network.dayOf[t]!;
  for (let i = 0; i < teams.length; i++) {
    perTeam[teams[i]!] = 0;
    busy[teams[i]!] = 0;
  }
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!;
    if (used[edge]! <= 0) continue;
    const team = edgeTeam[edge]!;
    busy[team] = busy[team]! + used[edge]!;
    perTeam[team] = perTeam[team]! + used[edge]! * (slack[edgeQueue[edge]!]! + EVEN);
  }
  for (let i = 0; i < queues.length; i++) view.agents[queues[i]!] = 0;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!;
    view.given[edge] = 0;
    if (used[edge]! <= 0) continue;
    const queue = edgeQueue[edge]!;
    const team = edgeTeam[edge]!;
    // Contacts of several streams in one pair of hands: the agent's hour is one hour.
    const atWork = used[edge]! * Math.min(1, sharing.agents[team]! / busy[team]!);
    const free = Math.max(0, sharing.agents[team]! - busy[team]!);
    const idle = (free * used[edge]! * (slack[queue]! + EVEN)) / perTeam[team]!;
    const stream = streamOf[queue]!;
    const speed = edgeSpeed[edge]! * sharing.speed[team]!;
    const place = (edge * records.weeks + week) * EDGE_COUNTS;
    view.given[edge] = atWork + idle;
    add(view.agents, queue, (atWork + idle) * speed);
    add(records.edges, place + EDGE_COUNT.dutyHours, (atWork + idle) * hours);
    add(records.edges, place + EDGE_COUNT.handlingHours, atWork * hours);
    add(records.edges, place + EDGE_COUNT.answered, (used[edge]! * speed * hours) / run.handleHours[stream]!);
    const row = streamRow(records, stream, day);
    add(records.streams, row + STREAM_COUNT.dutyHours, (atWork + idle) * hours);
    add(records.streams, row + STREAM_COUNT.handlingHours, atWork * speed * hours);
  }
}

/** So small a want divides idle agents evenly where nobody wants more. */
const EVEN = 1e-9;

/** Occupancy by queue, for whoever looks at an interval. */
export function fillOccupancy(run: FlowRun): void {
  const { network, view, used, sharing } = run;
  const { edgeQueue, edgeTeam, edgeSpeed } = network;
  for (let at = 0; at < view.occupancy.length; at++) view.occupancy[at] = view.agents[at]! > 0 ? 0 : Number.NaN;
  for (let edge = 0; edge < edgeQueue.length; edge++) {
    const queue = edgeQueue[edge]!;
    if (view.agents[queue]! <= 0) continue;
    const output = used[edge]! * edgeSpeed[edge]! * sharing.speed[edgeTeam[edge]!]!;
    view.occupancy[queue] = Math.min(1, view.occupancy[queue]! + output / view.agents[queue]!);
  }
}

/** Backlog is a level: it is noted when a day ends. */
export function closeDay(run: FlowRun, { queues }: Island, day: number): void {
  for (const queue of queues) {
    const backlog = run.backlogs[queue]?.backlog ?? 0;
    add(run.records.streams, streamRow(run.records, run.streamOf[queue]!, day) + STREAM_COUNT.backlog, backlog);
  }
}
