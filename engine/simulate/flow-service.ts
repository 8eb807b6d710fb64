import { STREAM_COUNT } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';
import { serveLive } from './live-queue';
import type { ServiceGroup } from './service-order';
import { shareAgents } from './share-agents';

/** Deferrable work leaves this many roots of the agents who are on real-time contacts free for the next of them. */
const RESERVE = 0.8;

/**
 * Serves the queues of an interval in the order of their priority: each group takes what it uses of its teams' time,
 * the next what is left.
 */
export function serveQueues(run: FlowRun, t: number): void {
  run.used.fill(0);
  askTeams(run);
  for (const group of run.orders.at(t)) serveGroup(run, group, t);
}

/** What every team will be asked for, if all who can serve a queue carry its load alike. */
function askTeams(run: FlowRun): void {
  const { network, sharing, asked, askRate } = run;
  const { queueEdges, edgeTeam, edgeSpeed } = network;
  asked.fill(0);
  for (let queue = 0; queue < askRate.length; queue++) {
    askRate[queue] = 0;
    if (sharing.need[queue]! <= 0) continue;
    const load = loadOf(run, queue);
    let agents = 0;
    const last = queueEdges[queue + 1]!;
    for (let edge = queueEdges[queue]!; edge < last; edge++) {
      const team = edgeTeam[edge]!;
      agents += sharing.agents[team]! * edgeSpeed[edge]! * sharing.speed[team]!;
    }
    if (agents <= 0) continue;
    const rate = load / agents;
    askRate[queue] = rate;
    for (let edge = queueEdges[queue]!; edge < last; edge++) {
      const team = edgeTeam[edge]!;
      asked[team] = asked[team]! + sharing.agents[team]! * rate;
    }
  }
}

function loadOf(run: FlowRun, queue: number): number {
  if (run.backlogs[queue]) return run.sharing.need[queue]!;
  return (run.view.offered[queue]! * run.handleHours[run.network.queues[queue]!.stream]!) / run.hours;
}

function serveGroup(run: FlowRun, group: ServiceGroup, t: number): void {
  const { network, sharing, taken, asked, askRate, used } = run;
  const { queueEdges, edgeTeam } = network;
  const { queues, teams } = group;
  let busy = false;
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    run.slack[queue] = 0;
    if (sharing.need[queue]! <= 0) idleQueue(run, queue, t);
    else busy = true;
  }
  if (!busy) return;
  for (let i = 0; i < teams.length; i++) {
    const team = teams[i]!;
    taken[team] = sharing.agents[team]! - sharing.left[team]!;
  }
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    const rate = askRate[queue]!;
    for (let edge = queueEdges[queue]!; edge < queueEdges[queue + 1]!; edge++) {
      const team = edgeTeam[edge]!;
      asked[team] = Math.max(0, asked[team]! - sharing.agents[team]! * rate);
    }
  }
  shareAgents(queues, network, sharing, run.perTeam);
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    if (sharing.need[queue]! <= 0) continue;
    if (run.backlogs[queue]) workOffBacklog(run, queue, t);
    else serveLive(run, queue, t);
  }
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    for (let edge = queueEdges[queue]!; edge < queueEdges[queue + 1]!; edge++) {
      const team = edgeTeam[edge]!;
      sharing.left[team] = Math.max(0, sharing.left[team]! - used[edge]!);
    }
  }
}

function idleQueue(run: FlowRun, at: number, t: number): void {
  run.view.occupancy[at] = Number.NaN;
  run.view.serviceLevel[at] = Number.NaN;
  run.inSystem[at] = 0;
  run.backlogs[at]?.expire(t);
}

/** Deferrable work is finished oldest first, by whom real-time queues leave free. */
function workOffBacklog(run: FlowRun, at: number, t: number): void {
  const { network, records, sharing, view, used, taken } = run;
  const { queueEdges, edgeTeam, edgeSpeed } = network;
  const stream = network.queues[at]!.stream;
  const handle = run.handleHours[stream]!;
  const backlog = run.backlogs[at]!;
  let agents = 0;
  for (let edge = queueEdges[at]!; edge < queueEdges[at + 1]!; edge++) {
    const team = edgeTeam[edge]!;
    const free = sharing.left[team]!;
    const usable = free > 0 ? Math.max(0, 1 - (RESERVE * Math.sqrt(taken[team]!)) / free) : 0;
    used[edge] = sharing.given[edge]! * usable;
    agents += used[edge]! * edgeSpeed[edge]! * sharing.speed[team]!;
  }
  const capacity = (agents * run.hours) / handle;
  const finished = backlog.finish(t, capacity);
  backlog.expire(t);
  const part = capacity > 0 ? finished / capacity : 0;
  for (let edge = queueEdges[at]!; edge < queueEdges[at + 1]!; edge++) used[edge] = used[edge]! * part;
  run.slack[at] = Math.max(0, sharing.need[at]! - agents * part);
  const row = streamRow(records, stream, network.dayOf[t]!);
  add(records.streams, row + STREAM_COUNT.answered, finished);
  add(records.streams, row + STREAM_COUNT.handlingHours, finished * handle);
  view.serviceLevel[at] = Number.NaN;
}
