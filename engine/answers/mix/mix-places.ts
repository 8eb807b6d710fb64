import { withSizes } from '../../footprint';
import type { Plan } from '../../plan';
import { cheapestMix, type Mix, mixAt } from '../../sourcing';
import type { LinearSolver } from '../../stats';
import type { MixGround } from './mix-ground';
import { mixLimits } from './mix-limits';
import type { MixSettings } from './mix-options';

/** A mix that can be asked for by itself: today's, a place on the frontier from 1, or one of those that are spread wider. */
export type MixPlace = 'today' | `mix-${number}` | `spread-${number}`;

/** How much of what the plan allows the largest owner, country and metro may have in the mixes that are spread wider. */
export const SPREADS = [0.95, 0.9, 0.85] as const;

/** Every place of a study, in the order in which they are found. */
export function mixPlaces(points: number): MixPlace[] {
  return [
    'today',
    ...Array.from({ length: points }, (_, at): MixPlace => `mix-${at + 1}`),
    ...SPREADS.map((_, at): MixPlace => `spread-${at + 1}`),
  ];
}

export function placeName(place: MixPlace): string {
  if (place === 'today') return 'Today';
  const number = Number(place.split('-')[1]);
  if (place.startsWith('mix-')) return `Mix ${number}`;
  return `Spread ${Math.round(SPREADS[number - 1]! * 100)} %`;
}

/** The mix at a place; null where there is none. Found once for a ground. */
export function mixOfPlace(ground: MixGround, place: MixPlace, settings: MixSettings, solve: LinearSolver): Mix | null {
  const key = `${place} of ${settings.points}`;
  const known = ground.found.get(key);
  const mix = known === undefined ? findMix(ground, place, settings, solve) : known;
  ground.found.set(key, mix);
  return mix;
}

function findMix(ground: MixGround, place: MixPlace, settings: MixSettings, solve: LinearSolver): Mix | null {
  const { problem, start, safest } = ground;
  if (place === 'today') return start.today;
  const number = Number(place.split('-')[1]);
  if (place.startsWith('mix-'))
    return mixAt(problem, solve, start, safest, (number - 1) / Math.max(1, settings.points - 1));
  if (start.cheapest === null) return null;
  const { plan, ready } = ground;
  const limits = tighterLimits(ground, SPREADS[number - 1]!);
  const tighter = { ...problem, limits: mixLimits(withSizes(plan), ready.network, limits) };
  return cheapestMix(tighter, solve, start);
}

const SPREAD_OVER = ['parent', 'country', 'metro'] as const;

/** The limits in force, and caps on every owner, country and metro at a part of what is allowed, or of what the largest has today. */
function tighterLimits({ limits, ready }: MixGround, part: number): Plan['policies']['limits'] {
  const { origins } = ready.network;
  const hours = ready.base.teams.map(({ total }) => total.productiveHours);
  const whole = hours.reduce((sum, value) => sum + value, 0);
  return [
    ...limits,
    ...SPREAD_OVER.map((dimension) => {
      const caps = limits.flatMap(({ dimension: of, member, maxShare }) =>
        of === dimension && member === undefined && maxShare !== undefined ? [maxShare as number] : [],
      );
      const today = new Map<string, number>();
      origins.forEach(({ parent, site }, at) => {
        const one = dimension === 'parent' ? parent.id : site[dimension];
        today.set(one, (today.get(one) ?? 0) + hours[at]! / whole);
      });
      const allowed = Math.min(...caps, Math.max(...today.values()));
      return { dimension, maxShare: (allowed * part) as Plan['policies']['limits'][number]['maxShare'] };
    }),
  ];
}
