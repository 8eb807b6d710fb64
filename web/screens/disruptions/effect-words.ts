import { type Effect, effectSize, type Plan, type Scope } from '../../../engine/plan';
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
    case 'absence':
      return 'People absent';
    case 'demand':
      return effect.reason === undefined ? 'Contacts, times' : `Contacts for “${effect.reason}”, times`;
    case 'handle-time':
      return 'Handle time, times';
    case 'closure':
      return 'Can’t get through';
    case 'route':
      return 'Contacts not delivered there';
    case 'hours':
      return `Open ${effect.openingHours} only`;
    case 'price':
      return 'Wages and prices, times';
    case 'attrition':
      return 'Leavers, times';
    case 'hiring-freeze':
      return 'Hires held back';
  }
}

export function effectSizeText(effect: Effect): string {
  const size = effectSize(effect);
  if (!size) return '';
  return size.of === 'share' ? formatShare(size.value) : `× ${Math.round(size.value * 100) / 100}`;
}
