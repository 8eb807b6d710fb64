import type { Plan, Team } from '../../engine/plan';
import { tinyPlan } from './tiny-plan';

type Extras = { -readonly [Key in keyof Team]?: Team[Key] | unknown };

/** The tiny plan's first team, with some facts of its own. */
export function busyTeam(facts: Extras = {}): Team {
  return { ...tinyPlan().teams[0]!, ...facts } as Team;
}

/** The tiny plan over so many weeks, its teams changed by hand. */
export function planOfWeeks(weeks: number, change: (plan: Plan) => Plan = (plan) => plan): Plan {
  const plan = tinyPlan();
  return change({ ...plan, calendar: { ...plan.calendar, weeks } });
}
