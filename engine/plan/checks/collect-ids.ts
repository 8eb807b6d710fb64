import type { Plan } from '../schema';
import type { Add } from './check-tools';

/** The ids of every list that others refer to. */
export type Ids = {
  readonly [K in
    | 'markets'
    | 'reasons'
    | 'streams'
    | 'platforms'
    | 'providers'
    | 'sites'
    | 'teams'
    | 'disruptions'
    | 'playbooks'
    | 'events'
    | 'histories']: ReadonlySet<string>;
};

/** Gathers ids, and notes those that stand twice in one list. */
export function collectIds(plan: Plan, add: Add): Ids {
  const collect = (list: string, entries: readonly { readonly id: string }[]) => {
    const seen = new Set<string>();
    entries.forEach((entry, at) => {
      if (seen.has(entry.id))
        add('plan.duplicate-id', `${list}[${at}].id`, entry.id, 'an id that no other entry of the list has');
      seen.add(entry.id);
    });
    return seen;
  };
  collect('hazards', plan.hazards);
  collect('scenarios', plan.scenarios);
  collect('measures', plan.measures ?? []);
  collect('overrides', plan.overrides ?? []);
  return {
    markets: collect('markets', plan.markets),
    reasons: collect('reasons', plan.reasons),
    streams: collect('streams', plan.streams),
    platforms: collect('platforms', plan.platforms),
    providers: collect('providers', plan.providers),
    sites: collect('sites', plan.sites),
    teams: collect('teams', plan.teams),
    disruptions: collect('disruptions', plan.disruptions),
    playbooks: collect('playbooks', plan.playbooks ?? []),
    events: collect('events', plan.events ?? []),
    histories: collect('histories', plan.histories),
  };
}
