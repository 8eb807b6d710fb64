import { type Grid, openShares, parseOpeningHours } from '../calendar';
import { reachesTeam, type TeamOrigin } from '../footprint';
import type { Disruption, Effect, Plan, Scope } from '../plan';
import { eachLevel, effectWindow, type Window } from './effect-window';
import { noPressure, type Pressure, staffedShares } from './headcount-drift';
import { type Draft, type Factors, factorsOf, type Modifiers, noModifiers } from './modifiers';
import { reachesStream } from './reaches-stream';
import { reasonFactors } from './reason-demand';
import { conversionOf, convertHome, shareAtHome } from './work-at-home';

/** Everything that an effect is put together from. */
export interface Ground {
  readonly plan: Plan;
  readonly grid: Grid;
  readonly origins: readonly TeamOrigin[];
  readonly draft: Draft;
  /** By team: what presses on its headcount; null for most. */
  readonly pressure: (Pressure | null)[];
}

/**
 * Combines dated disruptions into factors for every team, stream and interval.
 *
 * Losses of different effects compose as shares of what is left (two losses of a half leave a quarter), so overlapping
 * ones never take the same seat or person twice; closures and shorter hours compose in the same way. Factors on demand,
 * handle time and price multiply. People whose seat is gone go on from home as far as their site's conversion curve
 * allows; where several conversions overlap, the furthest counts. The order of effects makes no difference.
 *
 * Cost: effects × teams or streams reached × intervals of the disruption.
 */
export function combineEffects(
  plan: Plan,
  grid: Grid,
  origins: readonly TeamOrigin[],
  disruptions: readonly Disruption[],
): Modifiers {
  const ground = groundOf(plan, grid, origins);
  for (const disruption of disruptions) {
    for (const effect of disruption.effects) addEffect(ground, effect, disruption.startDate);
  }
  settleHeadcount(ground);
  return ground.draft;
}

export function groundOf(plan: Plan, grid: Grid, origins: readonly TeamOrigin[]): Ground {
  return { plan, grid, origins, draft: noModifiers(plan, grid), pressure: plan.teams.map(() => null) };
}

/** Adds one effect that begins, with its disruption, on a date; for some of the teams in its scope when told which. */
export function addEffect(ground: Ground, effect: Effect, startDate: string, only?: (team: number) => boolean): void {
  const { grid, draft } = ground;
  const window = effectWindow(grid, startDate, effect.curve);
  if (window.to <= window.from) return;
  draft.from = Math.min(draft.from, window.from);
  draft.to = Math.max(draft.to, window.to);
  const teams = (list: Factors[], factor: (level: number) => number) =>
    eachTeam(ground, effect.scope, (at) => {
      if (!only || only(at)) multiply(list, at, grid, window, effect, factor);
    });
  const streams = (list: Factors[], factor: (level: number) => number) =>
    eachStream(ground, effect.scope, (at) => multiply(list, at, grid, window, effect, factor));
  const times = (factor: number) => (level: number) => 1 + (factor - 1) * level;
  switch (effect.kind) {
    case 'capacity': {
      const kept = (level: number) => 1 - effect.lossShare * level;
      if (effect.affects !== 'people') teams(draft.seats, kept);
      if (effect.affects !== 'seats') teams(draft.people, kept);
      break;
    }
    case 'absence':
      teams(draft.people, (level) => 1 - effect.absentShare * level);
      break;
    case 'work-at-home':
      moveHome(ground, effect, window);
      break;
    case 'demand':
      addDemand(ground, effect, window);
      break;
    case 'handle-time':
      streams(draft.handleTime, times(effect.factor));
      if (effect.scope.of !== 'world') teams(draft.teamHandleTime, times(effect.factor));
      break;
    case 'closure':
      eachStream(ground, effect.scope, (at) => lose(draft.closed, at, grid, window, effect, effect.closedShare));
      break;
    case 'route':
      closeRoutes(ground, effect, window);
      break;
    case 'hours':
      shortenHours(ground, effect, window);
      break;
    case 'price':
      teams(draft.price, times(effect.factor));
      break;
    case 'attrition':
      press(ground, effect, window, (pressure, day, level) => {
        pressure.leavers[day]! *= times(effect.factor)(level);
        pressure.refillDays = Math.min(pressure.refillDays, effect.refillDays ?? Number.POSITIVE_INFINITY);
      });
      break;
    case 'hiring-freeze':
      press(ground, effect, window, (pressure, day, level) => {
        pressure.held[day] = 1 - (1 - pressure.held[day]!) * (1 - effect.heldShare * level);
        pressure.refillDays = Math.min(pressure.refillDays, effect.refillDays ?? Number.POSITIVE_INFINITY);
      });
      break;
  }
}

function eachTeam({ origins }: Ground, scope: Scope, visit: (at: number, origin: TeamOrigin) => void): void {
  origins.forEach((origin, at) => {
    if (reachesTeam(scope, origin)) visit(at, origin);
  });
}

function eachStream({ plan }: Ground, scope: Scope, visit: (at: number) => void): void {
  plan.streams.forEach((stream, at) => {
    if (reachesStream(scope, stream)) visit(at);
  });
}

function multiply(
  list: Factors[],
  at: number,
  grid: Grid,
  window: Window,
  effect: Effect,
  factor: (level: number) => number,
): void {
  const values = factorsOf(list, at, grid, 1);
  eachLevel(window, effect.curve, (t, level) => {
    values[t]! *= factor(level);
  });
}

