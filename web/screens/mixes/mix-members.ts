import type { Move, Plan } from '../../../engine/plan';
import { countryLabel, kindLabel } from '../../format';

/** Where work can be moved from and to. */
export type PlaceKind = Move['from']['of'];

export const PLACE_KINDS: readonly { readonly value: PlaceKind; readonly label: string }[] = [
  { value: 'country', label: 'Country' },
  { value: 'provider', label: 'Provider' },
  { value: 'parent', label: 'Parent company' },
  { value: 'kind', label: 'Kind of site' },
  { value: 'metro', label: 'Metro' },
  { value: 'site', label: 'Site' },
];

export interface Member {
  readonly value: string;
  readonly label: string;
  /** Heads on the first day. */
  readonly heads: number;
}

/** The members of a dimension that people work in, the largest first. */
export function membersOf(plan: Plan, kind: PlaceKind): Member[] {
  const heads = new Map<string, number>();
  for (const site of plan.sites) {
    const teams = plan.teams.filter((team) => team.site === site.id);
    const count = teams.reduce((sum, team) => sum + team.headcount.reduce((all, entry) => all + entry.heads, 0), 0);
    const member = memberOf(plan, site, kind);
    heads.set(member, (heads.get(member) ?? 0) + count);
  }
  return [...heads]
    .map(([value, count]) => ({ value, label: memberName(plan, kind, value), heads: count }))
    .sort((a, b) => b.heads - a.heads || a.label.localeCompare(b.label));
}

function memberOf(plan: Plan, site: Plan['sites'][number], kind: PlaceKind): string {
  switch (kind) {
    case 'country':
      return site.country;
    case 'metro':
      return site.metro;
    case 'kind':
      return site.kind;
    case 'site':
      return site.id;
    case 'provider':
      return site.provider;
    case 'parent':
      return topParent(plan, site.provider);
  }
}

function topParent(plan: Plan, provider: string): string {
  let top = provider;
  for (let step = 0; step < plan.providers.length; step++) {
    const parent = plan.providers.find((each) => each.id === top)?.parent;
    if (parent === undefined) break;
    top = parent;
  }
  return top;
}

export function memberName(plan: Plan, kind: PlaceKind, member: string): string {
  if (kind === 'country') return countryLabel(member);
  if (kind === 'kind') return kindLabel(member);
  if (kind === 'site') return plan.sites.find((site) => site.id === member)?.name ?? member;
  if (kind === 'provider' || kind === 'parent')
    return plan.providers.find((provider) => provider.id === member)?.name ?? member;
  return member;
}
