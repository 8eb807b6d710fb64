import { STREAM_COUNT } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';
import type { Island } from './islands';
import { serveLive } from './live-queue';
import { measureParts } from './own-parts';
import type { ServiceGroup } from './service-order';
import { shareAgents } from './share-agents';

/** Of the hands that messages hold, those that chats would have had; the others lie beyond what chats may fill. */
const HANDS_LOST = 0.6;

/**
 * Serves an island's queues of an interval in the order of their priority: each group takes what it uses of its teams' time,
 * the next what is left. Deferrable work that has become urgent goes before all other deferrable work.
 */
export function serveQueues(run: FlowRun, at: number, t: number): void {
  const island = run.network.islands[at]!;
  const { queues, teams, edges } = island;
  let busy = false;
  for (let i = 0; i < queues.length; i++) if (run.sharing.need[queues[i]!]! > 0) busy = true;
  for (let i = 0; i < edges.length; i++) run.used[edges[i]!] = 0;
  if (!busy) {
    for (let i = 0; i < queues.length; i++) {
      idleQueue(run, queues[i]!);
      run.backlogs[queues[i]!]?.expire(t);
    }
    return;
  }
  const orders = run.orders.at(t, at);
  for (let i = 0; i < teams.length; i++) {
    const team = teams[i]!;
    run.engaged[team] = 0;
    run.inHand[team] = 0;
    run.packed[team] = 0;
  }
  askTeams(run, island);
  for (const order of orders) serveInTurn(run, order, t);
  for (let i = 0; i < queues.length; i++) run.backlogs[queues[i]!]?.expire(t);
}

function serveInTurn(run: FlowRun, order: readonly ServiceGroup[], t: number): void {
  let urgentDone = false;
  for (const group of order) {
    if (!urgentDone && (run.backlogs[group.queues[0]!]?.backlog ?? 0) > 0) {
      urgentDone = true;
      for (const other of order) serveUrgent(run, other, t);
    }
    serveGroup(run, group, t);
  }
}

/** What every team will be asked for, if all who can serve a queue carry its load alike. */
function askTeams(run: FlowRun, { queues, teams }: Island): void {
  const { network, sharing, asked, askedInHand, askedPacked, askRate, reserve, backlogged } = run;
  const { queueEdges, edgeTeam } = network;
  const keptFree = unplannedWaits(run, queues) ? network.keptFree : network.keptFreeWithout;
  for (let i = 0; i < teams.length; i++) {
    const team = teams[i]!;
    asked[team] = 0;
    askedInHand[team] = 0;
    askedPacked[team] = 0;
    reserve[team] = 0;
    backlogged[team] = 0;
  }
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    askRate[queue] = 0;
    if (run.backlogs[queue] || sharing.need[queue]! <= 0) continue;
    const agents = outputOf(run, queue, null);
    if (agents <= 0) continue;
    const kept = Math.min(1, keptFree[queue]! / agents);
    askRate[queue] = loadOf(run, queue) / agents;
    ask(run, queue, 1);
    for (let edge = queueEdges[queue]!; edge < queueEdges[queue + 1]!; edge++) {
      const team = edgeTeam[edge]!;
      reserve[team] = reserve[team]! + sharing.agents[team]! * sharing.reach[edge]! * kept;
    }
  }
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    const backlog = run.backlogs[queue];
    if (!backlog || backlog.backlog <= 0) continue;
    const free = outputOf(run, queue, asked);
    const part = free > 0 ? Math.min(1, loadOf(run, queue) / free) : 1;
    for (let edge = queueEdges[queue]!; edge < queueEdges[queue + 1]!; edge++) {
      const team = edgeTeam[edge]!;
      if (sharing.reach[edge]! > 0) backlogged[team] = Math.max(backlogged[team]!, part);
    }
  }
}

/** Whether a playbook's calls to make wait: only then do they keep agents free for those who call. */
function unplannedWaits({ network: { unplanned }, backlogs }: FlowRun, queues: Uint16Array): boolean {
  for (let i = 0; i < unplanned.length; i++) {
    const queue = unplanned[i]!;
    if ((backlogs[queue]?.backlog ?? 0) > 0 && queues.includes(queue)) return true;
  }
  return false;
}

/** Adds a queue's load to what its teams are asked for, or takes it off again (sign -1). */
function ask(run: FlowRun, queue: number, sign: number): void {
  const { asked, askedInHand, askedPacked, askRate, sharing, network, facts } = run;
  const { queueEdges, edgeTeam } = network;
  const stream = run.streamOf[queue]!;
  const hands = facts.concurrency[stream]! > 1 ? facts.concurrency[stream]! / facts.stretch[stream]! : 0;
  const rate = sign * askRate[queue]!;
  for (let edge = queueEdges[queue]!; edge < queueEdges[queue + 1]!; edge++) {
    const team = edgeTeam[edge]!;
    const agents = sharing.agents[team]! * sharing.reach[edge]! * rate;
    if (hands > 0) {
      askedInHand[team] = Math.max(0, askedInHand[team]! + agents * hands);
      askedPacked[team] = Math.max(0, askedPacked[team]! + agents);
    } else asked[team] = Math.max(0, asked[team]! + agents);
  }
}

