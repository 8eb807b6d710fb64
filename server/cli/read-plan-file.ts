import { type Plan, readPlan } from '../../engine/plan';
import { readJson } from './read-json';
import type { Surroundings } from './verb';

/** The plan of a file, or of standard input for `-`; all of its mistakes at once if it has any. */
export async function readPlanFile(file: string | undefined, around: Surroundings): Promise<Plan> {
  return readPlan(await readJson(file ?? '-', around));
}
