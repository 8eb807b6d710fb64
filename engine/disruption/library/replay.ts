import type { Plan, Scope, Site } from '../../plan';
import { effectLevel } from '../effect-level';
import { nextShare, USUAL_REFILL_DAYS } from '../headcount-drift';
import { conversionOf, shareAtHome } from '../work-at-home';
import type { LibraryDisruption, LibraryEffect, ReplayFact, ReplayMeasure } from './library-disruption';

/** Shares of a workforce on one day of an event. */
export interface WorkingShares {
  readonly home: number;
  readonly site: number;
  readonly work: number;
  /** People still employed. */
  readonly staffed: number;
  /** Days of everybody's work lost so far. */
  readonly lostDays: number;
}

/** A published figure beside the model's. */
export interface FactCheck {
  readonly fact: ReplayFact;
  /** With the replay's own figures. */
  readonly model: number;
  /** Model less fact: points of a share, or days. */
  readonly difference: number;
  /** With the work-at-home figures of the plan's own sites there; null where the plan has none or none matter. */
  readonly yours: number | null;
}

/** Steps of a day in which work lost is added up. */
const STEPS = 8;

/**
 * The course of a replay, day by day, on a reference workforce of one seat for each of its people.
 *
 * Where an effect has work-at-home figures of its own they hold; else those of the site given; without either nobody
 * goes home. Seats and people are lost, and homes convert, exactly as in a plan (`combineEffects`, `flow`): those seated
 * are the fewer of people and seats left, those at home the fewer of the rest and the share converted.
 *
 * Cost: days × effects × 8.
 */
export function replayCourse(
  effects: readonly LibraryEffect[],
  scope: Scope | null,
  days: number,
  attritionPerYear: number,
  site: Pick<Site, 'workAtHome'> | null = null,
): WorkingShares[] {
  const mine = effects.filter((effect) => !effect.on || isSame(effect.on, scope));
  const course: WorkingShares[] = [];
  let staffed = 1;
  let lostDays = 0;
  for (let day = 0; day <= days; day++) {
    const now = sharesAt(mine, day, site);
    course.push({ ...now, staffed, lostDays });
    for (let step = 0; step < STEPS; step++)
      lostDays += (1 - staffed * sharesAt(mine, day + (step + 0.5) / STEPS, site).work) / STEPS;
    staffed = staffedTomorrow(mine, day, staffed, attritionPerYear);
  }
  return course;
}

function isSame(on: Scope, scope: Scope | null): boolean {
  if (on.of === 'world') return true;
  return scope !== null && scope.of === on.of && scope.member === on.member;
}

function sharesAt(
  effects: readonly LibraryEffect[],
  day: number,
  site: Pick<Site, 'workAtHome'> | null,
): Pick<WorkingShares, 'home' | 'site' | 'work'> {
  let seats = 1;
  let people = 1;
  let able = 0;
  for (const effect of effects) {
    const level = effectLevel(effect.curve, day);
    if (effect.kind === 'capacity') {
      if (effect.affects !== 'people') seats *= 1 - effect.lossShare * level;
      if (effect.affects !== 'seats') people *= 1 - effect.lossShare * level;
    } else if (effect.kind === 'absence') people *= 1 - effect.absentShare * level;
    else if (effect.kind === 'work-at-home' && level > 0) {
      const conversion = conversionOf(effect, site);
      if (conversion) able = Math.max(able, shareAtHome(conversion, day - effect.curve.delayDays));
    }
  }
  const seated = Math.min(people, seats);
  const home = Math.max(0, Math.min(people - seated, people * able));
  return { home, site: seated, work: seated + home };
}

function staffedTomorrow(
  effects: readonly LibraryEffect[],
  day: number,
  share: number,
  attritionPerYear: number,
): number {
  let leavers = 1;
  let held = 0;
  let refillDays = Number.POSITIVE_INFINITY;
  for (const effect of effects) {
    const level = effectLevel(effect.curve, day);
    if (effect.kind === 'attrition') leavers *= 1 + (effect.factor - 1) * level;
    else if (effect.kind === 'hiring-freeze') held = 1 - (1 - held) * (1 - effect.heldShare * level);
    else continue;
    refillDays = Math.min(refillDays, effect.refillDays ?? USUAL_REFILL_DAYS);
  }
  // A workforce that hires as many as leave: what is held back is missing.
  const leaving = attritionPerYear / 365.25;
  return nextShare(share, { joining: leaving, leaving, leavers, held, refillDays });
}

/** Every published figure of a replay beside the model's, and beside what the plan's own sites are said to do. */
export function checkFacts(entry: LibraryDisruption, plan: Plan | null): FactCheck[] {
  const { replay } = entry;
  if (!replay) return [];
  const attrition = replay.attritionPerYear ?? 0;
  return replay.facts.map((fact) => {
    const course = replayCourse(entry.effects, fact.on ?? null, fact.day, attrition);
    const model = figureOf(course[fact.day]!, fact.measure);
    return {
      fact,
      model,
      difference: model - fact.value,
      yours: (plan && yourCourse(entry, plan, fact, fact.day)?.[fact.day]) ?? null,
    };
  });
}

export function figureOf(shares: WorkingShares, measure: ReplayMeasure): number {
  return measure === 'lost-days' ? shares.lostDays : shares[measure];
}

/**
 * A measure day by day with the figures of the plan's sites there, weighted by the heads of their first day; null where the
 * plan has none or none matter.
 */
export function yourCourse(
  entry: LibraryDisruption,
  plan: Plan,
  { on, measure }: Pick<ReplayFact, 'on' | 'measure'>,
  days: number,
): Float64Array | null {
  if (on?.of !== 'country' || (measure !== 'home' && measure !== 'work')) return null;
  const plain = entry.effects.map((effect) => (effect.kind === 'work-at-home' ? withoutOwnFigures(effect) : effect));
  const sum = new Float64Array(days + 1);
  let heads = 0;
  for (const site of plan.sites) {
    if (site.country !== on.member || site.seats === null) continue;
    const here = plan.teams
      .filter((team) => team.site === site.id)
      .flatMap((team) => team.headcount)
      .reduce((total, entry) => total + entry.heads, 0);
    const course = replayCourse(plain, on, days, entry.replay?.attritionPerYear ?? 0, site);
    for (let day = 0; day <= days; day++) sum[day]! += here * figureOf(course[day]!, measure);
    heads += here;
  }
  return heads > 0 ? sum.map((value) => value / heads) : null;
}

function withoutOwnFigures(effect: Extract<LibraryEffect, { kind: 'work-at-home' }>): LibraryEffect {
  const { eligibleShare: _e, daysToHalf: _d, rampDays: _r, productivity: _p, ...rest } = effect;
  return rest;
}
