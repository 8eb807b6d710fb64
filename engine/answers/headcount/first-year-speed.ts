import type { Team } from '../../plan';
import { averageSpeed, teamLearning } from '../../workforce';

/** Mean speed over the first twelve months on contacts of somebody who stays, against full speed. */
export function firstYearSpeed(team: Team): number {
  return averageSpeed(teamLearning(team).speed, 12);
}
