import type { HazardEvent } from '../../disruption';
import { monotoneCurve } from '../../stats';
import { lengthNodes, placeOf, pressureNodes, seasonParts } from './effect-nodes';
import { FIGURES, WEEKS_BELOW } from './risk-figures';
import type { YearCosts, YearRunner, YearSettings } from './year-runner';

/** What is run for a table: a hazard (at one of its sites alone, for the case apart) under one pressure, or a whole year. */
export interface TableJob {
  readonly hazard: number | null;
  readonly site: number | null;
  readonly pressure: number;
}

/** What a job found: a year's figures, or by length and part of the year a row of figures per agent-hour taken. */
export interface TableEntry extends TableJob {
  readonly figures: readonly Float64Array[];
}

/** Events shorter than these days are run at two times of a part of the year: when a third and two thirds of its duty hours are over. */
const SHORT_DAYS = 2;
const SHORT_TIMES = [1 / 3, 2 / 3] as const;
const LONG_TIMES = [0.5] as const;

/** All that a table of a plan is made of; each job can be run anywhere. */
export function tableJobs(runner: YearRunner, settings: YearSettings, apart: boolean): TableJob[] {
  const { plan } = runner.ground.network;
  const pressures = pressureNodes(settings.demandError, settings.peopleError);
  const hazards = plan.hazards.flatMap((hazard, at) => (hazard.annualRate > 0 ? [at] : []));
  return [
    ...pressures.years.map((pressure) => ({ hazard: null, site: null, pressure })),
    ...pressures.events.flatMap((pressure) => hazards.map((hazard) => ({ hazard, site: null, pressure }))),
    ...(apart
      ? hazards.flatMap((hazard) => sitesOf(runner, hazard).map((site) => ({ hazard, site, pressure: 1 })))
      : []),
  ];
}

function sitesOf(runner: YearRunner, hazard: number): number[] {
  const { plan, origins } = runner.ground.network;
  const { teams } = runner.factors.reach({ hazard, site: null, start: 0, days: 1 });
  const struck = new Set(teams.map((team) => origins[team]!.site.id));
  return plan.sites.flatMap(({ id }, at) => (struck.has(id) ? [at] : []));
}

/**
 * Runs one job: a hazard alone, for each of its lengths and parts of the year, at the times when people are on duty.
 *
 * Figures are noted per agent-hour taken, which an event's own hours turn back into contacts; weeks below as they are.
 */
export function runTableJob(runner: YearRunner, job: TableJob): TableEntry {
  const { hazard, site, pressure } = job;
  if (hazard === null) return { ...job, figures: [runner.undisturbed(pressure).slice()] };
  const { network } = runner.ground;
  const yearDays = runner.yearWeeks * 7;
  const isSite = site !== null;
  const lengths = lengthNodes(network.plan.hazards[hazard]!, network.grid.intervalMinutes / 1440, isSite);
  const figures = lengths.map((days) => {
    const parts = seasonParts(yearDays, days, isSite);
    const rows = new Float64Array((parts.length - 1) * FIGURES);
    for (let part = 0; part + 1 < parts.length; part++) {
      const times = days < SHORT_DAYS && !isSite ? SHORT_TIMES : LONG_TIMES;
      let hours = 0;
      for (const share of times) {
        const start = runner.factors.busyTime({ hazard, site }, parts[part]!, parts[part + 1]!, share);
        const event: HazardEvent = { hazard, site, start, days };
        hours += runner.factors.hoursTaken(event, runner.factors.reach(event));
        runner.single(event, pressure).forEach((value, figure) => {
          rows[part * FIGURES + figure]! += figure === WEEKS_BELOW ? value / times.length : value;
        });
      }
      for (let figure = 0; figure < FIGURES; figure++) {
        if (figure === WEEKS_BELOW) continue;
        rows[part * FIGURES + figure] = hours > 0 ? rows[part * FIGURES + figure]! / hours : 0;
      }
    }
    return rows;
  });
  return { ...job, figures };
}

