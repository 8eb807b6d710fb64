import type { Effect, Plan, Scope } from '../../../engine/plan';
import { countryLabel, dimensionLabel, formatShare, kindLabel, languageLabel } from '../../format';

/** What an effect reaches, in names. */
export function scopeWords(scope: Scope, plan: Plan): string {
  if (scope.of === 'world') return 'Everywhere';
  const named = [plan.sites, plan.providers, plan.platforms, plan.streams, plan.markets].flatMap((list) =>
    list.map(({ id, name }) => ({ id, name })),
  );
  switch (scope.of) {
    case 'country':
      return countryLabel(scope.member);
    case 'kind':
      return kindLabel(scope.member);
    case 'language':
      return languageLabel(scope.member);
    case 'metro':
    case 'channel':
      return scope.member;
    default:
      return `${dimensionLabel(scope.of)} ${named.find((each) => each.id === scope.member)?.name ?? scope.member}`;
  }
}

/** What an effect does, in words; its size stands in a column of its own. */
export function effectWords(effect: Effect): string {
  switch (effect.kind) {
    case 'capacity':
      return { seats: 'Seats lost', people: 'People lost', both: 'Seats and people lost' }[effect.affects];
    case 'work-at-home':
      return effect.conversion === 'engineered' ? 'Work from home, prepared' : 'Work from home, improvised';
    case 'demand':
      return 'Contacts, times';
    case 'handle-time':
      return 'Handle time, times';
  }
}

/** How strong an effect is: a share lost, or a factor; nothing for work from home, whose curve belongs to the site. */
export function effectSize(effect: Effect): number | null {
  if (effect.kind === 'capacity') return effect.lossShare;
  if (effect.kind === 'work-at-home') return null;
  return effect.factor;
}

export function effectSizeText(effect: Effect): string {
  if (effect.kind === 'capacity') return formatShare(effect.lossShare);
  const size = effectSize(effect);
  return size === null ? '' : `× ${Math.round(size * 100) / 100}`;
}
