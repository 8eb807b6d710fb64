import { STREAM_COUNT } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';
import { serveLive } from './live-queue';
import type { ServiceGroup } from './service-order';
import { shareAgents } from './share-agents';

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
  const { network, sharing, asked, askRate, reserve, backlogged } = run;
  const { queueEdges, edgeTeam, keptFree, queues } = network;
  asked.fill(0);
  reserve.fill(0);
  backlogged.fill(0);
  for (let queue = 0; queue < askRate.length; queue++) {
    askRate[queue] = 0;
    if (run.backlogs[queue] || sharing.need[queue]! <= 0) continue;
    const agents = outputOf(run, queue, null);
    if (agents <= 0) continue;
    const rate = (run.view.offered[queue]! * run.handleHours[queues[queue]!.stream]!) / (run.hours * agents);
    const kept = Math.min(1, keptFree[queue]! / agents);
    askRate[queue] = rate;
    for (let edge = queueEdges[queue]!; edge < queueEdges[queue + 1]!; edge++) {
      const team = edgeTeam[edge]!;
      asked[team] = asked[team]! + sharing.agents[team]! * rate;
      reserve[team] = reserve[team]! + sharing.agents[team]! * kept;
    }
  }
  for (let queue = 0; queue < askRate.length; queue++) {
    const backlog = run.backlogs[queue];
    if (!backlog || backlog.backlog <= 0) continue;
    const free = outputOf(run, queue, asked);
    const work = (backlog.backlog * run.handleHours[queues[queue]!.stream]!) / run.hours;
    const part = free > 0 ? Math.min(1, work / free) : 1;
    for (let edge = queueEdges[queue]!; edge < queueEdges[queue + 1]!; edge++) {
      const team = edgeTeam[edge]!;
      backlogged[team] = Math.max(backlogged[team]!, part);
    }
  }
}

/** Agents at full speed who serve a queue, less those asked for otherwise. */
function outputOf(run: FlowRun, queue: number, less: Float64Array | null): number {
  const { queueEdges, edgeTeam, edgeSpeed } = run.network;
  const { agents, speed, reach } = run.sharing;
  let sum = 0;
  for (let edge = queueEdges[queue]!; edge < queueEdges[queue + 1]!; edge++) {
    const team = edgeTeam[edge]!;
    const here = less ? Math.max(0, agents[team]! - less[team]!) : agents[team]!;
    sum += here * edgeSpeed[edge]! * speed[team]! * reach[edge]!;
  }
  return sum;
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

/** Mean of the agents beyond a reserve when those at work vary as Poisson numbers do: 0.4 roots where none is to spare. */
function beyondReserve(free: number, busy: number): number {
  return busy > 0 ? (free + Math.sqrt(free * free + 0.637 * busy)) / 2 : free;
}

/** Deferrable work is finished oldest first, by whom real-time queues leave free. */
function workOffBacklog(run: FlowRun, at: number, t: number): void {
  const { network, records, sharing, view, used } = run;
  const { queueEdges, edgeTeam, edgeSpeed } = network;
  const stream = network.queues[at]!.stream;
  const handle = run.handleHours[stream]!;
  const backlog = run.backlogs[at]!;
  let agents = 0;
  for (let edge = queueEdges[at]!; edge < queueEdges[at + 1]!; edge++) {
    const team = edgeTeam[edge]!;
    const free = sharing.left[team]!;
    const part = free > 0 ? beyondReserve(free - run.reserve[team]!, run.taken[team]!) / free : 0;
    used[edge] = sharing.given[edge]! * Math.min(1, part);
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
