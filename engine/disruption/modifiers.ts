import { dayNumber, type Grid } from '../calendar';
import { reachesTeam, type TeamOrigin } from '../footprint';
import type { Disruption, Effect, Plan, Scope, Stream } from '../plan';
import { effectDays, effectLevel } from './effect-level';

/** What disruptions do to a plan, as factors by interval; null where a team or stream is untouched. */
export interface Modifiers {
  /** First and last interval (exclusive) in which anything is different. */
  readonly from: number;
  readonly to: number;
  /** By team: share of seats left, share of people left, and share of all people able to work from home with their output there. */
  readonly seats: readonly (Float32Array | null)[];
  readonly people: readonly (Float32Array | null)[];
  readonly home: readonly (Float32Array | null)[];
  readonly homeOutput: Float64Array;
  /** By team: time a contact takes against normal. */
  readonly teamHandleTime: readonly (Float32Array | null)[];
  /** By stream. */
  readonly demand: readonly (Float32Array | null)[];
  readonly handleTime: readonly (Float32Array | null)[];
}

/**
 * Combines dated disruptions into factors for every team, stream and interval.
 *
 * Losses of different effects compose as shares of what is left (two losses of a half leave a quarter), so overlapping
 * ones never take the same seat twice; demand and handle-time factors multiply. People whose seat is gone go on from
 * home as far as their site's conversion curve allows; where several conversions overlap, the furthest counts.
 *
 * Cost: effects × teams reached × intervals of the disruption.
 */
export function combineEffects(
  plan: Plan,
  grid: Grid,
  origins: readonly TeamOrigin[],
  disruptions: readonly Disruption[],
): Modifiers {
  const perTeam = () => plan.teams.map((): Float32Array | null => null);
  const perStream = () => plan.streams.map((): Float32Array | null => null);
  const result = {
    from: grid.intervals,
    to: 0,
    seats: perTeam(),
    people: perTeam(),
    home: perTeam(),
    homeOutput: new Float64Array(plan.teams.length).fill(1),
    teamHandleTime: perTeam(),
    demand: perStream(),
    handleTime: perStream(),
  };
  for (const disruption of disruptions) {
    for (const effect of disruption.effects) {
      const window = effectWindow(grid, disruption, effect);
      if (window.to <= window.from) continue;
      result.from = Math.min(result.from, window.from);
      result.to = Math.max(result.to, window.to);
      if (effect.kind === 'capacity') {
        const kept = (level: number) => 1 - effect.lossShare * level;
        if (effect.affects !== 'people')
          eachTeam(origins, effect.scope, (at) => multiply(result.seats, at, grid, window, effect, kept));
        if (effect.affects !== 'seats')
          eachTeam(origins, effect.scope, (at) => multiply(result.people, at, grid, window, effect, kept));
      } else if (effect.kind === 'work-at-home') {
        eachTeam(origins, effect.scope, (at, origin) => convert(result, at, origin, grid, window, effect));
      } else {
        const factor = (level: number) => 1 + (effect.factor - 1) * level;
        const list = effect.kind === 'demand' ? result.demand : result.handleTime;
        plan.streams.forEach((stream, at) => {
          if (reachesStream(effect.scope, stream)) multiply(list, at, grid, window, effect, factor);
        });
        if (effect.kind === 'handle-time' && effect.scope.of !== 'world') {
          eachTeam(origins, effect.scope, (at) => multiply(result.teamHandleTime, at, grid, window, effect, factor));
        }
      }
    }
  }
  return result;
}

interface Window {
  readonly from: number;
  readonly to: number;
  /** Start of the disruption, in intervals of the grid; before the horizon it is negative. */
  readonly start: number;
}

function effectWindow(grid: Grid, disruption: Disruption, effect: Effect): Window {
  const perDay = 1440 / grid.intervalMinutes;
  const dayOffset = dayNumber(disruption.startDate) - grid.startDay;
  const days = grid.dayStarts.length - 1;
  const start = dayOffset >= 0 && dayOffset <= days ? grid.dayStarts[dayOffset]! : dayOffset * perDay;
  const end = start + Math.ceil(effectDays(effect.curve) * perDay);
  return { start, from: Math.max(0, start), to: Math.min(grid.intervals, end) };
}

function eachTeam(origins: readonly TeamOrigin[], scope: Scope, visit: (at: number, origin: TeamOrigin) => void): void {
  origins.forEach((origin, at) => {
    if (reachesTeam(scope, origin)) visit(at, origin);
  });
}

function multiply(
  list: (Float32Array | null)[],
  at: number,
  grid: Grid,
  window: Window,
  effect: Effect,
  factor: (level: number) => number,
): void {
  const values = ones(list, at, grid);
  const perDay = 1440 / grid.intervalMinutes;
  for (let t = window.from; t < window.to; t++)
    values[t]! *= factor(effectLevel(effect.curve, (t - window.start) / perDay));
}

function ones(list: (Float32Array | null)[], at: number, grid: Grid): Float32Array {
  const known = list[at];
  if (known) return known;
  const made = new Float32Array(grid.intervals).fill(1);
  list[at] = made;
  return made;
}

/** ln 81: a logistic curve takes this many of its scales from a tenth to nine tenths. */
const TENTH_TO_NINE_TENTHS = Math.log(81);

function convert(
  result: { readonly home: (Float32Array | null)[]; readonly homeOutput: Float64Array },
  at: number,
  origin: TeamOrigin,
  grid: Grid,
  window: Window,
  effect: Extract<Effect, { kind: 'work-at-home' }>,
): void {
  const plan = origin.site.workAtHome;
  if (!plan) return;
  const curve = plan[effect.conversion];
  const values = result.home[at] ?? new Float32Array(grid.intervals);
  const perDay = 1440 / grid.intervalMinutes;
  const scale = Math.max(1e-6, curve.rampDays / TENTH_TO_NINE_TENTHS);
  for (let t = window.from; t < window.to; t++) {
    const day = (t - window.start) / perDay;
    const moved = plan.eligibleShare / (1 + Math.exp(-(day - effect.curve.delayDays - curve.daysToHalf) / scale));
    values[t] = Math.max(values[t]!, moved * (effectLevel(effect.curve, day) > 0 ? 1 : 0));
  }
  result.home[at] = values;
  result.homeOutput[at] = curve.productivity;
}

function reachesStream(scope: Scope, stream: Stream): boolean {
  switch (scope.of) {
    case 'world':
      return true;
    case 'stream':
      return stream.id === scope.member;
    case 'market':
      return stream.market === scope.member;
    case 'channel':
      return stream.channel === scope.member;
    case 'language':
      return stream.language === scope.member;
    default:
      return false;
  }
}
