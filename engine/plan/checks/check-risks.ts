import type { Plan, Scope } from '../schema';
import { type Add, existingDate, reference } from './check-tools';
import type { Ids } from './collect-ids';

function checkScope(plan: Plan, ids: Ids, path: string, scope: Scope, add: Add): void {
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

export function checkRisks(plan: Plan, ids: Ids, add: Add): void {
  plan.disruptions.forEach((disruption, at) => {
    existingDate(`disruptions[${at}].startDate`, disruption.startDate, add);
    disruption.effects.forEach((effect, index) => {
      const path = `disruptions[${at}].effects[${index}]`;
      checkScope(plan, ids, `${path}.scope`, effect.scope, add);
      const supply = effect.kind === 'capacity' || effect.kind === 'work-at-home';
      if (supply && ['stream', 'market', 'channel', 'language'].includes(effect.scope.of)) {
        add(
          'plan.scope',
          `${path}.scope.of`,
          effect.scope.of,
          'a part of the footprint: world, country, metro, site, provider, parent, platform, kind',
        );
      }
      if (
        !supply &&
        ['country', 'metro', 'site', 'provider', 'parent', 'platform', 'kind'].includes(effect.scope.of) &&
        effect.kind === 'demand'
      ) {
        add(
          'plan.scope',
          `${path}.scope.of`,
          effect.scope.of,
          'a part of the demand: world, stream, market, channel, language',
        );
      }
    });
  });
  plan.hazards.forEach((hazard, at) => {
    checkScope(plan, ids, `hazards[${at}].scope`, hazard.scope, add);
  });
  plan.scenarios.forEach((scenario, at) => {
    scenario.disruptions.forEach((id, index) => {
      reference(ids.disruptions, `scenarios[${at}].disruptions[${index}]`, id, 'disruption', add);
    });
    scenario.moves.forEach((move, index) => {
      const path = `scenarios[${at}].moves[${index}]`;
      move.streams?.forEach((id, each) => {
        reference(ids.streams, `${path}.streams[${each}]`, id, 'stream', add);
      });
      checkScope(plan, ids, `${path}.from`, move.from, add);
      checkScope(plan, ids, `${path}.to`, move.to, add);
    });
  });
  plan.policies.limits.forEach((limit, at) => {
    if (limit.maxShare === undefined && limit.minShare === undefined) {
      add('plan.limit', `policies.limits[${at}]`, 'neither maxShare nor minShare', 'at least one of the two');
    }
  });
}
