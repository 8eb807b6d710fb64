import { EDGE_COUNT, EDGE_COUNTS, STREAM_COUNT } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';

/**
 * Hours and contacts by queue membership and week.
 *
 * Idle agents count for the queues that would need more than they use, and where none does, for those that use them.
 */
export function countHours(run: FlowRun, t: number): void {
  const { network, records, sharing, view, hours, used, slack, perTeam } = run;
  const { edgeQueue, edgeTeam, edgeSpeed, queues } = network;
  const week = network.weekOf[t]!;
  const rows = network.dayOf[t]!;
  perTeam.fill(0);
  for (let edge = 0; edge < edgeQueue.length; edge++) {
    if (used[edge]! <= 0) continue;
    const team = edgeTeam[edge]!;
    perTeam[team] = perTeam[team]! + used[edge]! * (slack[edgeQueue[edge]!]! + EVEN);
  }
  view.agents.fill(0);
  for (let edge = 0; edge < edgeQueue.length; edge++) {
    const busy = used[edge]!;
    view.given[edge] = busy;
    if (busy <= 0) continue;
    const queue = edgeQueue[edge]!;
    const team = edgeTeam[edge]!;
    const idle = (sharing.left[team]! * busy * (slack[queue]! + EVEN)) / perTeam[team]!;
    const stream = queues[queue]!.stream;
    const speed = edgeSpeed[edge]! * sharing.speed[team]!;
    const place = (edge * records.weeks + week) * EDGE_COUNTS;
    view.given[edge] = busy + idle;
    add(view.agents, queue, (busy + idle) * speed);
    add(records.edges, place + EDGE_COUNT.dutyHours, (busy + idle) * hours);
    add(records.edges, place + EDGE_COUNT.handlingHours, busy * hours);
    add(records.edges, place + EDGE_COUNT.answered, (busy * speed * hours) / run.handleHours[stream]!);
    add(records.streams, streamRow(records, stream, rows) + STREAM_COUNT.dutyHours, (busy + idle) * hours);
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
    add(view.occupancy, queue, output / view.agents[queue]!);
  }
}

/** Backlog is a level: it is noted when a day ends. */
export function closeDay(run: FlowRun, day: number): void {
  run.network.queues.forEach((queue, at) => {
    const backlog = run.backlogs[at]?.backlog ?? 0;
    add(run.records.streams, streamRow(run.records, queue.stream, day) + STREAM_COUNT.backlog, backlog);
  });
}
