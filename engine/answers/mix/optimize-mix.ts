import { withSizes } from '../../footprint';
import type { Plan } from '../../plan';
import type { LinearSolver } from '../../stats';
import { checkpoint, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { provenance } from '../provenance';
import { joinMixes } from './join-mixes';
import { type MixGround, mixGround } from './mix-ground';
import { isOfHours } from './mix-limits';
import { mixLines } from './mix-lines';
import { type MixSettings, mixSettings, type OptimizeOptions } from './mix-options';
import { type MixPlace, mixOfPlace, mixPlaces, placeName } from './mix-places';
import type { MixFrontier, OptimalMix } from './mix-results';
import { limitSentence } from './price-sentence';
import { recheckMix } from './recheck-mix';
import { seasonWeeks, toldMix } from './told-mix';

/** A part of a study: some of its mixes, run by flow or as the search sees them alone. */
export interface MixPartOptions extends OptimizeOptions {
  readonly places: readonly MixPlace[];
  /** Runs the mixes by flow, which takes longer than finding them. */
  readonly recheck: boolean;
}

/**
 * Which sizes of teams cost least for how much risk, with today's footprint beside them.
 *
 * A linear program over sizes of teams and candidates (`mixProgram`), every mix then run by flow with luck that the program has not
 * seen. Use `mixPart` to share it out or to show mixes as they come; joined parts are the whole, to the digit. Errors:
 * `InputFault` for options out of bounds. Cost: a linear program and a run a mix.
 */
export function optimizeMix(
  plan: Plan,
  options: OptimizeOptions,
  solve: LinearSolver,
  control?: RunControl,
): MixFrontier {
  const places = mixPlaces(mixSettings(options).points);
  return mixPart(plan, { ...options, places, recheck: true }, solve, control);
}

/** Lays the ground of a study, so that its first mix comes at once when it is asked for; says whether there is any. */
export function mixStudyReady(
  plan: Plan,
  options: OptimizeOptions,
  solve: LinearSolver,
  control?: RunControl,
): boolean {
  return mixGround(plan, mixSettings(options), solve, control).start.cheapest !== null;
}

/** Some mixes of a study by themselves; see `joinMixes`. */
export function mixPart(
  plan: Plan,
  { places, recheck, ...options }: MixPartOptions,
  solve: LinearSolver,
  control?: RunControl,
): MixFrontier {
  const settings = mixSettings(options);
  const ground = mixGround(plan, settings, solve, partOf(control, 0, 0.2));
  const without: MixPlace[] = [];
  const found = places.flatMap((place, at): OptimalMix[] => {
    const part = (share: number) => 0.2 + (0.8 * (at + share)) / places.length;
    checkpoint(control, part(0), `looking for ${placeName(place).toLowerCase()}`);
    const mix = mixOfPlace(ground, place, settings, solve);
    if (!mix) {
      without.push(place);
      return [];
    }
    checkpoint(control, part(0.2), `running ${placeName(place).toLowerCase()} by flow`);
    const rechecked = recheck
      ? recheckMix(ground, mix.sizes, settings, solve, partOf(control, part(0.2), part(1)))
      : null;
    return [toldMix(ground, { id: place, name: placeName(place) }, mix, rechecked)];
  });
  checkpoint(control, 1, 'done');
  return joinMixes(blank(ground, settings), found, without);
}

/** A study of which nothing but today's mix is known. */
function blank(ground: MixGround, settings: MixSettings): MixFrontier {
  const { plan, problem, start, hash, limits } = ground;
  return {
    today: toldMix(ground, { id: 'today', name: 'Today' }, start.today, null),
    frontier: [],
    spread: [],
    points: settings.points,
    without: [],
    nearestBetter: null,
    conflict: problem.limits
      .filter(({ id }) => start.conflict.includes(id))
      .map((limit) => ({ id: limit.id, sentence: limitSentence(limit) })),
    limits,
    lines: mixLines(withSizes(plan), limits),
    seasons: seasonWeeks(plan, problem.seasons),
    provenance: provenance(
      'linear program over sizes of teams with recourse by hazard, conditional value at risk over sampled years (Rockafellar and Uryasev), solved by HiGHS; every mix run by flow with fresh luck',
      { planHash: hash, seed: settings.seed, warnings: warningsOf(settings, limits) },
    ),
  };
}

function warningsOf({ changeCostShare, most }: MixSettings, limits: MixFrontier['limits']): string[] {
  const others = limits.filter((limit) => !isOfHours(limit)).length;
  return [
    ...(others === 0
      ? []
      : [
          `${others} of the plan’s limits are on shares of contacts or value, which sizes of teams don’t decide; the search leaves them out.`,
        ]),
    `A change of size costs ${Math.round(changeCostShare * 100)} % of an hour’s yearly cost once, and no team grows beyond ${most} times today: both are estimates.`,
    'Contracts’ minimums and surge premiums are in the search and in the run by flow; penalties for service are in neither. Buildings cost the same whatever the size of their teams.',
  ];
}
