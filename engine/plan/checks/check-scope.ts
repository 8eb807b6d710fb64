import type { Plan, Scope } from '../schema';
import { type Add, reference } from './check-tools';
import type { Ids } from './collect-ids';

export const ON_SUPPLY = new Set(['country', 'metro', 'site', 'provider', 'parent', 'platform', 'kind']);
export const ON_DEMAND = new Set(['stream', 'market', 'channel', 'language']);
export const FOOTPRINT = 'a part of the footprint: world, country, metro, site, provider, parent, platform, kind';
export const DEMAND = 'a part of the demand: world, stream, market, channel, language';

/** Whether the plan has what a scope names. */
export function checkScope(plan: Plan, ids: Ids, path: string, scope: Scope, add: Add): void {
  if (scope.of === 'world') return;
  const known: Record<Exclude<Scope['of'], 'world'>, ReadonlySet<string>> = {
    country: new Set(plan.sites.map((site) => site.country)),
    metro: new Set(plan.sites.map((site) => site.metro)),
    site: ids.sites,
    provider: ids.providers,
    parent: ids.providers,
    platform: ids.platforms,
    kind: new Set(['in-house', 'outsourced', 'offshore', 'nearshore', 'work-at-home']),
    stream: ids.streams,
    market: ids.markets,
    channel: new Set(plan.streams.map((stream) => stream.channel)),
    language: new Set(plan.streams.map((stream) => stream.language)),
  };
  reference(known[scope.of], `${path}.member`, scope.member, `${scope.of} of this plan`, add);
}
