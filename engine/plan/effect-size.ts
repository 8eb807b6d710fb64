import type { Effect } from './schema';

type WithoutPlace<Each> = Each extends unknown ? Omit<Each, 'scope' | 'curve'> : never;
/** An effect by what it does, wherever and whenever. */
export type EffectForce = WithoutPlace<Effect>;

/** How strong an effect is at its height: a share of something lost, or a factor on something. */
export interface EffectSize {
  readonly of: 'share' | 'factor';
  readonly value: number;
}

/** The field that holds an effect's strength. */
export function effectSizeField(
  effect: EffectForce,
): 'lossShare' | 'absentShare' | 'closedShare' | 'heldShare' | 'factor' | null {
  switch (effect.kind) {
    case 'capacity':
      return 'lossShare';
    case 'absence':
      return 'absentShare';
    case 'closure':
    case 'route':
      return 'closedShare';
    case 'hiring-freeze':
      return 'heldShare';
    case 'work-at-home':
    case 'hours':
      return null;
    default:
      return 'factor';
  }
}

/** The strength of an effect; null for work from home, which has a curve, and for opening hours. */
export function effectSize(effect: EffectForce): EffectSize | null {
  const field = effectSizeField(effect);
  if (field === null) return null;
  const value = (effect as unknown as Record<typeof field, number>)[field];
  return { of: field === 'factor' ? 'factor' : 'share', value };
}
