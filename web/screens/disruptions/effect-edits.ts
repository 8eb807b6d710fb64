import type { Disruption, Effect, Plan, Scope } from '../../../engine/plan';
import { type Editable, editPlan } from '../../state';
import { effectWords } from './effect-words';

/** The kinds of effect as planners tell them apart. */
export const EFFECT_FORMS = [
  { value: 'seats', label: 'Seats lost' },
  { value: 'people', label: 'People lost' },
  { value: 'both', label: 'Seats and people lost' },
  { value: 'absence', label: 'People absent' },
  { value: 'emergency', label: 'Work from home, improvised' },
  { value: 'engineered', label: 'Work from home, prepared' },
  { value: 'demand', label: 'Contacts, times' },
  { value: 'handle-time', label: 'Handle time, times' },
  { value: 'closure', label: 'Customers can’t get through' },
  { value: 'route', label: 'Contacts not delivered there' },
  { value: 'hours', label: 'Shorter opening hours' },
  { value: 'price', label: 'Wages and prices, times' },
  { value: 'attrition', label: 'Leavers, times' },
  { value: 'hiring-freeze', label: 'Hires held back' },
] as const;

export type EffectForm = (typeof EFFECT_FORMS)[number]['value'];

export function formOf(effect: Effect): EffectForm {
  if (effect.kind === 'capacity') return effect.affects;
  return effect.kind === 'work-at-home' ? effect.conversion : effect.kind;
}

const SUPPLY = ['site', 'metro', 'country', 'kind', 'provider', 'parent', 'platform', 'world'] as const;
const DEMAND = ['stream', 'market', 'channel', 'language', 'world'] as const;
const EITHER = [...new Set([...DEMAND, ...SUPPLY])];

/** What an effect of a form may strike. */
export function dimensionsOf(form: EffectForm): readonly Scope['of'][] {
  if (form === 'demand' || form === 'closure') return DEMAND;
  return form === 'handle-time' || form === 'hours' ? EITHER : SUPPLY;
}

/** The force of each form before the planner sets its size: no change at all. */
const IDLE: Record<EffectForm, object> = {
  seats: { kind: 'capacity', affects: 'seats', lossShare: 0 },
  people: { kind: 'capacity', affects: 'people', lossShare: 0 },
  both: { kind: 'capacity', affects: 'both', lossShare: 0 },
  absence: { kind: 'absence', absentShare: 0 },
  emergency: { kind: 'work-at-home', conversion: 'emergency' },
  engineered: { kind: 'work-at-home', conversion: 'engineered' },
  demand: { kind: 'demand', factor: 1 },
  'handle-time': { kind: 'handle-time', factor: 1 },
  closure: { kind: 'closure', closedShare: 0 },
  route: { kind: 'route', closedShare: 0 },
  hours: { kind: 'hours', openingHours: '24/7' },
  price: { kind: 'price', factor: 1 },
  attrition: { kind: 'attrition', factor: 1 },
  'hiring-freeze': { kind: 'hiring-freeze', heldShare: 0 },
};

/**
 * The same effect in another form. Where and when stay as far as the form allows; what can't carry over (a share lost
 * says nothing of a factor) starts as no change at all, for the planner to set.
 */
export function inForm(effect: Effect, form: EffectForm): Effect {
  const scope: Scope = dimensionsOf(form).includes(effect.scope.of) ? effect.scope : { of: 'world' };
  const isLoss = effect.kind === 'capacity' && (form === 'seats' || form === 'people' || form === 'both');
  if (isLoss) return { ...effect, affects: form, scope };
  if (formOf(effect) === form) return { ...effect, scope };
  return { ...IDLE[form], scope, curve: effect.curve, source: 'Set by hand', grade: 'opinion' } as Effect;
}

/** Adds an effect where and when the given one strikes, without any strength yet. */
export function addEffect(disruption: Disruption, like: Effect): void {
  const isSupply = dimensionsOf('people').includes(like.scope.of);
  const fresh = inForm({ ...like, kind: 'handle-time', factor: 1 }, isSupply ? 'people' : 'demand');
  editEffects(`add an effect to ${disruption.name}`, disruption, (effects) => {
    effects.push(structuredClone(fresh) as Editable<Effect>);
  });
}

export function removeEffect(disruption: Disruption, at: number): void {
  const effect = disruption.effects[at];
  if (!effect) return;
  editEffects(`remove ${effectWords(effect)} from ${disruption.name}`, disruption, (effects) => {
    effects.splice(at, 1);
  });
}

/** Replaces an effect, such as by the same in another form or elsewhere. */
export function replaceEffect(disruption: Disruption, at: number, effect: Effect, what: string): void {
  editEffects(`${what} of an effect of ${disruption.name}`, disruption, (effects) => {
    effects[at] = structuredClone(effect) as Editable<Effect>;
  });
}

function editEffects(step: string, { id }: Disruption, recipe: (effects: Editable<Effect>[]) => void): void {
  editPlan(step, (draft: Editable<Plan>) => {
    const found = draft.disruptions.find((each) => each.id === id);
    if (found) recipe(found.effects);
  });
}

/** Notes that an effect's size is the planner's own by now; a source stands for what it says alone. */
export function sizedByHand(effect: Editable<Effect>): void {
  const note = 'size set by hand';
  if (!effect.source?.endsWith(note)) effect.source = effect.source ? `${effect.source}; ${note}` : 'Set by hand';
  effect.grade = 'opinion';
}
