import type { Modifiers } from '../../disruption';
import type { Stream } from '../../plan';
import { divideContacts } from '../flow-demand';
import { type FlowRecords, STREAM_COUNT, STREAM_COUNTS } from '../flow-records';
import { type FlowRun, startRun } from '../flow-run';
import { closeRoutes, takeStock } from '../flow-supply';
import type { Network } from '../network';
import type { ContactGroup, ContactModel, ContactStream } from './contact-model';
import { contactQueue } from './plan-queue';
import { contactStream } from './plan-stream';

/** A stretch of a plan as the simulator runs it, and how its seconds are the plan's days. */
export interface PlanContacts {
  readonly network: Network;
  readonly model: ContactModel;
  /** First interval of the run, and first day that is counted; what comes before warms up. */
  readonly firstInterval: number;
  readonly firstDay: number;
  /** Seconds at which each counted day starts; one entry more than days. */
  readonly dayStarts: Float64Array;
}

export interface PlanContactsOptions {
  /** First day counted and number of days, by their place in the horizon. */
  readonly fromDay: number;
  readonly days: number;
  readonly modifiers?: Modifiers | undefined;
  /** Days run before those that are counted; unless given, as long as the longest promise, two to seven. */
  readonly warmupDays?: number | undefined;
  /** Flow's counts under the same modifiers: what it has of work that can wait when the run begins is there as well. */
  readonly flow?: FlowRecords | undefined;
}

/**
 * Makes some days of a plan ready for the contact-by-contact simulation.
 *
 * Demand, agents on duty, their speed, disruptions and the split of contacts over teams are those that `flow` uses, by
 * the same functions. A run starts `warmupDays` before the first day that is counted, with nobody on the line; backlog from
 * before comes within its first interval, as if it were new: its age is wrong while the run warms up.
 *
 * Cost: intervals × (teams + streams).
 */
export function planContacts(network: Network, options: PlanContactsOptions): PlanContacts {
  const { grid, plan, queues } = network;
  const warmup = options.warmupDays ?? usualWarmup(plan.streams);
  const firstDay = options.fromDay;
  const startDay = Math.max(0, firstDay - warmup);
  const firstInterval = grid.dayStarts[startDay]!;
  const endInterval = grid.dayStarts[firstDay + options.days]!;
  const count = endInterval - firstInterval;
  const seconds = grid.intervalMinutes * 60;
  const run = startRun(network, options.modifiers);
  const supply = readSupply(run, firstInterval, count);
  const streams = plan.streams.map((_, at): ContactStream => {
    const waiting = options.flow && startDay > 0 ? backlogAfter(options.flow, at, startDay - 1) : 0;
    return contactStream(run, at, firstInterval, endInterval, waiting);
  });
  const model: ContactModel = {
    end: count * seconds,
    finishAll: false,
    periods: Float64Array.from({ length: count }, (_, at) => at * seconds),
    streams,
    groups: plan.teams.map(
      ({ id }, team): ContactGroup => ({ name: id, agents: supply.agents[team]!, speed: supply.speed[team]! }),
    ),
    queues: queues.map((_, at) => contactQueue(run, at, streams, supply.share[at]!, firstInterval, endInterval)),
  };
  const dayStarts = Float64Array.from(
    { length: options.days + 1 },
    (_, day) => (grid.dayStarts[firstDay + day]! - firstInterval) * seconds,
  );
  return { network, model, firstInterval, firstDay, dayStarts };
}

function backlogAfter({ streams, days }: FlowRecords, stream: number, day: number): number {
  return streams[(stream * days + day) * STREAM_COUNTS + STREAM_COUNT.backlog]!;
}

/** Deferrable work that was there before takes as long as its promise to be as if it had always been. */
function usualWarmup(streams: readonly Stream[]): number {
  const hours = streams.map(({ target }) => (target.kind === 'complete-within' ? target.hours : 0));
  return Math.min(7, Math.max(2, Math.ceil(Math.max(...hours) / 24)));
}

/** Agents, speed and split of each interval, as `flow` has them. */
function readSupply(run: FlowRun, first: number, count: number) {
  const { sharing, network, view } = run;
  const columns = (length: number) => Array.from({ length }, () => new Float64Array(count));
  const agents = columns(network.plan.teams.length);
  const speed = columns(network.plan.teams.length);
  const share = columns(network.queues.length);
  const teams = Uint16Array.from(agents, (_, team) => team);
  const edges = Uint16Array.from(network.edgeQueue, (_, edge) => edge);
  for (let at = 0; at < count; at++) {
    takeStock(run, teams, first + at);
    closeRoutes(run, edges, first + at);
    for (let team = 0; team < agents.length; team++) {
      agents[team]![at] = sharing.agents[team]!;
      speed[team]![at] = sharing.speed[team]!;
    }
    for (let stream = 0; stream < network.plan.streams.length; stream++) divideContacts(run, stream, 1, first + at);
    for (let queue = 0; queue < share.length; queue++) share[queue]![at] = view.offered[queue]!;
  }
  return { agents, speed, share };
}
