import { dateOfDay, dayNumber } from '../../calendar';
import { planHeads, planQueues, teamOrigins } from '../../footprint';
import { type Launch, type Plan, planHash } from '../../plan';
import { checkpoint, type RunControl } from '../../units';
import { trainingSpan } from '../../workforce';
import { headcountGround } from '../headcount';
import { type Provenance, provenance } from '../provenance';
import { FTE_HOURS_PER_WEEK } from '../team-costs';

/** A team on its way to a launch. */
export interface TeamReadiness {
  readonly team: string;
  readonly name: string;
  readonly site: string;
  /** Heads to train when the training starts, and their hours of training together. */
  readonly heads: number;
  readonly hours: number;
  /** First day on which everybody is trained, and days from it to the launch: below 0 it is too late. */
  readonly readyDate: string;
  readonly daysToSpare: number;
  /** Share of the training that people have had on the launch's first day. */
  readonly trainedAtLaunch: number;
  /** Last first day of training that is early enough, and share of paid hours that would be enough from the planned day on. */
  readonly startBy: string;
  readonly shareNeeded: number | null;
  /** Productive FTE that the training takes in its weeks. */
  readonly productiveFte: number;
}

/** A launch, and whether its people are ready. */
export interface LaunchReadiness {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly trainingFrom: string;
  readonly teams: readonly TeamReadiness[];
  /** When the last team is ready. */
  readonly readyDate: string;
  readonly daysToSpare: number;
  readonly sentence: string;
}

export interface LaunchAnswer {
  /** The earliest first. */
  readonly launches: readonly LaunchReadiness[];
  /** The next launch that comes too early, or that all are in time. */
  readonly sentence: string;
  readonly provenance: Provenance;
}

/**
 * Whether people are trained for what is launched: ready date against launch, team by team.
 *
 * Each person needs so many hours; from the first day of training on, so much of everybody's paid time may go into it. Ready
 * = first day + 7 × hours ÷ (paid hours a week × share), rounded up to a day. Its hours are in the headcount as shrinkage.
 *
 * Units: hours, days, FTE of 40 paid hours. Cost: that of the headcount.
 */
export function launchReadiness(plan: Plan, control?: RunControl): LaunchAnswer {
  checkpoint(control, 0, 'people by week');
  const ground = headcountGround(plan, null);
  const { grid } = ground;
  const people = planHeads(plan, grid, planQueues(plan), ground.arrivals);
  const origins = teamOrigins(plan);
  const launches = (plan.launches ?? [])
    .map((launch): LaunchReadiness => {
      const date = launchDate(plan, launch);
      const teams = origins.flatMap(({ team, site }, at): TeamReadiness[] => {
        if (!launch.teams.includes(team.id)) return [];
        const { from, until } = trainingSpan(launch, team);
        const day = dayNumber(date);
        const ready = Math.ceil(until - 1e-9);
        const week = Math.min(grid.weeks - 1, Math.max(0, Math.floor((from - grid.startDay) / 7)));
        const there = people[at]!;
        const heads = there.heads[week]!;
        const daysLeft = day - from;
        const needed = daysLeft > 0 ? (7 * launch.trainingHours) / (team.paidHoursPerWeek * daysLeft) : null;
        const adherence = team.adherence ?? 1;
        return [
          {
            team: team.id,
            name: team.name,
            site: site.name,
            heads,
            hours: heads * launch.trainingHours,
            readyDate: dateOfDay(ready),
            daysToSpare: day - ready,
            trainedAtLaunch: Math.min(1, Math.max(0, daysLeft / (until - from))),
            startBy: dateOfDay(Math.floor(day - (until - from) + 1e-9)),
            shareNeeded: needed !== null && needed <= 0.9 ? needed : null,
            productiveFte: (heads * team.paidHoursPerWeek * launch.maxShare * adherence) / FTE_HOURS_PER_WEEK,
          },
        ];
      });
      const daysToSpare = Math.min(...teams.map((team) => team.daysToSpare));
      const facts = {
        id: launch.id,
        name: launch.name,
        date,
        trainingFrom: launch.trainingFrom,
        teams,
        readyDate: dateOfDay(dayNumber(date) - daysToSpare),
        daysToSpare,
      };
      return { ...facts, sentence: sentenceOf(facts) };
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const late = launches.find(({ daysToSpare }) => daysToSpare < 0);
  const fine = launches.length > 0 ? 'Everybody is trained in time for every launch.' : 'Nothing is launched.';
  return {
    launches,
    sentence: late?.sentence ?? fine,
    provenance: provenance('hours of training over paid time that may go into it', { planHash: planHash(plan) }),
  };
}

/** A launch's first day: its own, or that of the event it brings. */
function launchDate(plan: Plan, launch: Launch): string {
  return launch.date ?? plan.events?.find(({ id }) => id === launch.event)?.startDate ?? launch.trainingFrom;
}

function sentenceOf({ name, date, teams, daysToSpare }: Omit<LaunchReadiness, 'sentence'>): string {
  const [last] = [...teams].sort((a, b) => a.daysToSpare - b.daysToSpare);
  if (!last) return `${name} needs nobody to be trained.`;
  const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  if (daysToSpare >= 0) return `${name}: everybody is trained ${days(daysToSpare)} before it starts on ${date}.`;
  const more =
    last.shareNeeded === null ? '' : `, or give ${(last.shareNeeded * 100).toFixed(1)} % of paid hours to it`;
  const trained = `${(last.trainedAtLaunch * 100).toFixed(0)} % trained when it starts on ${date}`;
  return `${name}: ${last.name} is ready on ${last.readyDate}, ${days(-daysToSpare)} late and ${trained}; begin by ${last.startBy}${more}.`;
}