/**
 * What events and undisturbed years cost, read from a table of runs instead of being run.
 *
 * An event costs its own agent-hours taken × what such an hour costs, on straight lines between the lengths (by logarithm),
 * parts of the year and pressures that were run; the ends hold beyond them. Events add up, also where they are felt together.
 * `YearRunner` runs them together, hour by hour: what reading costs in accuracy is measured against it.
 */
export class EffectTable implements YearCosts {
  readonly #runner: YearRunner;
  readonly #entries = new Map<string, readonly Float64Array[]>();
  readonly #pressures: { readonly events: readonly number[]; readonly years: readonly number[] };
  /** By figure: an undisturbed year's over pressure. */
  readonly #years: readonly ((pressure: number) => number)[];
  /** By hazard, for all of it and for one site: logarithms of lengths, and the middles of the parts of the year of each. */
  readonly #nodes: readonly (readonly { readonly logs: number[]; readonly centres: number[][] }[])[];

  constructor(runner: YearRunner, settings: YearSettings, entries: readonly TableEntry[]) {
    this.#runner = runner;
    this.#pressures = pressureNodes(settings.demandError, settings.peopleError);
    for (const entry of entries) this.#entries.set(keyOf(entry), entry.figures);
    const { plan, grid } = runner.ground.network;
    const years = this.#pressures.years.map((x) => ({
      x,
      figures: this.#figures({ hazard: null, site: null, pressure: x })[0]!,
    }));
    this.#years = Array.from({ length: FIGURES }, (_, figure) =>
      monotoneCurve(years.map(({ x, figures }) => ({ x, y: figures[figure]! }))),
    );
    this.#nodes = plan.hazards.map((hazard) =>
      [false, true].map((isSite) => {
        const lengths = lengthNodes(hazard, grid.intervalMinutes / 1440, isSite);
        const centres = lengths.map((days) => {
          const parts = seasonParts(runner.yearWeeks * 7, days, isSite);
          return parts.slice(1).map((end, part) => (parts[part]! + end) / 2);
        });
        return { logs: lengths.map(Math.log), centres };
      }),
    );
  }

  /** Figures of a year without hazards. */
  undisturbed(pressure: number): Float64Array {
    return Float64Array.from(this.#years, (curve) => curve(pressure));
  }

  /** What an event adds. */
  event(event: HazardEvent, pressure: number): Float64Array {
    const { hazard, site } = event;
    const pressures = site === null ? this.#pressures.events : [1];
    const { below, part } = placeOf(pressures, pressure);
    const row = (node: number) => this.#row(event, this.#figures({ hazard, site, pressure: pressures[node]! }));
    const figures = mixed(row(below), part > 0 ? row(below + 1) : row(below), part);
    const hours = this.#runner.factors.hoursTaken(event, this.#runner.factors.reach(event));
    return figures.map((value, figure) => (figure === WEEKS_BELOW ? (hours > 0 ? value : 0) : value * hours));
  }

  #row({ hazard, site, start, days }: HazardEvent, byLength: readonly Float64Array[]): Float64Array {
    const { logs, centres } = this.#nodes[hazard]![site === null ? 0 : 1]!;
    const length = placeOf(logs, Math.log(Math.max(1e-9, days)));
    const ofLength = (node: number) => {
      const season = placeOf(centres[node]!, start);
      const rows = byLength[node]!;
      const at = (of: number) => rows.subarray(of * FIGURES, (of + 1) * FIGURES);
      return mixed(at(season.below), season.part > 0 ? at(season.below + 1) : at(season.below), season.part);
    };
    const one = ofLength(length.below);
    return mixed(one, length.part > 0 ? ofLength(length.below + 1) : one, length.part);
  }

  #figures(job: TableJob): readonly Float64Array[] {
    const found = this.#entries.get(keyOf(job));
    if (!found) throw new Error(`The table lacks ${keyOf(job)}.`);
    return found;
  }
}

const keyOf = ({ hazard, site, pressure }: TableJob) => `${hazard} ${site} ${pressure}`;

const mixed = (one: Float64Array, other: Float64Array, part: number): Float64Array =>
  one.map((value, at) => value + part * (other[at]! - value));
