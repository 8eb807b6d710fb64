import type { Modifiers } from '../../disruption';
import { type BaseRun, type Network, runBase, runFlow, type SpellRun, startSpells } from '../../simulate';
import { FIGURES, type FigureGround, weekFigures } from './risk-figures';
import { addWeeks, WEEK_COUNTS } from './week-service';

/** Step between two levels of pressure at which the plan is run. */
export const PRESSURE_STEP = 0.025;

/** Demand over people stays within these, in which the plan is run; beyond them nobody forecasts. */
const LEAST_PRESSURE = 0.5;
const MOST_PRESSURE = 2;

/** The plan as it runs when all demand is so many times what was planned, and nothing else goes wrong. */
export interface PressureLevel {
  readonly spells: SpellRun;
  /** A row of figures a week, and their sums over the year's weeks. */
  readonly weekly: Float64Array;
  readonly year: Float64Array;
  /** A row of `WEEK_COUNTS` for each of the year's weeks. */
  readonly service: Float64Array;
}

/** A year's pressure: demand over people, within bounds. */
export function pressureOf(demand: number, people: number): number {
  return Math.min(MOST_PRESSURE, Math.max(LEAST_PRESSURE, demand / people));
}

/** The levels on either side of a pressure, and the part of the way from the lower to the upper. */
export function levelsAround(pressure: number): { readonly low: number; readonly high: number; readonly part: number } {
  const place = pressure / PRESSURE_STEP;
  const below = Math.floor(place + 1e-9);
  const part = Math.max(0, place - below);
  return { low: levelAt(below), high: levelAt(part > 0 ? below + 1 : below), part };
}

/** The level nearest to a pressure. */
export function nearestLevel(pressure: number): number {
  return levelAt(Math.round(pressure / PRESSURE_STEP));
}

const levelAt = (step: number): number => (step === 1 / PRESSURE_STEP ? 1 : step * PRESSURE_STEP);

/** Runs the plan under a level of pressure, ready for spells; `known` is its run at 1, where that is wanted and there. */
export function pressureLevel(
  ground: FigureGround,
  modifiers: Modifiers,
  pressure: number,
  yearWeeks: number,
  known: BaseRun | null,
): PressureLevel {
  const network = underPressure(ground.network, pressure);
  const base = known ?? runBase(network);
  const weekly = weekFigures(ground, base.records, 0, network.grid.weeks);
  const service = new Float64Array(yearWeeks * WEEK_COUNTS);
  for (const stream of network.plan.streams.keys()) addWeeks(service, base.records, stream, 0, yearWeeks * 7, 1);
  return { spells: startSpells(network, base, modifiers), weekly, year: yearOf(weekly, yearWeeks), service };
}

/** Weeks after the year in which its last contacts are still being judged. */
const JUDGED_WITHIN = 4;

/** The year's figures alone under a pressure, from a run that nothing else is made of. */
export function levelFigures(ground: FigureGround, pressure: number, yearWeeks: number): Float64Array {
  const { grid } = ground.network;
  const to = grid.dayStarts[Math.min(grid.weeks, yearWeeks + JUDGED_WITHIN) * 7]!;
  const records = runFlow(underPressure(ground.network, pressure), { range: { from: 0, to } });
  return yearOf(weekFigures(ground, records, 0, yearWeeks), yearWeeks);
}

function yearOf(weekly: Float64Array, yearWeeks: number): Float64Array {
  const year = new Float64Array(FIGURES);
  for (let at = 0; at < yearWeeks * FIGURES; at++) year[at % FIGURES]! += weekly[at]!;
  return year;
}

/** The same plan and people with demand multiplied. */
function underPressure(network: Network, pressure: number): Network {
  if (pressure === 1) return network;
  const arrivals = network.arrivals.map((planned) => ({
    ...planned,
    contacts: planned.contacts.map((count) => count * pressure),
  }));
  return { ...network, arrivals };
}
