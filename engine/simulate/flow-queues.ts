import { safeStaffing } from '../footprint';
import type { Stream } from '../plan';
import { erlangAKernel, QUEUE_METRIC, USUAL_TARGET_SECONDS } from '../queueing';
import { EDGE_COUNT, EDGE_COUNTS, STREAM_COUNT } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';

/** Backlog is worked off at a pace that finishes it in this part of its promise. */
const PART_OF_PROMISE = 0.6;

/** New contacts and those who try again, divided over each stream's queues; and what each queue then needs. */
export function offerContacts(run: FlowRun, t: number): void {
  const { network, modifiers, records, redials, handleHours, view } = run;
  const day = network.dayOf[t]!;
  for (let stream = 0; stream < handleHours.length; stream++) {
    const arrivals = network.arrivals[stream]!;
    const fresh = run.arriving.contacts[stream]![t]!;
    const gone = run.arriving.turnedAway[stream]?.[t] ?? 0;
    const open = arrivals.open[t]!;
    const again = open > 0 ? redials[stream]! : 0;
    redials[stream] = redials[stream]! - again;
    const row = streamRow(records, stream, day);
    add(records.streams, row + STREAM_COUNT.offered, fresh + gone);
    add(records.streams, row + STREAM_COUNT.redials, again);
    const blocked = (fresh + again) * (modifiers?.closed[stream]?.[t] ?? 0);
    if (blocked + gone > 0) countBlocked(run, stream, row, blocked, gone);
    const planned = network.handleHours[stream]! * (arrivals.handleFactor?.[t] ?? 1);
    handleHours[stream] = planned * (modifiers?.handleTime[stream]?.[t] ?? 1);
    divideContacts(run, stream, fresh + again - blocked, t);
    for (const queue of run.queuesOf[stream]!) setNeed(run, queue, view.offered[queue]!, open, t);
  }
}

/** Those who can't get through try again as those who give up do; those turned away by shorter hours don't. */
function countBlocked(run: FlowRun, stream: number, row: number, blocked: number, gone: number): void {
  const { streams } = run.records;
  const again = blocked * run.network.plan.streams[stream]!.redialShare;
  add(run.redials, stream, again);
  add(streams, row + STREAM_COUNT.blocked, blocked + gone);
  add(streams, row + STREAM_COUNT.abandoned, blocked + gone);
  add(streams, row + STREAM_COUNT.lost, blocked + gone - again);
  add(streams, row + STREAM_COUNT.judged, blocked + gone);
}

/** A stream's contacts over its queues: fixed shares, moved on to those that are up where failover allows. */
export function divideContacts(run: FlowRun, stream: number, contacts: number, t: number): void {
  const { network, up, live, splitWeight, view } = run;
  const own = run.queuesOf[stream]!;
  let weights = 0;
  for (const at of own) {
    const queue = network.queues[at]!;
    const team = queue.edges[0]?.team ?? -1;
    // Deferrable work waits out the night with its own team; only an outage moves it.
    const asleep = team >= 0 && !live[at] && network.duty.onDuty[team]![t]! <= 0;
    const reached = team >= 0 ? run.sharing.reach[run.firstEdge[at]!]! : 1;
    const alive = queue.failover && team >= 0 && !asleep ? Math.min(1, up[team]!) * reached : 1;
    splitWeight[at] = queue.share * alive;
    weights += splitWeight[at]!;
  }
  for (const at of own) {
    const queue = network.queues[at]!;
    const moves = queue.failover || own.length === 1;
    view.offered[at] = contacts * (moves && weights > 0 ? splitWeight[at]! / weights : queue.share);
  }
}

function setNeed(run: FlowRun, at: number, offered: number, open: number, t: number): void {
  const { network, sharing, extra, hours } = run;
  const stream = network.queues[at]!.stream;
  const handle = run.handleHours[stream]!;
  const backlog = run.backlogs[at];
  extra[at] = 0;
  if (!backlog) {
    sharing.need[at] = open > 0 ? safeStaffing((offered / (hours * open)) * handle) : 0;
    return;
  }
  backlog.add(t, offered);
  const toDo = backlog.backlog * handle;
  const urgent = toDo / Math.max(hours, PART_OF_PROMISE * promisedHours(network.plan.streams[stream]!));
  sharing.need[at] = urgent;
  extra[at] = Math.max(0, toDo / hours - urgent);
}

function promisedHours(stream: Stream): number {
  return stream.target.kind === 'complete-within' ? stream.target.hours : 0;
}

