import type { Modifiers } from '../disruption';
import { safeStaffing } from '../footprint';
import { erlangAKernel, QUEUE_METRIC, QUEUE_METRICS } from '../queueing';
import { checkpoint, type RunControl } from '../units';
import { DeferrableQueue } from './deferrable-queue';
import { EDGE_COUNT, EDGE_COUNTS, emptyRecords, type FlowRecords, STREAM_COUNT, STREAM_COUNTS } from './flow-records';
import type { Network } from './network';
import { agentSharing, fairCover, shareAgents } from './share-agents';

/** Sees each interval as it is computed; for heatmaps and traces. Arrays are reused: copy what is kept. */
export type FlowObserver = (interval: number, view: FlowView) => void;

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

export interface FlowOptions {
  readonly modifiers?: Modifiers | undefined;
  readonly observe?: FlowObserver | undefined;
  /** Intervals to run, for a window of the horizon; it starts without backlog. Records outside stay empty. */
  readonly range?: { readonly from: number; readonly to: number } | undefined;
  readonly control?: RunControl | undefined;
  readonly label?: string | undefined;
}

/**
 * Runs a whole plan interval by interval, in the mean.
 *
 * Every interval: contacts arrive (and those who gave up earlier try again), the agents on duty are shared over the
 * queues that they can serve, real-time queues behave as Erlang A in balance, deferrable work is finished oldest first
 * with what is left. Backlog and redials are carried over. Use it for everything that must answer at once; `contacts`
 * follows single contacts where interaction within an interval matters.
 *
 * Conserved: first attempts + redials = answered + abandoned (+ backlog); abandoned = lost + redials (+ on their way).
 *
 * Source: stationary independent period by period (Green, Kolesar and Soares 2001), Erlang A (Mandelbaum and Zeltyn 2005).
 * Units: contacts, agents, hours. Cost: intervals × (memberships + Erlang A a queue).
 */
