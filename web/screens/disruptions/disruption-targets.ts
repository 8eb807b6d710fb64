import type { Plan, Scope } from '../../../engine/plan';
import { channelLabel, countryLabel, dimensionLabel, kindLabel, languageLabel } from '../../format';

/** Something of the plan that an effect can strike. */
export interface Target {
  /** Key of a choice, such as `metro:Lisbon`; no member has a colon in its dimension. */
  readonly value: string;
  readonly label: string;
  readonly scope: Scope;
}

export interface TargetGroup {
  readonly group: string;
  readonly items: readonly Target[];
}

export const targetKey = (scope: Scope): string => (scope.of === 'world' ? 'world' : `${scope.of}:${scope.member}`);

/** The members that a plan has of each dimension, by name, those that nobody works in or for left out. */
export function targetGroups(plan: Plan, dimensions: readonly Scope['of'][]): TargetGroup[] {
  return dimensions
    .map((of) => ({
      group: dimensionLabel(of),
      items: membersOf(plan, of)
        .map(({ scope, label }): Target => ({ value: targetKey(scope), label, scope }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    }))
    .filter(({ items }) => items.length > 0);
}

interface Member {
  readonly scope: Scope;
  readonly label: string;
}

function membersOf(plan: Plan, of: Scope['of']): Member[] {
  if (of === 'world') return [{ scope: { of }, label: 'everywhere' }];
  const staffed = new Set(plan.teams.map((team) => team.site));
  const sites = plan.sites.filter((site) => staffed.has(site.id));
  const values = (list: readonly string[], label: (value: string) => string = String): Member[] =>
    [...new Set(list)].map((member) => ({ scope: { of, member }, label: label(member) }));
  const entries = (list: readonly { readonly id: string; readonly name: string }[]): Member[] =>
    list.map(({ id, name }) => ({ scope: { of, member: id }, label: name }));
  switch (of) {
    case 'country':
      return values(
        sites.map((site) => site.country),
        countryLabel,
      );
    case 'metro':
      return values(sites.map((site) => site.metro));
    case 'kind':
      return values(
        sites.map((site) => site.kind),
        kindLabel,
      );
    case 'site':
      return entries(sites);
    case 'provider': {
      const atWork = new Set(sites.map((site) => site.provider));
      return entries(plan.providers.filter(({ id }) => atWork.has(id)));
    }
    case 'parent': {
      const parents = new Set(plan.providers.map(({ parent }) => parent));
      return entries(plan.providers.filter(({ id }) => parents.has(id)));
    }
    case 'platform': {
      const used = new Set(sites.flatMap((site) => site.platforms));
      return entries(plan.platforms.filter(({ id }) => used.has(id)));
    }
    case 'stream':
      return entries(plan.streams);
    case 'market': {
      const served = new Set(plan.streams.map(({ market }) => market));
      return entries(plan.markets.filter(({ id }) => served.has(id)));
    }
    case 'channel':
      return values(
        plan.streams.map(({ channel }) => channel),
        channelLabel,
      );
    case 'language':
      return values(
        plan.streams.map(({ language }) => language),
        languageLabel,
      );
  }
}
