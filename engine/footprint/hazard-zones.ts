import type { Hazard, Plan, Site } from '../plan';
import { countryName } from './country-name';

/** Sites that one event can strike together. */
export interface HazardZone {
  /** The id of its first hazard; of sites that no hazard reaches, the metro's name. */
  readonly id: string;
  /** The place that its widest hazard strikes, or the metro. */
  readonly name: string;
  /** Names of the plan's hazards that strike it. */
  readonly hazards: readonly string[];
  readonly sites: readonly string[];
}

/**
 * Cuts the sites of a plan into the zones of its hazards.
 *
 * Use to count places that fall to the same storm, quake or power cut as one, whatever their metro is called. A zone holds
 * the sites that one hazard of a place reaches: of a site, metro or country, or of a power grid. Zones that share a site
 * are one; sites that no such hazard reaches stand by their metro. What strikes everybody, a provider or a contact
 * platform makes no zone. Cost: sites × hazards.
 *
 * @example hazardZones(plan).map(({ name, sites }) => [name, sites.length]) // [['Metro Manila', 4], ['Leipzig', 1]]
 */
export function hazardZones(plan: Plan): HazardZone[] {
  const grids = new Set(plan.platforms.flatMap(({ id, kind }) => (kind === 'power-grid' ? [id] : [])));
  const groups: { hazards: { hazard: Hazard; reach: number }[]; sites: Set<string> }[] = [];
  for (const hazard of plan.hazards) {
    const struck = plan.sites.filter((site) => strikes(hazard, site, grids)).map(({ id }) => id);
    if (struck.length === 0) continue;
    const joined = { hazards: [{ hazard, reach: struck.length }], sites: new Set(struck) };
    for (const group of groups.filter(({ sites }) => struck.some((site) => sites.has(site)))) {
      joined.hazards.unshift(...group.hazards);
      for (const site of group.sites) joined.sites.add(site);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  const zones = groups.map(({ hazards, sites }): HazardZone => {
    const widest = hazards.reduce((best, each) => (each.reach > best.reach ? each : best));
    return {
      id: hazards[0]!.hazard.id,
      name: placeName(plan, widest.hazard),
      hazards: hazards.map(({ hazard }) => hazard.name),
      sites: plan.sites.flatMap(({ id }) => (sites.has(id) ? [id] : [])),
    };
  });
  const rest = plan.sites.filter(({ id }) => !groups.some(({ sites }) => sites.has(id)));
  for (const metro of new Set(rest.map((site) => site.metro))) {
    const sites = rest.filter((site) => site.metro === metro).map(({ id }) => id);
    zones.push({ id: metro, name: metro, hazards: [], sites });
  }
  return zones;
}

function strikes({ scope }: Hazard, site: Site, grids: ReadonlySet<string>): boolean {
  switch (scope.of) {
    case 'site':
      return site.id === scope.member;
    case 'metro':
      return site.metro === scope.member;
    case 'country':
      return site.country === scope.member;
    case 'platform':
      return grids.has(scope.member) && site.platforms.includes(scope.member);
    default:
      return false;
  }
}

function placeName(plan: Plan, { scope }: Hazard): string {
  if (scope.of === 'world') return 'Everywhere';
  if (scope.of === 'country') return countryName(scope.member);
  return [...plan.sites, ...plan.platforms].find(({ id }) => id === scope.member)?.name ?? scope.member;
}
