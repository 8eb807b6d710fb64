import { dayNumber } from '../../calendar';
import type { TeamOrigin } from '../../footprint';
import type { Plan, Team } from '../../plan';
import type { BlockedBy } from '../../workforce';

/** Limits and costs of hiring for a team. */
export type Hiring = NonNullable<Team['hiring']>;

/**
 * What holds where a plan says nothing of hiring: no limit but time.
 * 34 days to fill a place: Cinareo, 1,800 agents in eight centers (survey). Costs are left at 0.
 */
export const ASSUMED_HIRING: Hiring = {
  minClass: 1,
  maxClass: 1000,
  leadWeeks: 5,
  fillRate: 1,
  costPerHire: 0 as Hiring['costPerHire'],
  costPerLeaver: 0 as Hiring['costPerLeaver'],
};

/** How a team is hired for; null for one that isn't: where any team says how, those that don't stay as they are. */
export function hiringOf(plan: Plan, team: Team): Hiring | null {
  return team.hiring ?? (plan.teams.some((other) => other.hiring) ? null : ASSUMED_HIRING);
}

/** Weeks of training before the first contact. */
export const trainingWeeksOf = (team: Team): number => team.onboarding?.trainingWeeks ?? 0;

/** First week in which a class decided on today can start on contacts. */
export function firstFreeWeek({ team, provider }: TeamOrigin, hiring: Hiring): number {
  const notice = provider.contract?.rampNoticeWeeks ?? 0;
  return Math.ceil(Math.max(hiring.leadWeeks, notice)) + trainingWeeksOf(team);
}

/** What forbids a class to start on contacts in a week: too soon, or its training would start in a freeze. */
export function blockedBy(plan: Plan, origin: TeamOrigin, hiring: Hiring, startDay: number) {
  const first = firstFreeWeek(origin, hiring);
  const training = trainingWeeksOf(origin.team);
  const freezes = (plan.hiringFreezes ?? [])
    .filter((freeze) => !freeze.sites || freeze.sites.includes(origin.site.id))
    .map(({ from, until }) => ({ from: dayNumber(from), until: dayNumber(until) }));
  return (week: number): BlockedBy | null => {
    if (week < first) return 'lead time';
    const begins = startDay + (week - training) * 7;
    return freezes.some(({ from, until }) => begins >= from && begins <= until) ? 'freeze' : null;
  };
}

/** Heads of a class that reach contacts, fewest and most, of its places: as many as recruiting fills and training keeps. */
export function classBounds(team: Team, hiring: Hiring): { readonly minClass: number; readonly maxClass: number } {
  const reach = hiring.fillRate * (1 - (team.onboarding?.trainingLossShare ?? 0));
  const maxClass = Math.floor(hiring.maxClass * reach + 1e-9);
  return { minClass: Math.min(maxClass, Math.max(1, Math.ceil(hiring.minClass * reach - 1e-9))), maxClass };
}
