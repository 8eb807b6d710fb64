import type { Site, Team } from '../plan';
import { averageSpeed, teamLearning } from './learning-curve';

const WEEKS_PER_MONTH = 365.25 / 12 / 7;

/** What one leaver costs until the successor works at full speed, part by part. */
export interface ReplacementCost {
  readonly leaving: number;
  readonly hiring: number;
  readonly training: number;
  /** Pay for speed that isn't there yet. */
  readonly learning: number;
  readonly total: number;
}

/**
 * What replacing one agent costs.
 *
 * Cost a leaver + cost a hire + pay in training, those who drop out of it included + pay × (1 - mean speed) over the months
 * to full speed. Use to value leavers; a plan's cost tree books hiring, training and pay where they fall.
 *
 * Source: the team's own figures; the parts are those usual in turnover costing (Hinkin & Tracey, Cornell Hotel and
 * Restaurant Administration Quarterly 41(3), 2000). Units: plan currency. Cost: constant.
 *
 * @example replacementCost(team, site).total // such as 9,200
 */
export function replacementCost(team: Team, site: Site): ReplacementCost {
  const payPerWeek = team.paidHoursPerWeek * site.wage.perHour * (1 + site.wage.benefitsShare);
  const { onboarding, hiring } = team;
  const started = 1 / (1 - (onboarding?.trainingLossShare ?? 0));
  const { speed } = teamLearning(team);
  const months = speed.monthsToFullSpeed;
  const slow = months > 0 ? (1 - averageSpeed(speed, months)) * months * WEEKS_PER_MONTH * payPerWeek : 0;
  const parts = {
    leaving: hiring?.costPerLeaver ?? 0,
    hiring: (hiring?.costPerHire ?? 0) * started,
    training: (onboarding?.trainingWeeks ?? 0) * payPerWeek * started,
    learning: slow,
  };
  return { ...parts, total: parts.leaving + parts.hiring + parts.training + parts.learning };
}
