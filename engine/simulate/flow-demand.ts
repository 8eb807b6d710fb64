import { safeStaffing } from '../footprint';
import { STREAM_COUNT } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';
import type { Island } from './islands';
import { GAVE_UP, giveUp } from './returning-customers';

/** Backlog is worked off at a pace that finishes it in this part of its promise. */
const PART_OF_PROMISE = 0.6;

/** New contacts and those who come again, divided over each stream's queues; and what each queue then needs. */
export function offerContacts(run: FlowRun, { streams }: Island, t: number): void {
  const { network, modifiers, records, view, sharing, arriving, facts } = run;
  const day = network.dayOf[t]!;
  for (let i = 0; i < streams.length; i++) {
    const stream = streams[i]!;
    const arrivals = network.arrivals[stream]!;
    const fresh = arriving.contacts[stream]![t]!;
    const gone = arriving.turnedAway[stream]?.[t] ?? 0;
    const open = arrivals.open[t]!;
    run.openNow[stream] = open || 1;
    const row = streamRow(records, stream, day);
    const again = welcomeBack(run, stream, row, open > 0);
    run.returning.first[stream] = fresh;
    add(records.streams, row + STREAM_COUNT.offered, fresh + gone);
    // Nobody gets through outside opening hours but to work that waits.
    const shut = open > 0 ? (modifiers?.closed[stream]?.[t] ?? 0) : 1;
    const blocked = (fresh + again) * shut;
    if (blocked + gone > 0) turnAway(run, stream, row, blocked, gone);
    const contacts = shut < 1 ? fresh + again - blocked : 0;
    const planned = network.handleHours[stream]! * (arrivals.handleFactor?.[t] ?? 1);
    run.handleHours[stream] = planned * (modifiers?.handleTime[stream]?.[t] ?? 1);
    run.patience[stream] = facts.patience[stream]!;
    if (again > 0) mixAttempts(run, stream, fresh + again);
    const own = run.queuesOf[stream]!;
    if (contacts > 0) divideContacts(run, stream, contacts, t);
    for (let k = 0; k < own.length; k++) {
      const queue = own[k]!;
      if (contacts <= 0) view.offered[queue] = 0;
      if (run.backlogs[queue]) needOfBacklog(run, queue, t);
      else {
        const offered = view.offered[queue]!;
        const load = (offered / (run.hours * open)) * run.handleHours[stream]!;
        sharing.need[queue] = offered > 0 ? safeStaffing(load) : 0;
      }
    }
  }
}

/** Those who can't get through try again as those who give up do; those turned away by shorter hours don't. */
function turnAway(run: FlowRun, stream: number, row: number, blocked: number, gone: number): void {
  const { streams } = run.records;
  giveUp(run.returning, stream, blocked, run.routes);
  add(streams, row + STREAM_COUNT.blocked, blocked + gone);
  add(streams, row + STREAM_COUNT.abandoned, blocked + gone);
  add(streams, row + STREAM_COUNT.lost, run.routes[GAVE_UP.lost]! + gone);
  add(streams, row + STREAM_COUNT.hopsOut, run.routes[GAVE_UP.hopped]!);
  add(streams, row + STREAM_COUNT.judged, blocked + gone);
}

/** Takes in those who come again once it is open, and says how many. */
function welcomeBack(run: FlowRun, stream: number, counts: number, open: boolean): number {
  const { returning, records } = run;
  let redials = 0;
  let hops = 0;
  if (!open) {
    for (let row = stream; row < returning.came.length; row += returning.streams) returning.came[row] = 0;
    return 0;
  }
  for (let row = stream; row < returning.came.length; row += returning.streams) {
    redials += returning.redials[row]!;
    hops += returning.hops[row]!;
    returning.came[row] = returning.redials[row]! + returning.hops[row]!;
    returning.redials[row] = 0;
    returning.hops[row] = 0;
  }
  add(records.streams, counts + STREAM_COUNT.redials, redials);
  add(records.streams, counts + STREAM_COUNT.hopsIn, hops);
  return redials + hops;
}

/** Handle time and patience of first and later attempts together: a mean of times, and of rates of giving up. */
function mixAttempts(run: FlowRun, stream: number, contacts: number): void {
  const { returning } = run;
  let work = returning.first[stream]!;
  let rate = returning.first[stream]!;
  for (let row = stream; row < returning.came.length; row += returning.streams) {
    work += returning.came[row]! * returning.handleTimeFactor[row]!;
    rate += returning.came[row]! / returning.patienceFactor[row]!;
  }
  run.handleHours[stream] = (run.handleHours[stream]! * work) / contacts;
  run.patience[stream] = (run.patience[stream]! * contacts) / rate;
}

/** A stream's contacts over its queues: fixed shares, moved on to those that are up where failover allows. */
export function divideContacts(run: FlowRun, stream: number, contacts: number, t: number): void {
  const { network, up, backlogs, splitWeight, view } = run;
  const own = run.queuesOf[stream]!;
  if (own.length === 1) {
    view.offered[own[0]!] = contacts;
    return;
  }
  let weights = 0;
  for (let i = 0; i < own.length; i++) {
    const at = own[i]!;
    const queue = network.queues[at]!;
    const team = queue.edges[0]?.team ?? -1;
    // Deferrable work waits out the night with its own team; only an outage moves it.
    const asleep = team >= 0 && backlogs[at] !== null && network.duty.onDuty[team]![t]! <= 0;
    const reached = team >= 0 ? run.sharing.reach[network.queueEdges[at]!]! : 1;
    const alive = queue.failover && team >= 0 && !asleep ? Math.min(1, up[team]!) * reached : 1;
    splitWeight[at] = queue.share * alive;
    weights += splitWeight[at]!;
  }
  for (let i = 0; i < own.length; i++) {
    const at = own[i]!;
    const queue = network.queues[at]!;
    view.offered[at] = contacts * (queue.failover && weights > 0 ? splitWeight[at]! / weights : queue.share);
  }
}

/** What deferrable work asks for: a pace that keeps its promise. It takes more where agents are idle. */
function needOfBacklog(run: FlowRun, at: number, t: number): void {
  const { sharing, view, hours } = run;
  const stream = run.streamOf[at]!;
  const backlog = run.backlogs[at]!;
  backlog.add(t, view.offered[at]!);
  const toDo = backlog.backlog * run.handleHours[stream]!;
  sharing.need[at] = toDo / Math.max(hours, PART_OF_PROMISE * run.facts.promisedHours[stream]!);
}