export function runFlow(network: Network, options: FlowOptions = {}): FlowRecords {
  const { plan, grid, queues, arrivals, duty, edgeQueue, edgeTeam, edgeSpeed, handleHours, dayOf, weekOf } = network;
  const { modifiers, observe, control } = options;
  const label = options.label ?? 'running the plan';
  const records = emptyRecords(network);
  const hours = grid.intervalMinutes / 60;
  const streamCount = plan.streams.length;
  const work = agentSharing(network);
  const fair = fairCover(network);
  const figures = new Float64Array(QUEUE_METRICS);
  const redialPool = new Float64Array(streamCount);
  const view = {
    offered: new Float64Array(queues.length),
    agents: new Float64Array(queues.length),
    given: work.given,
    speed: work.speed,
    serviceLevel: new Float64Array(queues.length),
    occupancy: new Float64Array(queues.length),
  };
  const queuesOf = plan.streams.map((_, at) => queues.flatMap((queue, index) => (queue.stream === at ? [index] : [])));
  const splitWeight = new Float64Array(queues.length);
  const extra = new Float64Array(queues.length);
  const deferrable = queues.map((queue) => deferrableQueue(network, queue.stream, records));
  const live = Uint8Array.from(deferrable, (backlog) => (backlog === null ? 1 : 0));
  const handle = new Float64Array(streamCount);
  const up = new Float64Array(plan.teams.length);

  const { from, to } = options.range ?? { from: 0, to: grid.intervals };
  for (let t = from; t < to; t++) {
    if ((t & 1023) === 0) checkpoint(control, (t - from) / (to - from), label);
    const day = dayOf[t]!;
    const week = weekOf[t]!;
    const disturbed = modifiers !== undefined && t >= modifiers.from && t < modifiers.to;

    for (let team = 0; team < up.length; team++) {
      const planned = duty.onDuty[team]![t]!;
      const learned = duty.heads[team]!.speed[week]!;
      work.agents[team] = planned;
      work.speed[team] = learned;
      up[team] = planned > 0 ? 1 : 0;
      if (disturbed && planned > 0)
        disturb(modifiers, team, t, planned, duty.seatLimit[team]![week]!, work.agents, work.speed);
      if (disturbed && planned > 0) up[team] = work.agents[team]! / planned;
      records.teamHours[team * records.days + day]! += work.agents[team]! * hours;
    }

    for (let stream = 0; stream < streamCount; stream++) {
      const definition = plan.streams[stream]!;
      const base = (stream * records.days + day) * STREAM_COUNTS;
      const fresh = arrivals[stream]!.contacts[t]! * (modifiers?.demand[stream]?.[t] ?? 1);
      const open = arrivals[stream]!.open[t]!;
      let again = 0;
      if (open > 0) {
        again = redialPool[stream]!;
        redialPool[stream] = 0;
      }
      records.streams[base + STREAM_COUNT.offered]! += fresh;
      records.streams[base + STREAM_COUNT.redials]! += again;
      handle[stream] = handleHours[stream]! * (modifiers?.handleTime[stream]?.[t] ?? 1);
      let weights = 0;
      for (const at of queuesOf[stream]!) {
        const queue = queues[at]!;
        const edge = queue.edges[0];
        // Deferrable work waits out the night with its own team; only an outage moves it.
        const closed = duty.onDuty[edge?.team ?? 0]![t]! <= 0 && !live[at];
        const alive = queue.failover && edge && !closed ? Math.min(1, up[edge.team]!) : 1;
        splitWeight[at] = queue.share * alive;
        weights += splitWeight[at]!;
      }
      for (const at of queuesOf[stream]!) {
        const part = weights > 0 ? splitWeight[at]! / weights : queues[at]!.share;
        const kept = queues[at]!.failover || queuesOf[stream]!.length === 1 ? part : queues[at]!.share;
        view.offered[at] = (fresh + again) * kept;
        const backlog = deferrable[at];
        if (backlog) {
          backlog.add(t, view.offered[at]!);
          const toDo = backlog.backlog * handle[stream]!;
          work.need[at] = toDo / Math.max(hours, 0.6 * hoursToComplete(definition));
          extra[at] = Math.max(0, toDo / hours - work.need[at]!);
        } else {
          work.need[at] = open > 0 ? safeStaffing((view.offered[at]! / (hours * open)) * handle[stream]!) : 0;
          extra[at] = 0;
        }
      }
    }

    shareAgents(network, work, fair);
    lendIdle(network, work.given, work.cover, extra, live);

    view.agents.fill(0);
    for (let edge = 0; edge < edgeQueue.length; edge++) {
      view.agents[edgeQueue[edge]!]! += work.given[edge]! * edgeSpeed[edge]! * work.speed[edgeTeam[edge]!]!;
    }

    for (let at = 0; at < queues.length; at++) {
      const stream = queues[at]!.stream;
      const definition = plan.streams[stream]!;
      const base = (stream * records.days + day) * STREAM_COUNTS;
      const agents = view.agents[at]!;
      const backlog = deferrable[at];
      if (backlog) {
        const capacity = (agents * hours) / handle[stream]!;
        const finished = backlog.finish(t, capacity);
        backlog.expire(t);
        records.streams[base + STREAM_COUNT.answered]! += finished;
        records.streams[base + STREAM_COUNT.handlingHours]! += finished * handle[stream]!;
        view.occupancy[at] = capacity > 0 ? finished / capacity : Number.NaN;
        view.serviceLevel[at] = Number.NaN;
      } else {
        const offered = view.offered[at]!;
        view.occupancy[at] = Number.NaN;
        view.serviceLevel[at] = Number.NaN;
        if (offered > 0) {
          const open = arrivals[stream]!.open[t]!;
          const perSecond = offered / (hours * 3600 * (open > 0 ? open : 1));
          const threshold = definition.target.kind === 'answer-within' ? definition.target.seconds : 20;
          erlangAKernel(perSecond, handle[stream]! * 3600, agents, definition.patienceSeconds!, threshold, figures);
          const abandoned = offered * figures[QUEUE_METRIC.abandonment]!;
          const answered = offered - abandoned;
          const again = abandoned * definition.redialShare;
          redialPool[stream]! += again;
          records.streams[base + STREAM_COUNT.answered]! += answered;
          records.streams[base + STREAM_COUNT.answeredLive]! += answered;
          records.streams[base + STREAM_COUNT.abandoned]! += abandoned;
          records.streams[base + STREAM_COUNT.lost]! += abandoned - again;
          records.streams[base + STREAM_COUNT.judged]! += offered;
          records.streams[base + STREAM_COUNT.withinTarget]! += offered * figures[QUEUE_METRIC.serviceLevel]!;
          records.streams[base + STREAM_COUNT.waited]! += answered > 0 ? answered * figures[QUEUE_METRIC.asa]! : 0;
          records.streams[base + STREAM_COUNT.handlingHours]! += answered * handle[stream]!;
          view.occupancy[at] = figures[QUEUE_METRIC.occupancy]! * (open > 0 ? open : 1);
          view.serviceLevel[at] = figures[QUEUE_METRIC.serviceLevel]!;
        }
      }
    }

    for (let edge = 0; edge < edgeQueue.length; edge++) {
      const given = work.given[edge]!;
      if (given <= 0) continue;
      const queue = edgeQueue[edge]!;
      const stream = queues[queue]!.stream;
      const place = (edge * records.weeks + week) * EDGE_COUNTS;
      const occupancy = view.occupancy[queue]!;
      const busy = Number.isNaN(occupancy) ? 0 : given * hours * occupancy;
      records.edges[place + EDGE_COUNT.dutyHours]! += given * hours;
      records.edges[place + EDGE_COUNT.handlingHours]! += busy;
      records.edges[place + EDGE_COUNT.answered]! +=
        (busy * edgeSpeed[edge]! * work.speed[edgeTeam[edge]!]!) / handle[stream]!;
      records.streams[(stream * records.days + day) * STREAM_COUNTS + STREAM_COUNT.dutyHours]! += given * hours;
    }
    observe?.(t, view);

    if (t + 1 === to || dayOf[t + 1]! !== day) {
      for (let at = 0; at < queues.length; at++) {
        const backlog = deferrable[at];
        if (backlog)
          records.streams[(queues[at]!.stream * records.days + day) * STREAM_COUNTS + STREAM_COUNT.backlog]! +=
            backlog.backlog;
      }
    }
  }
  records.redialsPending.set(redialPool);
  checkpoint(control, 1, label);
  return records;
}

