import type { Modifiers } from '../disruption';
import { add, type FlowRun } from './flow-run';
import { COVER_PER_PRIORITY, shareAgents } from './share-agents';

/** Agents on duty in an interval: as scheduled, as fast as their tenure allows, less what a disruption takes. */
export function takeStock(run: FlowRun, t: number): void {
  const { network, modifiers, records, sharing, up, hours } = run;
  const { duty } = network;
  const day = network.dayOf[t]!;
  const week = network.weekOf[t]!;
  const disturbed = modifiers !== undefined && t >= modifiers.from && t < modifiers.to;
  for (let team = 0; team < up.length; team++) {
    const planned = duty.onDuty[team]![t]!;
    sharing.agents[team] = planned;
    sharing.speed[team] = duty.heads[team]!.speed[week]!;
    up[team] = planned > 0 ? 1 : 0;
    if (disturbed && planned > 0) {
      disturb(run, modifiers, team, t, duty.seatLimit[team]![week]!);
      up[team] = sharing.agents[team]! / planned;
    }
    add(records.teamHours, team * records.days + day, sharing.agents[team]! * hours);
  }
  if (modifiers) redirect(run, modifiers, t);
}

/** Routes that a disruption closes, and priorities that a playbook shifts. */
function redirect(run: FlowRun, modifiers: Modifiers, t: number): void {
  const { routeOpen, fair, usualFair } = run;
  if (modifiers.routes.length > 0) {
    for (let edge = 0; edge < routeOpen.length; edge++) run.sharing.reach[edge] = routeOpen[edge]?.[t] ?? 1;
  }
  for (let queue = 0; queue < fair.length; queue++) {
    const gained = modifiers.priority[run.network.queues[queue]!.stream]?.[t] ?? 0;
    fair[queue] = usualFair[queue]! + COVER_PER_PRIORITY * gained;
  }
}

/** Applies a disruption to one team: seats and people lost, people gone on from home, slower work. */
function disturb(run: FlowRun, modifiers: Modifiers, team: number, t: number, seatLimit: number): void {
  const { agents, speed } = run.sharing;
  const people = agents[team]! * (modifiers.people[team]?.[t] ?? 1);
  const seats = modifiers.seats[team]?.[t];
  const unlimited = seats === undefined || seatLimit === Number.POSITIVE_INFINITY;
  const seated = unlimited ? people : Math.min(people, seatLimit * seats);
  const atHome = Math.max(0, Math.min(people - seated, people * (modifiers.home[team]?.[t] ?? 0)));
  const working = seated + atHome;
  agents[team] = working;
  if (working > 0) speed[team] = (speed[team]! * (seated + atHome * (modifiers.homeOutput[team]?.[t] ?? 1))) / working;
  speed[team] = speed[team]! / (modifiers.teamHandleTime[team]?.[t] ?? 1);
}

/** Divides the agents over the queues, lends idle ones to backlog, and adds up what each queue has. */
export function assignAgents(run: FlowRun): void {
  const { network, sharing, view, fair } = run;
  const { edgeQueue, edgeTeam, edgeSpeed } = network;
  shareAgents(network, sharing, fair);
  lendIdle(run);
  view.agents.fill(0);
  for (let edge = 0; edge < edgeQueue.length; edge++) {
    add(view.agents, edgeQueue[edge]!, sharing.given[edge]! * edgeSpeed[edge]! * sharing.speed[edgeTeam[edge]!]!);
  }
}

/** Gives deferrable queues the agents that real-time queues have beyond their need, as far as there is work. */
function lendIdle(run: FlowRun): void {
  const { extra, live } = run;
  const { given, cover, reach } = run.sharing;
  const { teamEdges, teamStarts, edgeQueue } = run.network;
  for (let team = 0; team + 1 < teamStarts.length; team++) {
    const first = teamStarts[team]!;
    const last = teamStarts[team + 1]!;
    let wanted = 0;
    let idle = 0;
    for (let at = first; at < last; at++) {
      const edge = teamEdges[at]!;
      const queue = edgeQueue[edge]!;
      wanted += extra[queue]! * reach[edge]!;
      if (live[queue] && cover[queue]! > 1) idle += given[edge]! * (1 - 1 / cover[queue]!);
    }
    if (wanted <= 0 || idle <= 0) continue;
    const lent = Math.min(1, wanted / idle);
    for (let at = first; at < last; at++) {
      const edge = teamEdges[at]!;
      const queue = edgeQueue[edge]!;
      if (live[queue] && cover[queue]! > 1) given[edge] = given[edge]! * (1 - lent * (1 - 1 / cover[queue]!));
      if (extra[queue]! <= 0) continue;
      const more = (idle * lent * extra[queue]! * reach[edge]!) / wanted;
      given[edge] = given[edge]! + more;
      extra[queue] = Math.max(0, extra[queue]! - more);
    }
  }
}
