import type { Modifiers } from '../../disruption';
import { type BaseRun, type Network, runBase, type SpellRun, startSpells } from '../../simulate';
import { FIGURES, type FigureGround, weekFigures } from './risk-figures';

/** Step between two levels of pressure at which the plan is run. */
export const PRESSURE_STEP = 0.025;

/** The plan as it runs when all demand is so many times what was planned, and nothing else goes wrong. */
export interface PressureLevel {
  readonly spells: SpellRun;
  /** A row of figures a week, and their sums over the year's weeks. */
  readonly weekly: Float64Array;
  readonly year: Float64Array;
}

/** Runs the plan under a level of pressure; `known` is its run at 1, where that is wanted and there. */
export function pressureLevel(
  ground: FigureGround,
  modifiers: Modifiers,
  pressure: number,
  yearWeeks: number,
  known: BaseRun | null,
): PressureLevel {
  const network = pressure === 1 ? ground.network : underPressure(ground.network, pressure);
  const base = known ?? runBase(network);
  const weekly = weekFigures(ground, base.records, 0, network.grid.weeks);
  const year = new Float64Array(FIGURES);
  for (let at = 0; at < yearWeeks * FIGURES; at++) year[at % FIGURES]! += weekly[at]!;
  return { spells: startSpells(network, base, modifiers), weekly, year };
}

/** The same plan and people with demand multiplied. */
function underPressure(network: Network, pressure: number): Network {
  const arrivals = network.arrivals.map((planned) => ({
    ...planned,
    contacts: planned.contacts.map((count) => count * pressure),
  }));
  return { ...network, arrivals };
}