function hoursToComplete(stream: Network['plan']['streams'][number]): number {
  return stream.target.kind === 'complete-within' ? stream.target.hours : 0;
}

function deferrableQueue(network: Network, stream: number, records: FlowRecords): DeferrableQueue | null {
  const definition = network.plan.streams[stream]!;
  if (definition.target.kind !== 'complete-within') return null;
  const promise = Math.round((definition.target.hours * 60) / network.grid.intervalMinutes);
  return new DeferrableQueue(network.grid.intervals, promise, (arrivedAt, contacts, inTime) => {
    const base = (stream * records.days + network.dayOf[arrivedAt]!) * STREAM_COUNTS;
    records.streams[base + STREAM_COUNT.judged]! += contacts;
    if (inTime) records.streams[base + STREAM_COUNT.withinTarget]! += contacts;
  });
}

/** Applies a disruption to one team: seats and people lost, people gone on from home, slower work. */
function disturb(
  modifiers: Modifiers,
  team: number,
  t: number,
  planned: number,
  seatLimit: number,
  agents: Float64Array,
  speed: Float64Array,
): void {
  const people = planned * (modifiers.people[team]?.[t] ?? 1);
  const seats = modifiers.seats[team]?.[t];
  const seated =
    seats === undefined || seatLimit === Number.POSITIVE_INFINITY ? people : Math.min(people, seatLimit * seats);
  const atHome = Math.min(people - seated, people * (modifiers.home[team]?.[t] ?? 0));
  const working = seated + Math.max(0, atHome);
  const output = modifiers.homeOutput[team]!;
  agents[team] = working;
  if (working > 0) speed[team]! *= (seated + Math.max(0, atHome) * output) / working;
  speed[team]! /= modifiers.teamHandleTime[team]?.[t] ?? 1;
}

/** Gives deferrable queues the agents that real-time queues have beyond their need, as far as there is work. */
function lendIdle(
  network: Network,
  given: Float64Array,
  cover: Float64Array,
  extra: Float64Array,
  live: Uint8Array,
): void {
  const { teamEdges, teamStarts, edgeQueue } = network;
  for (let team = 0; team + 1 < teamStarts.length; team++) {
    const first = teamStarts[team]!;
    const last = teamStarts[team + 1]!;
    let wanted = 0;
    let idle = 0;
    for (let at = first; at < last; at++) {
      const edge = teamEdges[at]!;
      const queue = edgeQueue[edge]!;
      wanted += extra[queue]!;
      if (live[queue] && cover[queue]! > 1) idle += given[edge]! * (1 - 1 / cover[queue]!);
    }
    if (wanted <= 0 || idle <= 0) continue;
    const lent = Math.min(1, wanted / idle);
    for (let at = first; at < last; at++) {
      const edge = teamEdges[at]!;
      const queue = edgeQueue[edge]!;
      if (live[queue] && cover[queue]! > 1) given[edge] = given[edge]! * (1 - lent * (1 - 1 / cover[queue]!));
      if (extra[queue]! <= 0) continue;
      const more = (idle * lent * extra[queue]!) / wanted;
      given[edge] = given[edge]! + more;
      extra[queue] = Math.max(0, extra[queue]! - more);
    }
  }
}
