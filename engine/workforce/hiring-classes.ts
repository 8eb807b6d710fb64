import { dayNumber, type Grid } from '../calendar';
import type { Team } from '../plan';

/** A class of new people as the horizon sees it. */
export interface HiringClass {
  /** Heads that start on contacts. */
  readonly heads: number;
  /** First day on contacts, and the week that holds it; -1 and below lie before the horizon. */
  readonly contactDay: number;
  readonly contactWeek: number;
  /** Week in which training starts; below 0 when it began before the horizon, equal to the contact week without training. */
  readonly trainingWeek: number;
  /** Heads on the first day of training, and accepted offers behind them. */
  readonly starters: number;
  readonly offers: number;
  /** Share of trainees who stay through a week of training. */
  readonly staying: number;
  /** Experience that those who come back bring along. */
  readonly experienceMonths: number;
}

/**
 * A team's classes with what precedes them: offers, first day of training, losses until the first contact.
 *
 * Planned heads are those who start on contacts, so starters = heads ÷ (1 - loss in training), spread evenly over its weeks,
 * and offers = starters ÷ (1 - no-shows). People who come back with experience need no training.
 *
 * Units: heads, days, weeks. Cost: linear in classes.
 */
export function hiringClasses(team: Team, grid: Pick<Grid, 'weeks' | 'startDay'>): HiringClass[] {
  const { trainingWeeks = 0, noShowShare = 0, trainingLossShare = 0 } = team.onboarding ?? {};
  return team.hires
    .map((hire): HiringClass => {
      const contactDay = dayNumber(hire.date);
      const contactWeek = Math.floor((contactDay - grid.startDay) / 7);
      const experienceMonths = hire.experienceMonths ?? 0;
      const weeks = experienceMonths > 0 ? 0 : trainingWeeks;
      const staying = weeks > 0 ? (1 - trainingLossShare) ** (1 / weeks) : 1;
      const starters = weeks > 0 ? hire.heads / (1 - trainingLossShare) : hire.heads;
      const offers = starters / (1 - noShowShare);
      return {
        heads: hire.heads,
        contactDay,
        contactWeek,
        trainingWeek: contactWeek - weeks,
        starters,
        offers,
        staying,
        experienceMonths,
      };
    })
    .filter((one) => one.trainingWeek < grid.weeks)
    .sort((a, b) => a.contactDay - b.contactDay);
}
