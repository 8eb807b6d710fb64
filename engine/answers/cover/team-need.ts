import type { Grid } from '../../calendar';
import { type Queue, weekSharer } from '../../footprint';
import type { Plan } from '../../plan';
import type { HeadcountGround } from '../headcount';
import { type DemandSide, streamRequirement } from '../stream-requirement';

/** What a team must cover in a week: agents at full speed by interval, and hours by day that can wait within it. */
export interface TeamNeed {
  readonly agents: Float64Array;
  readonly flexibleHours: Float64Array;
}

/** Needs of all teams in a week, and the hours for which no site is open. */
export interface WeekNeed {
  readonly teams: readonly TeamNeed[];
  readonly closedHours: number;
}

/**
 * Divides a week's interval requirement over teams: in proportion to the hours that each gives a queue in the week, among those
 * whose site is open. Work that can wait is divided by day.
 */
export function weekNeed(
  plan: Plan,
  ground: HeadcountGround,
  side: DemandSide,
  queues: readonly Queue[],
  teamHours: Float64Array,
  open: readonly Float32Array[],
  week: number,
): WeekNeed {
  const { grid } = ground;
  const from = grid.weekStarts[week]!;
  const to = grid.weekStarts[week + 1]!;
  const perInterval = grid.intervalMinutes / 60;
  const need = Float64Array.from(queues, (queue) => {
    const hours = ground.requiredHours[queue.stream]![week]! * queue.share;
    return Number.isNaN(hours) ? 0 : hours;
  });
  const shared = weekSharer(queues, open.length)(need, teamHours);
  let member = 0;
  const teams = open.map(() => ({ agents: new Float64Array(to - from), flexibleHours: new Float64Array(7) }));
  const required = plan.streams.map((_, stream) =>
    streamRequirement(side, stream, from, to, { model: 'erlang-a', definition: 'answeredOverOffered' }),
  );
  const day = dayOfWeek(grid, week);
  let closedHours = 0;
  queues.forEach((queue) => {
    const canWait = plan.streams[queue.stream]!.target.kind === 'complete-within';
    const weight = queue.edges.map((edge) => shared.hours[member++]! * edge.proficiency);
    const openDays = queue.edges.map((edge) => daysOpen(open[edge.team]!, day));
    for (let t = 0; t < to - from; t++) {
      const agents = required[queue.stream]![t]! * queue.share;
      if (!(agents > 0)) continue;
      const isThere = (place: number) => {
        const { team } = queue.edges[place]!;
        return canWait ? (openDays[place]![day[t]!]! ? 1 : 0) : open[team]![t]!;
      };
      const sum = weight.reduce((total, value, place) => total + value * isThere(place), 0);
      if (sum <= 0) {
        closedHours += agents * perInterval;
        continue;
      }
      queue.edges.forEach(({ team }, place) => {
        const part = (agents * weight[place]! * isThere(place)) / sum;
        if (canWait) teams[team]!.flexibleHours[day[t]!]! += part * perInterval;
        else teams[team]!.agents[t]! += part;
      });
    }
  });
  return { teams, closedHours };
}

/** The day of the week of each interval, from 0 for the week's first day. */
export function dayOfWeek(grid: Grid, week: number): Uint8Array {
  const from = grid.weekStarts[week]!;
  const days = new Uint8Array(grid.weekStarts[week + 1]! - from);
  for (let day = 0; day < 7; day++) {
    days.fill(day, grid.dayStarts[week * 7 + day]! - from, grid.dayStarts[week * 7 + day + 1]! - from);
  }
  return days;
}

function daysOpen(open: Float32Array, day: Uint8Array): boolean[] {
  const days = new Array<boolean>(7).fill(false);
  open.forEach((share, t) => {
    if (share > 0) days[day[t]!] = true;
  });
  return days;
}