/** Composes shares lost: of two closures of a half, a quarter gets through. */
function lose(list: Factors[], at: number, grid: Grid, window: Window, effect: Effect, share: number): void {
  const values = factorsOf(list, at, grid, 0);
  eachLevel(window, effect.curve, (t, level) => {
    values[t] = 1 - (1 - values[t]!) * (1 - share * level);
  });
}

function addDemand(ground: Ground, effect: Extract<Effect, { kind: 'demand' }>, window: Window): void {
  const { plan, grid, draft } = ground;
  eachStream(ground, effect.scope, (at) => {
    const { reason } = effect;
    const of = (level: number) => {
      const factor = 1 + (effect.factor - 1) * level;
      return reason === undefined
        ? { demand: factor, handleTime: 1 }
        : reasonFactors(plan, plan.streams[at]!, reason, factor);
    };
    if (reason !== undefined && of(1).demand === 1) return;
    multiply(draft.demand, at, grid, window, effect, (level) => of(level).demand);
    if (reason !== undefined) multiply(draft.handleTime, at, grid, window, effect, (level) => of(level).handleTime);
  });
}

function moveHome(ground: Ground, effect: Extract<Effect, { kind: 'work-at-home' }>, window: Window): void {
  const { grid, draft } = ground;
  eachTeam(ground, effect.scope, (at, { site }) => {
    const conversion = site.seats === null ? null : conversionOf(effect, site);
    if (conversion) convertHome(draft, at, conversion, effect, window, grid);
  });
  const { attritionFactor } = effect;
  if (attritionFactor === undefined || attritionFactor === 1) return;
  press(ground, effect, window, (pressure, day, level, { site }) => {
    const conversion = site.seats === null ? null : conversionOf(effect, site);
    if (!conversion || level <= 0) return;
    const since = (grid.dayStarts[day]! - window.start) / window.perDay - effect.curve.delayDays;
    pressure.leavers[day]! *= 1 + (attritionFactor - 1) * shareAtHome(conversion, since);
  });
}

function closeRoutes(ground: Ground, effect: Extract<Effect, { kind: 'route' }>, window: Window): void {
  const { plan, grid, draft } = ground;
  eachTeam(ground, effect.scope, (team) => {
    plan.streams.forEach((_, stream) => {
      if (effect.contacts && !reachesStream(effect.contacts, plan.streams[stream]!)) return;
      let route = draft.routes.find((known) => known.team === team && known.stream === stream);
      if (!route) {
        route = { team, stream, open: new Float32Array(grid.intervals).fill(1) };
        draft.routes.push(route);
      }
      const { open } = route;
      eachLevel(window, effect.curve, (t, level) => {
        open[t]! *= 1 - effect.closedShare * level;
      });
    });
  });
}

function shortenHours(ground: Ground, effect: Extract<Effect, { kind: 'hours' }>, window: Window): void {
  const { plan, grid, draft } = ground;
  const hours = parseOpeningHours(effect.openingHours);
  const openIn = new Map<string, Float32Array>();
  const openShare = (zone: string) => {
    const known = openIn.get(zone) ?? openShares(hours, grid, zone);
    openIn.set(zone, known);
    return known;
  };
  eachTeam(ground, effect.scope, (at, { site }) => {
    const open = openShare(site.zone);
    const values = factorsOf(draft.seats, at, grid, 1);
    eachLevel(window, effect.curve, (t, level) => {
      values[t]! *= 1 - (1 - open[t]!) * level;
    });
  });
  const zones = new Map(plan.markets.map(({ id, zone }) => [id, zone]));
  eachStream(ground, effect.scope, (at) => {
    if (effect.scope.of === 'world') return;
    const open = openShare(zones.get(plan.streams[at]!.market)!);
    const values = factorsOf(draft.shut, at, grid, 0);
    draft.shutReturn[at] = Math.max(draft.shutReturn[at]!, effect.returnShare ?? 0);
    eachLevel(window, effect.curve, (t, level) => {
      values[t] = 1 - (1 - values[t]!) * (1 - (1 - open[t]!) * level);
    });
  });
}

function press(
  ground: Ground,
  effect: Effect,
  window: Window,
  change: (pressure: Pressure, day: number, level: number, origin: TeamOrigin) => void,
): void {
  const { grid, pressure } = ground;
  const days = grid.weeks * 7;
  eachTeam(ground, effect.scope, (at, origin) => {
    pressure[at] ??= noPressure(days);
    const own = pressure[at];
    let last = -1;
    eachLevel(window, effect.curve, (t, level) => {
      const day = dayOf(grid, t, last);
      if (day === last) return;
      last = day;
      change(own, day, level, origin);
    });
  });
}

/** The day of an interval, looked for from the day before on. */
function dayOf(grid: Grid, interval: number, from: number): number {
  let day = Math.max(0, from);
  while (grid.dayStarts[day + 1]! <= interval) day++;
  return day;
}

/** A share this close to the plan counts as staffed. */
const STAFFED = 1e-3;

/** Turns what presses on headcounts into people; until vacancies are filled again they are missing. */
export function settleHeadcount(ground: Ground): void {
  const { plan, grid, draft, pressure } = ground;
  pressure.forEach((own, at) => {
    if (!own) return;
    const shares = staffedShares(plan.teams[at]!, grid, own);
    const people = factorsOf(draft.people, at, grid, 1);
    const staffed = factorsOf(draft.staffed, at, grid, 1);
    for (let day = 0; day < shares.length; day++) {
      const share = shares[day]!;
      if (share === 1) continue;
      const to = grid.dayStarts[day + 1]!;
      for (let t = grid.dayStarts[day]!; t < to; t++) {
        people[t]! *= share;
        staffed[t] = share;
      }
      if (Math.abs(1 - share) > STAFFED) draft.to = Math.max(draft.to, to);
    }
  });
}
