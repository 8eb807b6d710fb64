import type { Provider, Site, Team } from '../../plan';

const WEEKS_PER_MONTH = 365.25 / 12 / 7;
/** Weeks from decision to first day of training where the plan names none; an opinion. */
const USUAL_LEAD_WEEKS = 4;

/** How soon, and how fast, a team can grow. */
export interface GrowthLimit {
  readonly team: string;
  readonly heads: number;
  /** Weeks from the decision to the first day on contacts: recruiting or the provider's ramp notice, then training. */
  readonly leadWeeks: number;
  /** Most heads that start on contacts in a month. */
  readonly perMonth: number;
  readonly monthsNeeded: number;
  /** What holds the growth back most, in words. */
  readonly why: string;
}

/**
 * How soon a team's first new people can be on contacts, and how many a month.
 *
 * Lead = the longer of recruiting's lead time and the contract's ramp notice, plus training. A month's most = the smaller of
 * a share of the team's size (the larger of today's and the target's) and what its classes hold: largest class × places
 * filled × those who stay × classes at once (rooms and trainers; one where the plan names none) × months' weeks ÷ weeks of training.
 *
 * Units: heads, weeks. Valid: heads above 0. Cost: constant.
 */
export function growthLimit(facts: {
  readonly team: Team;
  readonly site: Site;
  readonly provider: Provider;
  /** Heads on contacts today, and to add. */
  readonly now: number;
  readonly heads: number;
  /** Most that a team grows in a month, as a share of its size. */
  readonly largestRamp: number;
}): GrowthLimit {
  const { team, site, provider, now, heads, largestRamp } = facts;
  const { trainingWeeks = 0, trainingLossShare = 0 } = team.onboarding ?? {};
  const recruiting = team.hiring?.leadWeeks ?? USUAL_LEAD_WEEKS;
  const notice = provider.contract?.rampNoticeWeeks ?? 0;
  const bySize = largestRamp * Math.max(now, now + heads);
  const byClasses = classesHold(team, site) * (1 - trainingLossShare);
  const perMonth = Math.min(bySize, byClasses);
  const rate = perMonth === bySize ? 'what a team of its size takes in' : 'classes, rooms and trainers';
  const lead = notice > recruiting ? 'ramp notice' : 'recruiting';
  return {
    team: team.id,
    heads,
    leadWeeks: Math.ceil(Math.max(recruiting, notice)) + trainingWeeks,
    perMonth,
    monthsNeeded: perMonth > 0 ? Math.max(1, Math.ceil(heads / perMonth - 1e-9)) : Number.POSITIVE_INFINITY,
    why: `${lead}, then ${rate}`,
  };
}

function classesHold(team: Team, site: Site): number {
  const { hiring, onboarding } = team;
  if (!hiring) return Number.POSITIVE_INFINITY;
  const atOnce = site.training ? Math.min(site.training.rooms, site.training.trainers) : 1;
  const weeks = Math.max(1, onboarding?.trainingWeeks ?? 0);
  return (hiring.maxClass * hiring.fillRate * atOnce * WEEKS_PER_MONTH) / weeks;
}
