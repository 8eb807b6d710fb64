import { type HazardEvent, HazardFactors, sampleHazards, sampleHazardsApart } from '../../disruption';
import { lognormal, namedStream, type RandomStream } from '../../random';
import type { BaseRun, Network } from '../../simulate';
import { eventCosts } from './event-costs';
import { fairCosts } from './fair-shares';
import {
  levelFigures,
  levelsAround,
  nearestLevel,
  type PressureLevel,
  pressureLevel,
  pressureOf,
} from './pressure-level';
import { FIGURES, type FigureGround, figureGround, WEEKS_BELOW } from './risk-figures';

export interface YearSettings {
  readonly seed: number;
  /** Standard deviation of a year's demand, and of a year's people at work, over what is planned. */
  readonly demandError: number;
  readonly peopleError: number;
}

/** A sampled year: what came, and what it cost against the plan. Figures are in the order of `RISK_FIGURES`. */
export interface SampledYear {
  readonly demand: number;
  readonly people: number;
  /** Figures of the year without any hazard. */
  readonly ordinary: Float64Array;
  readonly events: readonly HazardEvent[];
  /** What each event adds, a row of figures an event; with `ordinary` they add up to the year. */
  readonly added: Float64Array;
  /** A row of `WEEK_COUNTS` a week, where they were asked for. */
  readonly weeks: Float64Array | null;
}

/** What years cost without being run; see `EffectTable`. */
export interface YearCosts {
  /** Figures of the undisturbed year at a level of pressure. */
  level(pressure: number): Float64Array;
  event(event: HazardEvent, pressure: number): Float64Array;
}

export interface YearManner {
  /** Every site suffers its hazards at times of its own. */
  readonly apart?: boolean;
  /** Read from a table instead of run. */
  readonly table?: YearCosts | undefined;
  /** With the counts of each week; of years that are run. */
  readonly weeks?: boolean;
  /** What events felt together cost is divided by Shapley's value instead of by agent-hours; of years that are run. */
  readonly fair?: boolean;
}

/** Weeks that a sampled year has, as far as the plan's horizon goes. */
const YEAR_WEEKS = 52;

/** The weeks of a plan in which a sampled year's events begin. */
export function yearWeeksOf(network: Network): number {
  return Math.min(YEAR_WEEKS, network.grid.weeks);
}

/**
 * Sampled years of a plan, one at a time, each as a function of (seed, year) alone.
 *
 * A year draws how far demand and people are off (lognormal, mean 1), and its hazards. Its figures are people × those of the
 * plan under the pressure demand ÷ people: ordinary losses between the two nearest levels that are run, losses of events
 * at the nearest (run by `flow`, see `eventCosts`) or from a table.
 *
 * A class because it keeps what years share: runs by level of pressure, and the factors' arrays. Cost: the weeks disturbed,
 * and one run of the plan for each level that occurs.
 */
export class YearRunner {
  readonly ground: FigureGround;
  readonly yearWeeks: number;
  /** The factors that events are made into: where, when and how much each takes. */
  readonly factors: HazardFactors;
  readonly #base: BaseRun;
  readonly #settings: YearSettings;
  readonly #levels = new Map<number, PressureLevel>();

  constructor(network: Network, base: BaseRun, settings: YearSettings) {
    this.ground = figureGround(network);
    this.yearWeeks = yearWeeksOf(network);
    this.#base = base;
    this.#settings = settings;
    this.factors = new HazardFactors(network.plan, network.grid, network.origins, network.duty);
  }

  year(year: number, manner: YearManner = {}): SampledYear {
    const { plan, origins } = this.ground.network;
    const { table } = manner;
    const luck = { seed: this.#settings.seed, year, days: this.yearWeeks * 7 };
    const events = manner.apart ? sampleHazardsApart(plan, origins, luck) : sampleHazards(plan, luck);
    const { demand, people } = errorsOf(this.#settings, year);
    const pressure = pressureOf(demand, people);
    const level = (at: number) => (table ? table.level(at) : this.#level(at).year);
    const nearest = nearestLevel(pressure);
    const ordinary = between(pressure, level).map((value) => people * value);
    ordinary[WEEKS_BELOW] = level(nearest)[WEEKS_BELOW]!;
    const weeks = manner.weeks && !table ? between(pressure, (at) => this.#level(at).service) : null;
    const fair = manner.fair
      ? namedStream({ seed: luck.seed, replication: year, entity: 'year', purpose: 'shares' })
      : undefined;
    const added = table ? read(table, events, pressure) : this.run(events, nearest, weeks ?? undefined, fair);
    for (let at = 0; at < added.length; at++) added[at] = added[at]! * (at % FIGURES === WEEKS_BELOW ? 1 : people);
    return { demand, people, ordinary, events, added, weeks: weeks?.map((count) => count * people) ?? null };
  }

  /** Figures of the plan's own year, at a pressure of 1. */
  planned(): Float64Array {
    return this.#level(1).year;
  }

  /** Counts of the plan's own weeks, a row of `WEEK_COUNTS` a week. */
  plannedWeeks(): Float64Array {
    return this.#level(1).service;
  }

  /** Figures of a year without hazards at a level of pressure, for a table: the same to the last digit whatever was run before. */
  undisturbed(level: number): Float64Array {
    return levelFigures(this.ground, level, this.yearWeeks);
  }

  /** What events add under a pressure when they come together, a row of figures an event; with `fair` luck, divided by Shapley's value. */
  run(events: readonly HazardEvent[], pressure: number, weeks?: Float64Array, fair?: RandomStream): Float64Array {
    const level = this.#level(pressure);
    return fair
      ? fairCosts(this.ground, this.factors, level, events, fair, weeks)
      : eventCosts(this.ground, this.factors, level, events, weeks);
  }

  #level(pressure: number): PressureLevel {
    const known = this.#levels.get(pressure);
    if (known) return known;
    const base = pressure === 1 ? this.#base : null;
    const made = pressureLevel(this.ground, this.factors.modifiers, pressure, this.yearWeeks, base);
    this.#levels.set(pressure, made);
    return made;
  }
}

/** On a straight line between the levels around a pressure. */
function between(pressure: number, level: (at: number) => Float64Array): Float64Array {
  const { low, high, part } = levelsAround(pressure);
  const above = part > 0 ? level(high) : null;
  return level(low).map((value, at) => (above ? value + part * (above[at]! - value) : value));
}

function read(table: YearCosts, events: readonly HazardEvent[], pressure: number): Float64Array {
  const added = new Float64Array(events.length * FIGURES);
  events.forEach((event, at) => {
    added.set(table.event(event, pressure), at * FIGURES);
  });
  return added;
}

/** How far a year's demand and people are off: lognormal numbers of mean 1. */
export function errorsOf({ seed, demandError, peopleError }: YearSettings, year: number) {
  const draw = (purpose: string, error: number) =>
    error > 0 ? lognormal(namedStream({ seed, replication: year, entity: 'year', purpose }), 1, error) : 1;
  return { demand: draw('demand-error', demandError), people: draw('people-error', peopleError) };
}
