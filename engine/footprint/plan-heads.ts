import type { Grid } from '../calendar';
import type { StreamArrivals } from '../demand';
import type { Plan } from '../plan';
import { answersToOccupancy, type HeadProjection, projectWorkforce } from '../workforce';
import type { Queue } from './capability';
import { occupancyOfWeeks, weeklyWork } from './weekly-occupancy';

/** Everybody's people over the horizon; attrition follows occupancy where the plan says so. */
export function planHeads(
  plan: Plan,
  grid: Grid,
  queues: readonly Queue[],
  arrivals: readonly Pick<StreamArrivals, 'contacts'>[],
): HeadProjection[] {
  if (!plan.teams.some(answersToOccupancy)) return projectWorkforce(plan, grid);
  return projectWorkforce(
    plan,
    grid,
    occupancyOfWeeks(queues, weeklyWork(plan, grid, queues, arrivals), plan.teams.length),
  );
}
