import type { HazardEvent } from '../../disruption';
import { sitesStruck } from '../../disruption';
import type { TeamOrigin } from '../../footprint';
import type { Plan } from '../../plan';
import { eventPressures, type RunNodes, runNodes, SHORT_DAYS } from './effect-nodes';
import { levelsAround, nearestLevel, pressureOf } from './pressure-level';
import { FIGURES, WEEKS_BELOW } from './risk-figures';
import { errorsOf, type YearRunner, type YearSettings } from './year-runner';

/** What is run for a table: a hazard (at one of its sites alone, for the case apart) under one pressure, or an undisturbed year. */
export interface TableJob {
  readonly hazard: number | null;
  readonly site: number | null;
  readonly pressure: number;
  /** A pressure that few years have: run in fewer parts of the year. */
  readonly isFarOut: boolean;
}

/** What a job found: a year's figures, or by length and part of the year a row of figures per agent-hour taken. */
export interface TableEntry extends TableJob {
  readonly figures: readonly Float64Array[];
}

/** The years that a table is for. */
export interface TableYears extends YearSettings {
  readonly firstYear: number;
  readonly years: number;
  readonly apartYears: number;
}

/** Short events are run at two times of a part of the year: when a third and two thirds of its duty hours are over. */
const SHORT_TIMES = [1 / 3, 2 / 3] as const;
const LONG_TIMES = [0.5] as const;

/** All that a table of a plan is made of; each job can be run anywhere. Cost: two draws a year. */
export function tableJobs(plan: Plan, origins: readonly TeamOrigin[], years: TableYears): TableJob[] {
  const hazards = plan.hazards.flatMap((hazard, at) => (hazard.annualRate > 0 ? [at] : []));
  return [
    ...levelsOf(years).map((pressure) => ({ hazard: null, site: null, pressure, isFarOut: false })),
    ...eventPressures(years.demandError, years.peopleError).flatMap((node) =>
      hazards.map((hazard) => ({ hazard, site: null, ...node })),
    ),
    ...(years.apartYears > 0
      ? hazards.flatMap((hazard) =>
          sitesStruck(plan, origins, plan.hazards[hazard]!).map((site) => ({
            hazard,
            site,
            pressure: 1,
            isFarOut: false,
          })),
        )
      : []),
  ];
}

/** Levels of pressure between which the years of a study lie. */
function levelsOf(study: TableYears): number[] {
  const levels = new Set<number>();
  for (let year = study.firstYear; year < study.firstYear + study.years; year++) {
    const { demand, people } = errorsOf(study, year);
    const pressure = pressureOf(demand, people);
    const { low, high } = levelsAround(pressure);
    for (const level of [low, high, nearestLevel(pressure)]) levels.add(level);
  }
  return [...levels].sort((a, b) => a - b);
}

/**
 * Runs one job: a hazard alone, for each of its lengths and parts of the year, at the times when people are on duty.
 *
 * Figures are noted per agent-hour taken, which an event's own hours turn back into contacts; weeks below per week that it touches.
 */
export function runTableJob(runner: YearRunner, job: TableJob): TableEntry {
  const { hazard, site, pressure } = job;
  if (hazard === null) return { ...job, figures: [runner.undisturbed(pressure).slice()] };
  const { grid } = runner.ground.network;
  const { lengths, parts: seasons } = nodesOf(runner, job);
  const figures = lengths.map((days, length) => {
    const parts = seasons[length]!;
    const rows = new Float64Array((parts.length - 1) * FIGURES);
    for (let part = 0; part + 1 < parts.length; part++) {
      const times = days < SHORT_DAYS && site === null ? SHORT_TIMES : LONG_TIMES;
      let hours = 0;
      let weeks = 0;
      const row = rows.subarray(part * FIGURES, (part + 1) * FIGURES);
      for (const share of times) {
        const start = runner.factors.busyTime({ hazard, site }, parts[part]!, parts[part + 1]!, share);
        const event: HazardEvent = { hazard, site, start, days };
        hours += runner.factors.hoursTaken(event, runner.factors.reach(event));
        weeks += weeksTouched(event, grid.weeks);
        runner.run([event], pressure).forEach((value, figure) => {
          row[figure] = row[figure]! + value;
        });
      }
      row.forEach((value, figure) => {
        row[figure] = figure === WEEKS_BELOW ? value / weeks : hours > 0 ? value / hours : 0;
      });
    }
    return rows;
  });
  return { ...job, figures };
}

/** The lengths and parts of the year that a hazard's job runs. */
export function nodesOf(runner: YearRunner, job: Pick<TableJob, 'hazard' | 'site' | 'isFarOut'>): RunNodes {
  const { plan, grid } = runner.ground.network;
  const span = {
    intervalDays: grid.intervalMinutes / 1440,
    yearDays: runner.yearWeeks * 7,
    horizonDays: grid.weeks * 7,
  };
  return runNodes(plan.hazards[job.hazard!]!, span, job.site !== null, job.isFarOut);
}

/** Weeks that an event touches within the horizon, the one before it counted in part. */
export function weeksTouched({ start, days }: HazardEvent, horizonWeeks: number): number {
  return 1 + Math.max(0, Math.min(days, horizonWeeks * 7 - start)) / 7;
}