/** What becomes of each queue's contacts with the agents it has. */
export function serveQueues(run: FlowRun, t: number): void {
  for (let at = 0; at < run.network.queues.length; at++) {
    if (run.backlogs[at]) workOffBacklog(run, at, t);
    else serveLive(run, at, t);
  }
}

function workOffBacklog(run: FlowRun, at: number, t: number): void {
  const { network, records, view } = run;
  const stream = network.queues[at]!.stream;
  const handle = run.handleHours[stream]!;
  const backlog = run.backlogs[at]!;
  const capacity = (view.agents[at]! * run.hours) / handle;
  const finished = backlog.finish(t, capacity);
  backlog.expire(t);
  const row = streamRow(records, stream, network.dayOf[t]!);
  add(records.streams, row + STREAM_COUNT.answered, finished);
  add(records.streams, row + STREAM_COUNT.handlingHours, finished * handle);
  view.occupancy[at] = capacity > 0 ? finished / capacity : Number.NaN;
  view.serviceLevel[at] = Number.NaN;
}

function serveLive(run: FlowRun, at: number, t: number): void {
  const { network, records, view, figures, hours } = run;
  const offered = view.offered[at]!;
  view.occupancy[at] = Number.NaN;
  view.serviceLevel[at] = Number.NaN;
  if (offered <= 0) return;
  const stream = network.queues[at]!.stream;
  const definition = network.plan.streams[stream]!;
  const { target } = definition;
  const handle = run.handleHours[stream]!;
  const open = network.arrivals[stream]!.open[t]! || 1;
  const perSecond = offered / (hours * 3600 * open);
  const threshold = target.kind === 'answer-within' ? target.seconds : USUAL_TARGET_SECONDS;
  erlangAKernel(perSecond, handle * 3600, view.agents[at]!, definition.patienceSeconds!, threshold, figures);
  const abandoned = offered * figures[QUEUE_METRIC.abandonment]!;
  const answered = offered - abandoned;
  const again = abandoned * definition.redialShare;
  // A promise about abandonment is kept by answering at all.
  const kept = target.kind === 'abandonment' ? answered : offered * figures[QUEUE_METRIC.serviceLevel]!;
  add(run.redials, stream, again);
  const row = streamRow(records, stream, network.dayOf[t]!);
  const { streams } = records;
  add(streams, row + STREAM_COUNT.answered, answered);
  add(streams, row + STREAM_COUNT.answeredLive, answered);
  add(streams, row + STREAM_COUNT.abandoned, abandoned);
  add(streams, row + STREAM_COUNT.lost, abandoned - again);
  add(streams, row + STREAM_COUNT.judged, offered);
  add(streams, row + STREAM_COUNT.withinTarget, kept);
  add(streams, row + STREAM_COUNT.waited, answered > 0 ? answered * figures[QUEUE_METRIC.asa]! : 0);
  add(streams, row + STREAM_COUNT.handlingHours, answered * handle);
  view.occupancy[at] = figures[QUEUE_METRIC.occupancy]! * open;
  view.serviceLevel[at] = kept / offered;
}

/** Hours and contacts by queue membership and week. */
export function countHours(run: FlowRun, t: number): void {
  const { network, records, sharing, view, hours } = run;
  const { edgeQueue, edgeTeam, edgeSpeed, queues } = network;
  const day = network.dayOf[t]!;
  const week = network.weekOf[t]!;
  for (let edge = 0; edge < edgeQueue.length; edge++) {
    const given = sharing.given[edge]!;
    if (given <= 0) continue;
    const queue = edgeQueue[edge]!;
    const stream = queues[queue]!.stream;
    const place = (edge * records.weeks + week) * EDGE_COUNTS;
    const occupancy = view.occupancy[queue]!;
    const busy = Number.isNaN(occupancy) ? 0 : given * hours * occupancy;
    const output = busy * edgeSpeed[edge]! * sharing.speed[edgeTeam[edge]!]!;
    add(records.edges, place + EDGE_COUNT.dutyHours, given * hours);
    add(records.edges, place + EDGE_COUNT.handlingHours, busy);
    add(records.edges, place + EDGE_COUNT.answered, output / run.handleHours[stream]!);
    add(records.streams, streamRow(records, stream, day) + STREAM_COUNT.dutyHours, given * hours);
  }
}

/** Backlog is a level: it is noted when a day ends. */
export function closeDay(run: FlowRun, day: number): void {
  run.network.queues.forEach((queue, at) => {
    const backlog = run.backlogs[at]?.backlog ?? 0;
    add(run.records.streams, streamRow(run.records, queue.stream, day) + STREAM_COUNT.backlog, backlog);
  });
}
