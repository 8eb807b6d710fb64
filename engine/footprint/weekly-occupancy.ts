import type { Grid } from '../calendar';
import type { StreamArrivals } from '../demand';
import type { Plan } from '../plan';
import type { OccupancyOfWeek } from '../workforce';
import type { Queue } from './capability';
import { effectiveHandleHours } from './queue-needs';
import { weekSharer } from './share-week';

/** Hours of work that arrive at each queue in each week: contacts × handle time, concurrency considered. */
export function weeklyWork(
  plan: Plan,
  grid: Grid,
  queues: readonly Queue[],
  arrivals: readonly Pick<StreamArrivals, 'contacts'>[],
): Float64Array[] {
  const byStream = plan.streams.map((stream, at) => {
    const perContact = effectiveHandleHours(stream);
    return Float64Array.from({ length: grid.weeks }, (_, week) => {
      let contacts = 0;
      for (let t = grid.weekStarts[week]!; t < grid.weekStarts[week + 1]!; t++) contacts += arrivals[at]!.contacts[t]!;
      return contacts * perContact;
    });
  });
  return queues.map((queue) => byStream[queue.stream]!.map((hours) => hours * queue.share));
}

/**
 * How busy every team is in a week: its part of the work that its queues bring, over what it can do.
 *
 * For what follows occupancy from week to week, such as attrition; `simulate` knows it by interval. Work beyond what a
 * queue's teams can do counts as full occupancy. Closed days and seats are left aside.
 *
 * Units: hours at full speed in, shares out. Cost: a week's sharing (`weekSharer`).
 */
export function occupancyOfWeeks(
  queues: readonly Queue[],
  work: readonly Float64Array[],
  teams: number,
): OccupancyOfWeek {
  const share = weekSharer(queues, teams);
  return (week, teamHours) => {
    const need = Float64Array.from(work, (hours) => hours[week]!);
    const { hours, given } = share(need, teamHours);
    const busy = new Float64Array(teams);
    let member = 0;
    queues.forEach(({ edges }, at) => {
      const load = given[at]! > 0 ? Math.min(1, need[at]! / given[at]!) : 0;
      for (const { team } of edges) busy[team]! += hours[member++]! * load;
    });
    return Array.from(busy, (hour, team) => (teamHours[team]! > 0 ? hour / teamHours[team]! : null));
  };
}
