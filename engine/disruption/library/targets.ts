import { memberLabel } from '../../footprint';
import { channelWord, dimensionWord, languageWord, type Plan, type Scope, siteKindWord } from '../../plan';

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

/**
 * The members that a plan has of each dimension, those that nobody works in or for left out. Parts of the footprint come
 * with the most people first, one's own company last; parts of the demand as the plan has them.
 */
export function targetGroups(plan: Plan, dimensions: readonly Scope['of'][]): TargetGroup[] {
  return dimensions
    .map((of) => ({
      group: dimensionWord(of),
      items: membersOf(plan, of).map(({ scope, label }): Target => ({ value: targetKey(scope), label, scope })),
    }))
    .filter(({ items }) => items.length > 0);
}

type Site = Plan['sites'][number];

/** People on the plan's first day, of the sites that have a team. */
function headsBySite(plan: Plan): Map<string, number> {
  const heads = new Map<string, number>();
  for (const { site, headcount } of plan.teams) {
    heads.set(
      site,
      headcount.reduce((sum, entry) => sum + entry.heads, heads.get(site) ?? 0),
    );
  }
  return heads;
}

interface Member {
  readonly scope: Scope;
  readonly label: string;
}

function membersOf(plan: Plan, of: Scope['of']): Member[] {
  if (of === 'world') return [{ scope: { of }, label: dimensionWord(of) }];
  const heads = headsBySite(plan);
  const sites = plan.sites.filter(({ id }) => heads.has(id));
  const values = (list: readonly string[], label: (value: string) => string = String): Member[] =>
    [...new Set(list)].map((member) => ({ scope: { of, member }, label: label(member) }));
  const entries = (list: readonly { readonly id: string; readonly name: string }[]): Member[] =>
    list.map(({ id, name }) => ({ scope: { of, member: id }, label: name }));
  /** With the most people first; what stands equal stays in the plan's order. */
  const largest = (members: readonly Member[], memberOf: (site: Site) => readonly string[]): Member[] => {
    const size = new Map<string, number>();
    for (const site of sites) {
      for (const member of memberOf(site)) size.set(member, (size.get(member) ?? 0) + (heads.get(site.id) ?? 0));
    }
    const sizeOf = ({ scope }: Member) => (scope.of === 'world' ? 0 : (size.get(scope.member) ?? 0));
    return [...members].sort((a, b) => sizeOf(b) - sizeOf(a));
  };
  switch (of) {
    case 'country':
      return largest(
        values(
          sites.map((site) => site.country),
          (country) => memberLabel(plan, 'country', country),
        ),
        (site) => [site.country],
      );
    case 'metro':
      return largest(values(sites.map((site) => site.metro)), (site) => [site.metro]);
    case 'kind':
      return largest(
        values(
          sites.map((site) => site.kind),
          siteKindWord,
        ),
        (site) => [site.kind],
      );
    case 'site':
      return largest(entries(sites), (site) => [site.id]);
    case 'provider': {
      const atWork = new Set(sites.map((site) => site.provider));
      const isOwn = new Set(plan.providers.filter(({ kind }) => kind === 'in-house').map(({ id }) => id));
      return largest(entries(plan.providers.filter(({ id }) => atWork.has(id))), (site) =>
        isOwn.has(site.provider) ? [] : [site.provider],
      );
    }
    case 'parent': {
      const parents = new Set(plan.providers.map(({ parent }) => parent));
      return entries(plan.providers.filter(({ id }) => parents.has(id)));
    }
    case 'platform': {
      const used = new Set(sites.flatMap((site) => site.platforms));
      return largest(entries(plan.platforms.filter(({ id }) => used.has(id))), (site) => site.platforms);
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
        channelWord,
      );
    case 'language':
      return values(
        plan.streams.map(({ language }) => language),
        languageWord,
      );
  }
}
