import { withSizes } from '../../footprint';
import { FIGURES } from '../../risk';
import { lossesOfYears } from '../../sourcing';
import type { LinearSolver } from '../../stats';
import type { RunControl } from '../../units';
import { partOf, preparePlan } from '../prepared-plan';
import { sampleRisk } from '../risk';
import type { MixGround } from './mix-ground';
import { mixYears } from './mix-of-plan';
import type { MixSettings } from './mix-options';
import type { Rechecked } from './mix-results';

/** Part of the fresh years that is run: the worst to the search. */
const WORST = 0.05;

/**
 * Runs a mix by flow: the year undisturbed, and the worst twentieth of years whose luck the search has not seen.
 *
 * Which fresh years are worst the search says (its losses of years and flow's are correlated at 0.99 on the worked plan); running
 * all of them would take minutes. Cost: one preparation and a twentieth of the fresh years.
 */
export function recheckMix(
  { plan, ready, problem }: MixGround,
  sizes: readonly number[],
  { seed, recheckYears }: MixSettings,
  solve: LinearSolver,
  control?: RunControl,
): Rechecked {
  const isToday = sizes.every((size, at) => size === problem.teams[at]!.today);
  const mixed = isToday ? ready.plan : withSizes(plan, sizes);
  const { base } = preparePlan(mixed, partOf(control, 0, 0.6));
  const facts = {
    serviceLevel: base.total.serviceLevel,
    streams: base.streams.map(({ id, name, total }) => ({ id, name, serviceLevel: total.serviceLevel })),
    cost: base.total.cost,
    contactsLost: base.total.lost,
    valueAtRisk: base.total.valueAtRisk,
  };
  if (recheckYears === 0 || plan.hazards.length === 0)
    return { ...facts, lostInWorstYears: null, valueInWorstYears: null, searchedInWorstYears: null };
  const fresh = seed + 1;
  const searched = lossesOfYears(problem, solve, sizes, mixYears(plan, fresh, recheckYears));
  const order = Array.from(searched.keys()).sort((a, b) => searched[b]! - searched[a]! || a - b);
  const worst = order.slice(0, Math.max(1, Math.round(recheckYears * WORST)));
  let [lost, value] = [0, 0];
  worst.forEach((year, at) => {
    const options = { seed: fresh, firstYear: year, years: 1, apartYears: 0, demandError: 0, peopleError: 0 };
    const part = 0.6 + 0.4 * ((at + 1) / worst.length);
    const { added } = sampleRisk(mixed, options, partOf(control, part, part)).events;
    for (let row = 0; row < added.length; row += FIGURES) {
      lost += added[row]!;
      value += added[row + 1]!;
    }
  });
  return {
    ...facts,
    lostInWorstYears: lost / worst.length,
    valueInWorstYears: value / worst.length,
    searchedInWorstYears: worst.reduce((sum, year) => sum + searched[year]!, 0) / worst.length,
  };
}
