/** New ids by kind of thing and old id; what isn't named keeps its id. */
export type Renames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Fields that hold one id, or a list of ids, of a kind. */
const REFERENCES: Readonly<Record<string, string>> = {
  market: 'markets',
  markets: 'markets',
  reason: 'reasons',
  reasons: 'reasons',
  stream: 'streams',
  streams: 'streams',
  skill: 'skills',
  platforms: 'platforms',
  provider: 'providers',
  parent: 'providers',
  site: 'sites',
  sites: 'sites',
  team: 'teams',
  teams: 'teams',
  event: 'events',
  measure: 'measures',
  history: 'histories',
  disruptions: 'disruptions',
  playbook: 'playbooks',
};

/** Kinds of things that a scope, a limit or a budget names. */
const SCOPES: Readonly<Record<string, string>> = {
  market: 'markets',
  stream: 'streams',
  platform: 'platforms',
  provider: 'providers',
  parent: 'providers',
  site: 'sites',
};

/**
 * A list of a plan's document with other ids: its members' own, and whatever they refer to.
 *
 * Works on fields' names, so it needs no knowledge of where they stand; a merged plan is read again afterwards, and any
 * reference that leads nowhere is found there. Cost: linear in the document.
 */
export function renameList<T extends { readonly id?: string }>(
  list: string,
  entries: readonly T[],
  renames: Renames,
): T[] {
  const named = (kind: string, id: string) => renames.get(kind)?.get(id) ?? id;
  const field = (key: string, value: unknown, holder: Record<string, unknown>): unknown => {
    if (key === 'reason' && list === 'overrides') return value;
    if (key === 'member' && typeof value === 'string') {
      const kind = SCOPES[String(holder.of ?? holder.dimension)];
      return kind ? named(kind, value) : value;
    }
    if ((key === 'to' || key === 'from') && typeof value === 'string') {
      if (list === 'transfers') return named('teams', value);
      return key === 'to' ? named('streams', value) : value;
    }
    if (key === 'path' && list === 'scenarios' && typeof value === 'string') return path(value);
    const kind = REFERENCES[key];
    if (kind && typeof value === 'string') return named(kind, value);
    if (kind && Array.isArray(value) && value.every((one) => typeof one === 'string'))
      return [...new Set(value.map((one) => named(kind, one)))];
    return walk(value);
  };
  const path = (text: string) => {
    const [top = '', id = '', ...rest] = text.split('/');
    return [top, named(top === 'routing' ? 'streams' : top, id), ...rest].join('/');
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const holder = value as Record<string, unknown>;
    return Object.fromEntries(Object.entries(holder).map(([key, inner]) => [key, field(key, inner, holder)]));
  };
  return entries.map((entry) => {
    const renamed = walk(entry) as T;
    return entry.id === undefined ? renamed : { ...renamed, id: named(list, entry.id) };
  });
}
