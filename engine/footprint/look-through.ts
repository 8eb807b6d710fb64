import { languageWord, type Plan, type Provider, type Scope, type Site, type Team } from '../plan';
import { countryName } from './country-name';
import { hazardZones } from './hazard-zones';

/** The dimensions by which a footprint can be concentrated, and fail. */
export const DIMENSIONS = ['provider', 'parent', 'country', 'metro', 'kind', 'platform', 'site'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Everything through which work is looked at: the footprint, the hazards and carriers it shares, and the kinds of work. */
export const LOOK_THROUGH = [...DIMENSIONS, 'zone', 'carrier', 'language', 'skill'] as const;
export type LookThrough = (typeof LOOK_THROUGH)[number];

/** Where a team's hours really come from, looked through site and provider to the top. */
export interface TeamOrigin {
  readonly team: Team;
  readonly site: Site;
  readonly provider: Provider;
  /** The owner at the top of the provider's chain of parents; the provider itself when it has none. */
  readonly parent: Provider;
}

export function teamOrigins(plan: Plan): TeamOrigin[] {
  const sites = new Map(plan.sites.map((site) => [site.id, site]));
  const providers = new Map(plan.providers.map((provider) => [provider.id, provider]));
  return plan.teams.map((team) => {
    const site = sites.get(team.site)!;
    const provider = providers.get(site.provider)!;
    return { team, site, provider, parent: ownersOf(provider, providers).at(-1)! };
  });
}

/** A provider and its owners, one above the other, up to the top. */
export function ownersOf(provider: Provider, providers: ReadonlyMap<string, Provider>): Provider[] {
  const chain = [provider];
  for (;;) {
    const parent = providers.get(chain.at(-1)!.parent ?? '');
    if (!parent || chain.includes(parent)) return chain;
    chain.push(parent);
  }
}

/** The members of a dimension to which a team belongs; several for platforms, one for the rest. */
export function membersOf(origin: TeamOrigin, dimension: Dimension): readonly string[] {
  switch (dimension) {
    case 'provider':
      return [origin.provider.id];
    case 'parent':
      return [origin.parent.id];
    case 'country':
      return [origin.site.country];
    case 'metro':
      return [origin.site.metro];
    case 'kind':
      return [origin.site.kind];
    case 'platform':
      return origin.site.platforms;
    case 'site':
      return [origin.site.id];
  }
}

/** The members of a dimension to which a team's work for one stream belongs; without a stream, none of language and skill. */
export function workMembers(
  plan: Plan,
  dimension: LookThrough,
): (origin: TeamOrigin, stream: number | null) => readonly string[] {
  switch (dimension) {
    case 'zone': {
      const zoneOf = new Map(hazardZones(plan).flatMap(({ id, sites }) => sites.map((site) => [site, [id]] as const)));
      return ({ site }) => zoneOf.get(site.id) ?? [];
    }
    case 'carrier': {
      const carriers = new Set(plan.platforms.flatMap(({ id, kind }) => (kind === 'carrier' ? [id] : [])));
      return ({ site }) => site.platforms.filter((platform) => carriers.has(platform));
    }
    case 'language':
    case 'skill':
      return (_, stream) => (stream === null ? [] : [plan.streams[stream]![dimension]]);
    default:
      return (origin) => membersOf(origin, dimension);
  }
}

/** A member's name for people. */
export function memberLabel(plan: Plan, dimension: LookThrough, member: string): string {
  const named = (entries: readonly { readonly id: string; readonly name: string }[]) =>
    entries.find((entry) => entry.id === member)?.name ?? member;
  switch (dimension) {
    case 'provider':
    case 'parent':
      return named(plan.providers);
    case 'platform':
    case 'carrier':
      return named(plan.platforms);
    case 'site':
      return named(plan.sites);
    case 'zone':
      return hazardZones(plan).find(({ id }) => id === member)?.name ?? member;
    case 'language':
      return languageWord(member);
    case 'country':
      return countryName(member);
    default:
      return member;
  }
}

/** Whether an effect's scope reaches a team. A parent reaches all the providers below it. */
export function reachesTeam(scope: Scope, origin: TeamOrigin): boolean {
  switch (scope.of) {
    case 'world':
      return true;
    case 'stream':
    case 'market':
    case 'channel':
    case 'language':
      return false;
    case 'parent':
      return (
        origin.parent.id === scope.member ||
        origin.provider.id === scope.member ||
        origin.provider.parent === scope.member
      );
    default:
      return membersOf(origin, scope.of).includes(scope.member);
  }
}
