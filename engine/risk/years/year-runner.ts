import { type HazardEvent, HazardFactors, sampleHazards, sampleHazardsApart } from '../../disruption';
import { lognormal, namedStream } from '../../random';
import { type BaseRun, type FlowRecords, type Network, runSpells, type Spell } from '../../simulate';
import { PRESSURE_STEP, type PressureLevel, pressureLevel } from './pressure-level';
import { billsOf, COST, FIGURES, type FigureGround, figureGround, isBelow, lostIn, WEEKS_BELOW } from './risk-figures';

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
}

/** What years cost without being run; see `EffectTable`. */
export interface YearCosts {
  undisturbed(pressure: number): Float64Array;
  event(event: HazardEvent, pressure: number): Float64Array;
}

/** Weeks that a sampled year has, as far as the plan's horizon goes. */
const YEAR_WEEKS = 52;

/** Demand over people stays within these, in which the plan is run; beyond them nobody forecasts. */
const LEAST_PRESSURE = 0.5;
const MOST_PRESSURE = 2;

/** The weeks of a plan in which a sampled year's events begin. */
export function yearWeeksOf(network: Network): number {
  return Math.min(YEAR_WEEKS, network.grid.weeks);
}

/**
 * Runs sampled years of a plan, one at a time, each as a function of (seed, year) alone.
 *
 * A year draws how far demand and people are off (lognormal, mean 1), and its hazards. Its figures are people × those of the
 * plan under the pressure demand ÷ people: ordinary losses between the two nearest levels that are run, losses of events
 * at the nearest. Days in which nothing is felt are the level's own; the others are run by `flow`. What events that are
 * felt together cost is divided by the agent-hours that each takes.
 *
 * A class because it keeps what years share: runs by level of pressure, and the factors' arrays. Cost: the weeks disturbed,
 * and one run of the plan for each level that occurs.
 */
export class YearRunner {
  readonly ground: FigureGround;
  readonly yearWeeks: number;
  readonly #base: BaseRun;
  readonly #settings: YearSettings;
  readonly #factors: HazardFactors;
  readonly #levels = new Map<number, PressureLevel>();

  constructor(network: Network, base: BaseRun, settings: YearSettings) {
    this.ground = figureGround(network);
    this.yearWeeks = yearWeeksOf(network);
    this.#base = base;
    this.#settings = settings;
    this.#factors = new HazardFactors(network.plan, network.grid, network.origins, network.duty);
  }

