import { spreadWork } from '../footprint';
import type { Stream } from '../plan';
import {
  requiredAgentsFractional,
  type ServiceLevelDefinition,
  type StaffingLoad,
  type StaffingTargets,
} from '../queueing';
import type { Network } from '../simulate';

export type StaffingModel = 'erlang-a' | 'erlang-c';

/** By which formula a requirement is found, and how the service level that it holds is counted. */
export interface StaffingRule {
  readonly model: StaffingModel;
  readonly definition: ServiceLevelDefinition;
}

/** The load and targets that a stream brings to the staffing formula in an interval. */
export function staffingCase(
  network: Network,
  stream: number,
  interval: number,
  rule: StaffingRule,
): { readonly load: StaffingLoad; readonly targets: StaffingTargets } {
  const { arrivals, grid } = network;
  const open = arrivals[stream]!.open[interval]!;
  const contacts = arrivals[stream]!.contacts[interval]!;
  return caseAt(network, stream, open > 0 ? (contacts * 60) / (grid.intervalMinutes * open) : 0, rule);
}

function caseAt(network: Network, stream: number, arrivalsPerHour: number, rule: StaffingRule) {
  const definition = network.plan.streams[stream]!;
  const patience =
    rule.model === 'erlang-a' ? { patienceSeconds: definition.patienceSeconds ?? Number.POSITIVE_INFINITY } : {};
  return {
    load: { arrivalsPerHour, handleTimeSeconds: network.handleHours[stream]! * 3600, ...patience },
    targets: targetsOf(definition, rule.definition),
  };
}

function targetsOf(stream: Stream, definition: ServiceLevelDefinition): StaffingTargets {
  const { target, maxOccupancy } = stream;
  switch (target.kind) {
    case 'answer-within':
      return { serviceLevel: target.share, targetSeconds: target.seconds, definition, maxOccupancy };
    case 'abandonment':
      return { maxAbandonment: target.maxShare, maxOccupancy };
    case 'complete-within':
      return { maxOccupancy };
  }
}

/**
 * Agents that a stream needs at full speed in some intervals to keep its promise, in fractions.
 *
 * Real-time streams by Erlang A or C under their target and their occupancy cap; deferrable ones evenly over their
 * promise, at their occupancy cap. NaN where no number of agents would do.
 */
export function streamRequirement(
  network: Network,
  stream: number,
  from: number,
  to: number,
  rule: StaffingRule,
): Float64Array {
  const needed = new Float64Array(to - from);
  const definition = network.plan.streams[stream]!;
  if (definition.target.kind === 'complete-within') {
    const spread = deferrableNeed(network, stream);
    for (let t = from; t < to; t++) needed[t - from] = spread[t]!;
    return needed;
  }
  for (let t = from; t < to; t++) {
    const { load, targets } = staffingCase(network, stream, t, rule);
    if (load.arrivalsPerHour <= 0) continue;
    const solved = requiredAgentsFractional(load, targets);
    needed[t - from] = solved.solved ? solved.agents * network.arrivals[stream]!.open[t]! : Number.NaN;
  }
  return needed;
}

function deferrableNeed(network: Network, stream: number): Float64Array {
  const { target, maxOccupancy } = network.plan.streams[stream]!;
  const hours = target.kind === 'complete-within' ? target.hours : 24;
  const spread = spreadWork(network.arrivals[stream]!.contacts, hours, network.grid, network.handleHours[stream]!);
  return Float64Array.from(spread, (agents) => agents / maxOccupancy);
}

/** Rates at which the curve of required agents is computed exactly; between them its safety margin is interpolated. */
const CURVE_NODES = 96;

/**
 * Agent hours that a stream needs in each week of the horizon.
 *
 * The requirement is computed exactly at 96 rates over the range that occurs, and between them the safety above the
 * load, in units of its square root, is interpolated on the logarithm of the rate: within 0.02 % of the sum over
 * intervals, at a thousandth of the cost.
 */
export function weeklyRequirement(network: Network, stream: number, rule: StaffingRule): Float64Array {
  const { grid, weekOf, arrivals, plan } = network;
  const hours = new Float64Array(grid.weeks);
  const perInterval = grid.intervalMinutes / 60;
  if (plan.streams[stream]!.target.kind === 'complete-within') {
    deferrableNeed(network, stream).forEach((agents, t) => {
      hours[weekOf[t]!]! += agents * perInterval;
    });
    return hours;
  }
  const { contacts, open } = arrivals[stream]!;
  const rate = (t: number) => (open[t]! > 0 ? contacts[t]! / (perInterval * open[t]!) : 0);
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (let t = 0; t < grid.intervals; t++) {
    if (rate(t) <= 0) continue;
    low = Math.min(low, rate(t));
    high = Math.max(high, rate(t));
  }
  if (high === 0) return hours;
  const span = Math.max(1e-9, Math.log(high / low));
  const safety = Float64Array.from({ length: CURVE_NODES }, (_, node) => {
    const { load, targets } = caseAt(network, stream, low * Math.exp((span * node) / (CURVE_NODES - 1)), rule);
    const solved = requiredAgentsFractional(load, targets);
    const erlangs = (load.arrivalsPerHour * load.handleTimeSeconds) / 3600;
    return solved.solved ? (solved.agents - erlangs) / Math.sqrt(erlangs) : Number.NaN;
  });
  for (let t = 0; t < grid.intervals; t++) {
    if (rate(t) <= 0) continue;
    const place = (Math.log(rate(t) / low) / span) * (CURVE_NODES - 1);
    const node = Math.min(CURVE_NODES - 2, Math.max(0, Math.floor(place)));
    const part = Math.min(1, Math.max(0, place - node));
    const beta = safety[node]! * (1 - part) + safety[node + 1]! * part;
    const erlangs = rate(t) * network.handleHours[stream]!;
    hours[weekOf[t]!]! += (erlangs + beta * Math.sqrt(erlangs)) * open[t]! * perInterval;
  }
  return hours;
}
