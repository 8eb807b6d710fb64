import type { Modifiers } from '../disruption';
import { add, type FlowRun } from './flow-run';

/** Agents on duty in an interval: as scheduled, as fast as their tenure allows, less what a disruption takes. */
export function takeStock(run: FlowRun, teams: Uint16Array, t: number): void {
  const { network, modifiers, records, sharing, up, hours } = run;
  const { onDuty, heads, seatLimit } = network.duty;
  const day = network.dayOf[t]!;
  const week = network.weekOf[t]!;
  const disturbed = modifiers !== undefined && t >= modifiers.from && t < modifiers.to;
  for (let i = 0; i < teams.length; i++) {
    const team = teams[i]!;
    const planned = onDuty[team]![t]!;
    sharing.agents[team] = planned;
    sharing.speed[team] = heads[team]!.speed[week]!;
    up[team] = planned > 0 ? 1 : 0;
    if (disturbed && planned > 0) {
      disturb(run, modifiers, team, t, seatLimit[team]![week]!);
      up[team] = sharing.agents[team]! / planned;
    }
    sharing.left[team] = sharing.agents[team]!;
    add(records.teamHours, team * records.days + day, sharing.agents[team]! * hours);
  }
}

/** Routes that a disruption closes. */
export function closeRoutes({ modifiers, routeOpen, sharing }: FlowRun, edges: Uint16Array, t: number): void {
  if (!modifiers || modifiers.routes.length === 0) return;
  for (let i = 0; i < edges.length; i++) sharing.reach[edges[i]!] = routeOpen[edges[i]!]?.[t] ?? 1;
}

/** Applies a disruption to one team: seats and people lost, people gone on from home, slower work. */
function disturb(run: FlowRun, modifiers: Modifiers, team: number, t: number, seatLimit: number): void {
  const { agents, speed } = run.sharing;
  const people = agents[team]! * (modifiers.people[team]?.[t] ?? 1);
  const seats = modifiers.seats[team]?.[t];
  const unlimited = seats === undefined || seats >= 1 || seatLimit === Number.POSITIVE_INFINITY;
  const seated = unlimited ? people : Math.min(people, seatLimit * seats);
  const atHome = Math.max(0, Math.min(people - seated, people * (modifiers.home[team]?.[t] ?? 0)));
  const working = seated + atHome;
  agents[team] = working;
  if (working > 0) speed[team] = (speed[team]! * (seated + atHome * (modifiers.homeOutput[team]?.[t] ?? 1))) / working;
  speed[team] = speed[team]! / (modifiers.teamHandleTime[team]?.[t] ?? 1);
}