  /** A sampled year; with `apart` every site suffers its hazards at times of its own; read from a table instead of run when given one. */
  year(year: number, apart = false, table?: YearCosts): SampledYear {
    const { plan, origins } = this.ground.network;
    const luck = { seed: this.#settings.seed, year, days: this.yearWeeks * 7 };
    const events = apart ? sampleHazardsApart(plan, origins, luck) : sampleHazards(plan, luck);
    const { demand, people } = errorsOf(this.#settings, year);
    const pressure = Math.min(MOST_PRESSURE, Math.max(LEAST_PRESSURE, demand / people));
    if (table) {
      const scaled = (figures: Float64Array) =>
        figures.map((value, figure) => (figure === WEEKS_BELOW ? value : value * people));
      const added = new Float64Array(events.length * FIGURES);
      events.forEach((event, at) => {
        added.set(scaled(table.event(event, pressure)), at * FIGURES);
      });
      return { demand, people, ordinary: scaled(table.undisturbed(pressure)), events, added };
    }
    const added = this.#added(events, Math.round(pressure / PRESSURE_STEP) * PRESSURE_STEP);
    for (let at = 0; at < added.length; at++) added[at] = added[at]! * (at % FIGURES === WEEKS_BELOW ? 1 : people);
    return { demand, people, ordinary: this.#ordinary(pressure, people), events, added };
  }

  /** Figures of the plan's own year, at a pressure of 1. */
  planned(): Float64Array {
    return this.#level(1).year;
  }

  /** Figures of a year without hazards under a pressure. */
  undisturbed(pressure: number): Float64Array {
    return this.#level(pressure).year;
  }

  /** What one event adds under a pressure when it comes alone. */
  single(event: HazardEvent, pressure: number): Float64Array {
    return this.#added([event], pressure);
  }

  /** The factors that events are made into: where, when and how much each takes. */
  get factors(): HazardFactors {
    return this.#factors;
  }

  #ordinary(pressure: number, people: number): Float64Array {
    const place = pressure / PRESSURE_STEP;
    const below = Math.floor(place);
    const part = place - below;
    const low = this.#level(below * PRESSURE_STEP).year;
    const high = part > 0 ? this.#level((below + 1) * PRESSURE_STEP).year : low;
    return low.map((value, figure) =>
      figure === WEEKS_BELOW ? (part < 0.5 ? value : high[figure]!) : people * (value + part * (high[figure]! - value)),
    );
  }

  #added(events: readonly HazardEvent[], pressure: number): Float64Array {
    const added = new Float64Array(events.length * FIGURES);
    if (events.length === 0) return added;
    const { spells: run, weekly } = this.#level(pressure);
    const felt = this.#factors.fill(events);
    const order = felt.flatMap(({ from, to }, at) => (to > from ? [at] : []));
    order.sort((a, b) => felt[a]!.from - felt[b]!.from || a - b);
    const sorted = order.map((at) => felt[at]!);
    runSpells(run, sorted, (spells, records) => {
      const taken = events.map((event, at) => this.#factors.hoursTaken(event, felt[at]!));
      const share = (members: readonly number[], figure: number, change: number) => {
        const places = members.map((at) => order[at]!);
        const whole = places.reduce((sum, at) => sum + taken[at]!, 0);
        for (const at of places) {
          added[at * FIGURES + figure]! += change * (whole > 0 ? taken[at]! / whole : 1 / places.length);
        }
      };
      const { base } = run;
      for (const spell of spells) {
        const { streams } = this.ground.network.islands[spell.island]!;
        for (const stream of streams) {
          const more =
            lostIn(records, stream, spell.fromDay, spell.toDay) -
            lostIn(base.records, stream, spell.fromDay, spell.toDay);
          share(spell.felt, 0, more);
          share(spell.felt, 1, more * this.ground.valueOfLost[stream]!);
        }
      }
      for (const [island, { streams }] of this.ground.network.islands.entries()) {
        for (const [week, members] of byWeek(spells.filter((spell) => spell.island === island))) {
          const below = (of: FlowRecords) =>
            streams.reduce((sum, stream) => sum + (isBelow(this.ground, of, stream, week) ? 1 : 0), 0);
          share(members, WEEKS_BELOW, below(records) - below(base.records));
        }
      }
      for (const [week, members] of byWeek(spells)) {
        share(members, COST, billsOf(this.ground, records, week) - weekly[week * FIGURES + COST]!);
      }
    });
    this.#factors.empty();
    return added;
  }

  #level(wanted: number): PressureLevel {
    const pressure = Math.abs(wanted - 1) < 1e-9 ? 1 : wanted;
    const known = this.#levels.get(pressure);
    if (known) return known;
    const base = pressure === 1 ? this.#base : null;
    const made = pressureLevel(this.ground, this.#factors.modifiers, pressure, this.yearWeeks, base);
    this.#levels.set(pressure, made);
    return made;
  }
}

/** What is felt in each week that spells reach. */
function byWeek(spells: readonly Spell[]): Map<number, number[]> {
  const weeks = new Map<number, Set<number>>();
  for (const { recordsFrom, toDay, felt } of spells) {
    for (let week = Math.floor(recordsFrom / 7); week * 7 < toDay; week++) {
      const here = weeks.get(week) ?? new Set();
      for (const at of felt) here.add(at);
      weeks.set(week, here);
    }
  }
  return new Map([...weeks].map(([week, felt]) => [week, [...felt].sort((a, b) => a - b)]));
}

/** How far a year's demand and people are off: lognormal numbers of mean 1. */
export function errorsOf({ seed, demandError, peopleError }: YearSettings, year: number) {
  const draw = (purpose: string, error: number) =>
    error > 0 ? lognormal(namedStream({ seed, replication: year, entity: 'year', purpose }), 1, error) : 1;
  return { demand: draw('demand-error', demandError), people: draw('people-error', peopleError) };
}
