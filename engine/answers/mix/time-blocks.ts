import { type Network, runFlow } from '../../simulate';

/** Weeks and hours of the day that are looked at together while nothing happens. */
const PERIOD_WEEKS = 4;
const PART_HOURS = 4;

/** Blocks of time: a part of the day in some weeks, period after period. */
export interface TimeBlocks {
  readonly count: number;
  /** The block of each interval. */
  readonly of: Uint16Array;
}

/** Four-hour parts of the day by four weeks: fine enough that a night isn't served by day shifts, nor the peak season by a lull. */
export function calmBlocks(network: Network): TimeBlocks {
  return timeBlocks(network, Math.max(1, Math.round(network.grid.weeks / PERIOD_WEEKS)), 24 / PART_HOURS);
}

/** Parts of the day, as long as each other, in periods of the horizon. */
export function timeBlocks({ grid, dayOf, weekOf }: Network, periods: number, parts: number): TimeBlocks {
  const of = new Uint16Array(grid.intervals);
  for (let t = 0; t < of.length; t++) {
    const hour = ((t - grid.dayStarts[dayOf[t]!]!) * grid.intervalMinutes) / 60;
    // A day on which clocks are put back has an hour more.
    const part = Math.min(parts - 1, Math.floor((hour * parts) / 24));
    of[t] = periodOf(weekOf[t]!, periods, grid.weeks) * parts + part;
  }
  return { count: periods * parts, of };
}

function periodOf(week: number, periods: number, weeks: number): number {
  let period = Math.floor((week * periods) / weeks);
  // Edges are rounded to whole weeks, as in `periodEdge`.
  while (period + 1 < periods && week >= periodEdge(period + 1, periods, weeks)) period++;
  while (week < periodEdge(period, periods, weeks)) period--;
  return period;
}

/** The first week of a period. */
export function periodEdge(period: number, periods: number, weeks: number): number {
  return Math.round((period * weeks) / periods);
}

/** A team's hours at full speed by block, of those on duty as they are scheduled. */
export function teamHoursByBlock({ grid, duty, weekOf }: Network, { count, of }: TimeBlocks, team: number): number[] {
  const hours = new Array<number>(count).fill(0);
  const onDuty = duty.onDuty[team]!;
  const { speed } = duty.heads[team]!;
  for (let t = 0; t < of.length; t++) hours[of[t]!]! += (onDuty[t]! * speed[weekOf[t]!]! * grid.intervalMinutes) / 60;
  return hours;
}

/** Hours that the undisturbed plan gives, idle ones where they are wanted most: by stream at full speed, by queue membership at its team's; and hours of work. */
export function givenByBlock(network: Network, calm: TimeBlocks, struck: TimeBlocks) {
  const { plan, queues, edgeQueue, edgeTeam, edgeSpeed, grid } = network;
  const given = plan.streams.map(() => new Array<number>(calm.count).fill(0));
  const work = plan.streams.map(() => new Array<number>(struck.count).fill(0));
  const byEdge = Array.from(edgeQueue, () => new Array<number>(calm.count).fill(0));
  const streamOf = Array.from(edgeQueue, (queue) => queues[queue]!.stream);
  runFlow(network, {
    observe: (t, view) => {
      for (let edge = 0; edge < edgeQueue.length; edge++) {
        const hours = (view.given[edge]! * view.speed[edgeTeam[edge]!]! * grid.intervalMinutes) / 60;
        byEdge[edge]![calm.of[t]!]! += hours;
        given[streamOf[edge]!]![calm.of[t]!]! += hours * edgeSpeed[edge]!;
      }
      queues.forEach(({ stream }, queue) => {
        if (view.agents[queue]! > 0)
          work[stream]![struck.of[t]!]! += (view.occupancy[queue]! * view.agents[queue]! * grid.intervalMinutes) / 60;
      });
    },
  });
  return { given, byEdge, work };
}
