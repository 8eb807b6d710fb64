import { weightedContacts } from '../demand';
import { spreadWork } from '../footprint';
import type { Stream } from '../plan';
import {
  requiredAgentsFractional,
  requiredAgentsSeries,
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
  /** How busy a day is staffed for, over the forecast's, by position of the stream in the plan; the forecast itself without it. */
  readonly busyness?: readonly number[] | undefined;
}

/** As much of a network as the requirement needs: demand, and nobody who serves it. */
export type DemandSide = Pick<Network, 'plan' | 'grid' | 'arrivals' | 'handleHours'>;

/** The load and targets that a stream brings to the staffing formula in an interval. */
export function staffingCase(
  network: DemandSide,
  stream: number,
  interval: number,
  rule: StaffingRule,
): { readonly load: StaffingLoad; readonly targets: StaffingTargets } {
  const { arrivals, grid } = network;
  const open = arrivals[stream]!.open[interval]!;
  const contacts = arrivals[stream]!.contacts[interval]!;
  const factor = arrivals[stream]!.handleFactor?.[interval] ?? 1;
  const busy = contacts * (rule.busyness?.[stream] ?? 1);
  return caseAt(network, stream, open > 0 ? (busy * 60) / (grid.intervalMinutes * open) : 0, factor, rule);
}

function caseAt(network: DemandSide, stream: number, arrivalsPerHour: number, factor: number, rule: StaffingRule) {
  const definition = network.plan.streams[stream]!;
  const patience =
    rule.model === 'erlang-a' ? { patienceSeconds: definition.patienceSeconds ?? Number.POSITIVE_INFINITY } : {};
  return {
    load: { arrivalsPerHour, handleTimeSeconds: network.handleHours[stream]! * factor * 3600, ...patience },
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
  network: DemandSide,
  stream: number,
  from: number,
  to: number,
  rule: StaffingRule,
): Float64Array {
  const needed = new Float64Array(to - from);
  const definition = network.plan.streams[stream]!;
  if (definition.target.kind === 'complete-within') {
    const spread = deferrableNeed(network, stream, rule);
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

function deferrableNeed(network: DemandSide, stream: number, { busyness }: StaffingRule): Float64Array {
  const { target, maxOccupancy } = network.plan.streams[stream]!;
  const hours = target.kind === 'complete-within' ? target.hours : 24;
  const spread = spreadWork(
    weightedContacts(network.arrivals[stream]!),
    hours,
    network.grid,
    network.handleHours[stream]!,
  );
  const busy = busyness?.[stream] ?? 1;
  return Float64Array.from(spread, (agents) => (agents * busy) / maxOccupancy);
}

/**
 * Agent hours that a stream needs in each week of the horizon: the requirement of every interval, added up.
 *
 * The whole horizon is solved as one series, which agrees with `streamRequirement` to a millionth of an agent.
 */
export function weeklyRequirement(
  network: DemandSide & Pick<Network, 'weekOf'>,
  stream: number,
  rule: StaffingRule,
): Float64Array {
  const { grid, weekOf, arrivals, plan } = network;
  const hours = new Float64Array(grid.weeks);
  const perInterval = grid.intervalMinutes / 60;
  const add = (agents: number, t: number) => {
    const week = weekOf[t]!;
    hours[week] = hours[week]! + agents * perInterval;
  };
  if (plan.streams[stream]!.target.kind === 'complete-within') {
    deferrableNeed(network, stream, rule).forEach(add);
    return hours;
  }
  const { contacts, open, handleFactor } = arrivals[stream]!;
  const busy = rule.busyness?.[stream] ?? 1;
  const rates = contacts.map((count, t) => (open[t]! > 0 ? (count * busy) / (perInterval * open[t]!) : 0));
  const { load, targets } = caseAt(network, stream, 0, 1, rule);
  const { arrivalsPerHour: _, ...work } = load;
  requiredAgentsSeries({ ...work, handleFactors: handleFactor }, targets, rates).forEach((agents, t) => {
    add(agents * open[t]!, t);
  });
  return hours;
}
