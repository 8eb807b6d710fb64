import { buildGrid, dateOfDay, type Grid, weekOfIntervals } from '../calendar';
import { type PlannedArrivals, plannedArrivals } from '../demand';
import {
  type DutySchedule,
  dutySchedule,
  effectiveHandleHours,
  planQueues,
  type Queue,
  type TeamOrigin,
  teamOrigins,
} from '../footprint';
import type { Plan } from '../plan';
import { findIslands, type Island } from './islands';
import { keptFree, unplannedQueues } from './kept-free';
import { queueEdgeStarts, type ServiceGroup, serviceOrder } from './service-order';

/** A plan made ready to run: everything that doesn't depend on what goes wrong. */
export interface Network {
  readonly plan: Plan;
  readonly grid: Grid;
  /** Dates of the horizon's days, and for each interval its day and week. */
  readonly days: readonly string[];
  readonly dayOf: Uint16Array;
  readonly weekOf: Uint16Array;
  readonly origins: readonly TeamOrigin[];
  readonly queues: readonly Queue[];
  /** Contacts as planned; the time that they take varies with `handleFactor` of each. */
  readonly arrivals: readonly PlannedArrivals[];
  readonly duty: DutySchedule;
  /** Queue memberships, flattened: queue, team and speed of each. */
  readonly edgeQueue: Uint16Array;
  readonly edgeTeam: Uint16Array;
  readonly edgeSpeed: Float64Array;
  /** The memberships of each queue: from `queueEdges[i]` up to `queueEdges[i + 1]`. */
  readonly queueEdges: Uint16Array;
  /** Parts that have nothing to do with each other. */
  readonly islands: readonly Island[];
  /** In which order queues are served. */
  readonly order: readonly ServiceGroup[];
  /** Hours of an agent's time that a contact of each stream takes on average; × `handleFactor` of its arrivals in an interval. */
  readonly handleHours: Float64Array;
  /** Agents whom deferrable work leaves free for each real-time queue. */
  readonly keptFree: Float64Array;
  /** Deferrable queues without planned work, and agents kept free while they have none. */
  readonly unplanned: Uint16Array;
  readonly keptFreeWithout: Float64Array;
}

/**
 * Prepares a plan for `flow`: calendar, demand, queues and the duty schedule.
 *
 * Use once a plan and run it under as many disruptions as needed; the schedule is made for the undisturbed demand,
 * because nobody rosters for a disaster. A plan that differs from one that is ready in skills and streams alone keeps that
 * one's schedule when it is given: people are on duty as they were rostered. Cost: a few sweeps over intervals × queue
 * memberships.
 */
export function buildNetwork(plan: Plan, rostered?: Network): Network {
  const { startDate, weeks, intervalMinutes, zone } = plan.calendar;
  const grid = buildGrid({ startDate, weeks, intervalMinutes, zone });
  const arrivals = plannedArrivals(plan, grid);
  const queues = planQueues(plan);
  const edges = queues.flatMap((queue, at) => queue.edges.map((edge) => ({ queue: at, ...edge })));
  const dayCount = grid.dayStarts.length - 1;
  const dayOf = new Uint16Array(grid.intervals);
  for (let day = 0; day < dayCount; day++) dayOf.fill(day, grid.dayStarts[day]!, grid.dayStarts[day + 1]!);
  const unplanned = unplannedQueues(plan, queues, arrivals);
  const handleHours = Float64Array.from(plan.streams, (stream) => effectiveHandleHours(stream));
  const kept = keptFree(plan, grid, queues, arrivals, handleHours);
  return {
    plan,
    grid,
    days: Array.from({ length: dayCount }, (_, day) => dateOfDay(grid.startDay + day)),
    dayOf,
    weekOf: weekOfIntervals(grid),
    origins: teamOrigins(plan),
    queues,
    arrivals,
    duty: rostered?.duty ?? dutySchedule(plan, grid, queues, arrivals),
    edgeQueue: Uint16Array.from(edges, (edge) => edge.queue),
    edgeTeam: Uint16Array.from(edges, (edge) => edge.team),
    edgeSpeed: Float64Array.from(edges, (edge) => edge.proficiency),
    queueEdges: queueEdgeStarts(queues),
    islands: findIslands(plan, queues),
    order: serviceOrder(
      plan.streams.map((stream) => stream.priority),
      concurrencyOf(plan),
      queues,
    ),
    handleHours,
    keptFree: kept,
    unplanned,
    keptFreeWithout: unplanned.length === 0 ? kept : keptFree(plan, grid, queues, arrivals, handleHours, unplanned),
  };
}

/** Contacts that an agent works on at once, by stream. */
export function concurrencyOf(plan: Plan): number[] {
  return plan.streams.map((stream) => stream.concurrency?.contacts ?? 1);
}