/** Agents that a queue's contacts, or its whole backlog, would keep busy in this interval. */
function loadOf(run: FlowRun, queue: number): number {
  const contacts = run.backlogs[queue]?.backlog ?? run.view.offered[queue]!;
  return (contacts * run.handleHours[run.streamOf[queue]!]!) / run.hours;
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
  const { sharing } = run;
  const { queues } = group;
  let busy = false;
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    if (sharing.need[queue]! > 0) busy = true;
    else idleQueue(run, queue);
  }
  if (!busy) return;
  for (let i = 0; i < queues.length; i++) ask(run, queues[i]!, -1);
  findLeft(run, group);
  shareAgents(queues, run.network, sharing, run.perTeam);
  for (let i = 0; i < queues.length; i++) measureParts(run, queues[i]!, group.concurrency);
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    if (sharing.need[queue]! <= 0) continue;
    if (run.backlogs[queue]) workOffBacklog(run, queue, t, Number.POSITIVE_INFINITY);
    else serveLive(run, queue, t, group.neighbors[i]!);
  }
  for (let i = 0; i < queues.length; i++) engage(run, queues[i]!);
}

/** Urgent deferrable work of a group. */
function serveUrgent(run: FlowRun, group: ServiceGroup, t: number): void {
  const { queues } = group;
  let urgent = false;
  for (let i = 0; i < queues.length; i++) if ((run.backlogs[queues[i]!]?.urgent ?? 0) > 0) urgent = true;
  if (!urgent) return;
  findLeft(run, group);
  shareAgents(queues, run.network, run.sharing, run.perTeam);
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    const backlog = run.backlogs[queue];
    if (!backlog || backlog.urgent <= 0) continue;
    workOffBacklog(run, queue, t, backlog.urgent);
    engage(run, queue);
  }
}

/** Agents of the group's teams who are left, and who are taken, as far as its contacts are concerned. */
function findLeft(run: FlowRun, { teams, concurrency }: ServiceGroup): void {
  const { sharing, taken, engaged, inHand, packed } = run;
  for (let i = 0; i < teams.length; i++) {
    const team = teams[i]!;
    const agents = sharing.agents[team]!;
    // Whoever has a chat in hand can take another, but nothing else; few chats are spread over many agents.
    const chats = concurrency > 1 ? (HANDS_LOST * inHand[team]!) / concurrency : (inHand[team]! + packed[team]!) / 2;
    const here = engaged[team]! + chats;
    const free = concurrency > 1 || chats <= 0 ? agents - here : meanFree(agents - here, chats);
    sharing.left[team] = Math.max(0, Math.min(agents - engaged[team]!, free));
    taken[team] = agents - sharing.left[team]!;
  }
}

/** Notes a queue's agents as taken for the queues that are served after it. */
function engage(run: FlowRun, queue: number): void {
  const { network, used, engaged, inHand, packed, sharing } = run;
  const { queueEdges, edgeTeam } = network;
  const stream = run.streamOf[queue]!;
  const several = run.facts.concurrency[stream]!;
  const stretch = run.facts.stretch[stream]!;
  for (let edge = queueEdges[queue]!; edge < queueEdges[queue + 1]!; edge++) {
    const here = run.fresh[edge]!;
    if (here <= 0) continue;
    const team = edgeTeam[edge]!;
    used[edge] = used[edge]! + here;
    run.fresh[edge] = 0;
    if (several > 1) {
      // Few contacts are spread over agents, and quicker for it; many fill their hands.
      const full = Math.min(1, here / sharing.agents[team]!);
      inHand[team] = inHand[team]! + here * several * (full + (1 - full) / stretch);
      packed[team] = packed[team]! + here;
    } else engaged[team] = engaged[team]! + here;
  }
}

function idleQueue(run: FlowRun, at: number): void {
  run.slack[at] = 0;
  run.own.agents[at] = 0;
  run.own.load[at] = 0;
  run.view.serviceLevel[at] = Number.NaN;
  run.inSystem[at] = 0;
}

/** Mean number free when those at work vary as Poisson numbers do: 0.4 roots of them where none is to spare. */
function meanFree(free: number, busy: number): number {
  return busy > 0 ? (free + Math.sqrt(free * free + 0.637 * busy)) / 2 : free;
}

/** Deferrable work is finished oldest first, by whom real-time queues leave free. */
function workOffBacklog(run: FlowRun, at: number, t: number, most: number): void {
  const { network, records, sharing, view, fresh } = run;
  const { queueEdges, edgeTeam, edgeSpeed } = network;
  const stream = run.streamOf[at]!;
  const handle = run.handleHours[stream]!;
  let agents = 0;
  for (let edge = queueEdges[at]!; edge < queueEdges[at + 1]!; edge++) {
    const team = edgeTeam[edge]!;
    const free = sharing.left[team]!;
    const kept = run.reserve[team]!;
    const part = free > 0 ? (kept > 0 ? meanFree(free - kept, run.taken[team]!) / free : 1) : 0;
    fresh[edge] = sharing.given[edge]! * Math.min(1, part);
    agents += fresh[edge]! * edgeSpeed[edge]! * sharing.speed[team]!;
  }
  const capacity = (agents * run.hours) / handle;
  const finished = run.backlogs[at]!.finish(t, Math.min(most, capacity));
  const part = capacity > 0 ? finished / capacity : 0;
  for (let edge = queueEdges[at]!; edge < queueEdges[at + 1]!; edge++) fresh[edge] = fresh[edge]! * part;
  run.slack[at] = Math.max(0, sharing.need[at]! - agents * part);
  add(records.streams, streamRow(records, stream, network.dayOf[t]!) + STREAM_COUNT.answered, finished);
  view.serviceLevel[at] = Number.NaN;
}
