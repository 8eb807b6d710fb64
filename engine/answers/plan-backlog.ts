import type { Plan } from '../plan';
import { type Network, STREAM_COUNT, STREAM_COUNTS } from '../simulate';
import type { RunControl } from '../units';
import { preparePlan } from './prepared-plan';
import { type Provenance, provenance } from './provenance';

/** Work that can wait, day by day: what came, what was done, what is left and how old it is. */
export interface BacklogStream {
  readonly id: string;
  readonly name: string;
  readonly hoursToComplete: number;
  readonly arrived: Float64Array;
  readonly finished: Float64Array;
  /** Open at the end of each day. */
  readonly open: Float64Array;
  /** Age of the oldest of them at the end of each day, hours; 0 when there are none. */
  readonly oldestHours: Float64Array;
  /** Open past their hours at the end of each day. */
  readonly overdue: Float64Array;
}

/** Backlog and age of every stream with a promise in hours. */
export interface BacklogAnswer {
  readonly days: readonly string[];
  readonly streams: readonly BacklogStream[];
  readonly provenance: Provenance;
}

/** Less than this of a contact is none: the noise of adding up a year. */
const NONE = 1e-6;

/**
 * Backlog and its age over the whole plan, for each stream with a promise in hours: email, back office, cases.
 *
 * Use to see whether work that waits keeps its promise through peaks; for one queue without a plan the calculation `backlog`.
 * The work is done by agents whom live queues leave free, oldest first, as `flow` runs the undisturbed plan.
 *
 * Formula: open = arrived - finished, added up; the oldest open piece is the first whose turn has not come: cumulative arrivals
 * above cumulative finishes. Source: fluid, first in first out. Units: contacts, hours, by day of the planner's zone. Where teams
 * have fixed shares of a stream each has a line of its own; the oldest is then at least so old. Cost: that of the plan's run.
 *
 * @example trackBacklog(plan).streams[0].oldestHours
 */
export function trackBacklog(plan: Plan, control?: RunControl): BacklogAnswer {
  const { network, records, hash } = preparePlan(plan, control);
  const streams = plan.streams.flatMap((stream, at) => {
    if (stream.target.kind !== 'complete-within') return [];
    const { hours } = stream.target;
    const count = (which: number) =>
      Float64Array.from(network.days, (_, day) => records.streams[(at * records.days + day) * STREAM_COUNTS + which]!);
    const flow = {
      arrived: count(STREAM_COUNT.offered),
      finished: count(STREAM_COUNT.answered),
      open: count(STREAM_COUNT.backlog),
    };
    return [{ id: stream.id, name: stream.name, hoursToComplete: hours, ...flow, ...agesOf(network, at, hours, flow) }];
  });
  return {
    days: network.days,
    streams,
    provenance: provenance('Agents left free by live queues, oldest first (fluid), over the undisturbed plan', {
      planHash: hash,
    }),
  };
}

function agesOf(
  { arrivals, grid }: Network,
  stream: number,
  hoursToComplete: number,
  { finished, open }: Pick<BacklogStream, 'finished' | 'open'>,
): Pick<BacklogStream, 'oldestHours' | 'overdue'> {
  const { contacts } = arrivals[stream]!;
  const perHour = 60 / grid.intervalMinutes;
  const promise = Math.round(hoursToComplete * perHour);
  const oldestHours = new Float64Array(open.length);
  const overdue = new Float64Array(open.length);
  let done = 0;
  // Arrivals before `oldest`, all of them finished; and arrivals before `due`, all of them past their hours.
  let [oldest, before, due, dueSoFar] = [0, 0, 0, 0];
  for (let day = 0; day < open.length; day++) {
    done += finished[day]!;
    const end = grid.dayStarts[day + 1]!;
    for (; oldest < end && before + contacts[oldest]! <= done + NONE; oldest++) before += contacts[oldest]!;
    for (; due < end - promise; due++) dueSoFar += contacts[due]!;
    if (open[day]! <= NONE) continue;
    oldestHours[day] = (end - oldest) / perHour;
    overdue[day] = Math.min(open[day]!, Math.max(0, dueSoFar - done));
  }
  return { oldestHours, overdue };
}
