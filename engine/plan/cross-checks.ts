import { isDate, isZone, openingHoursIssue } from '../calendar';
import { type Issue, issue, nearlyEqual } from '../units';
import type { Plan, Scope } from './schema';

/** What a schema can't say about one field alone: references, sums, dates that exist, chains without a circle. */
export function crossCheck(plan: Plan): Issue[] {
  const found: Issue[] = [];
  const add = (code: string, path: string, value: unknown, allowed: string, message?: string) => {
    found.push(issue(code, path, value, allowed, message));
  };
  const names = collectIds(plan, add);
  checkCalendar(plan, add);
  checkMarkets(plan, add);
  checkStreams(plan, names, add);
  checkProviders(plan, names, add);
  checkSites(plan, names, add);
  checkTeams(plan, names, add);
  checkRouting(plan, names, add);
  checkRisks(plan, names, add);
  return found;
}

type Add = (code: string, path: string, value: unknown, allowed: string, message?: string) => void;
type Ids = {
  readonly [K in
    | 'markets'
    | 'reasons'
    | 'streams'
    | 'platforms'
    | 'providers'
    | 'sites'
    | 'teams'
    | 'disruptions'
    | 'histories']: ReadonlySet<string>;
};

function collectIds(plan: Plan, add: Add): Ids {
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
  return {
    markets: collect('markets', plan.markets),
    reasons: collect('reasons', plan.reasons),
    streams: collect('streams', plan.streams),
    platforms: collect('platforms', plan.platforms),
    providers: collect('providers', plan.providers),
    sites: collect('sites', plan.sites),
    teams: collect('teams', plan.teams),
    disruptions: collect('disruptions', plan.disruptions),
    histories: collect('histories', plan.histories),
  };
}

function reference(ids: ReadonlySet<string>, path: string, value: string, what: string, add: Add): void {
  if (ids.has(value)) return;
  const some = [...ids].slice(0, 8).join(', ');
  const allowed =
    ids.size === 0
      ? `a ${what} of this plan (it has none)`
      : `the id of a ${what}: ${some}${ids.size > 8 ? ', …' : ''}`;
  add('plan.unknown-reference', path, value, allowed);
}

function sumsToOne(values: readonly number[], path: string, add: Add): void {
  const sum = values.reduce((total, value) => total + value, 0);
  if (!nearlyEqual(sum, 1, 1e-3))
    add('plan.shares', path, `shares that add to ${Number(sum.toFixed(6))}`, 'shares that add to 1');
}

function existingDate(path: string, value: string, add: Add): void {
  if (!isDate(value)) add('plan.date', path, value, 'a day that exists, such as 2027-01-04');
}

function checkZone(path: string, value: string, add: Add): void {
  if (!isZone(value)) add('plan.zone', path, value, 'an IANA time zone such as Europe/Berlin');
}

function checkHours(path: string, value: string, add: Add): void {
  const wrong = openingHoursIssue(value);
  if (wrong) add('plan.opening-hours', path, value, wrong);
}

function checkCalendar(plan: Plan, add: Add): void {
  existingDate('calendar.startDate', plan.calendar.startDate, add);
  checkZone('calendar.zone', plan.calendar.zone, add);
}

function checkMarkets(plan: Plan, add: Add): void {
  plan.markets.forEach((market, at) => {
    checkZone(`markets[${at}].zone`, market.zone, add);
    checkHours(`markets[${at}].openingHours`, market.openingHours, add);
    market.holidays.forEach((day, index) => {
      existingDate(`markets[${at}].holidays[${index}].date`, day.date, add);
    });
  });
}

function checkStreams(plan: Plan, ids: Ids, add: Add): void {
  plan.streams.forEach((stream, at) => {
    const path = `streams[${at}]`;
    reference(ids.markets, `${path}.market`, stream.market, 'market', add);
    sumsToOne(stream.demand.dayOfWeekShare, `${path}.demand.dayOfWeekShare`, add);
    const rows = stream.demand.intradayShare;
    if (![1, 2, 7].includes(rows.length)) {
      add(
        'plan.rows',
        `${path}.demand.intradayShare`,
        `${rows.length} rows`,
        '1 row (every day), 2 (weekday, weekend) or 7 (Monday to Sunday)',
      );
    }
    rows.forEach((row, index) => {
      if (![24, 48, 96].includes(row.length)) {
        add(
          'plan.rows',
          `${path}.demand.intradayShare[${index}]`,
          `${row.length} parts`,
          '24, 48 or 96 equal parts of a day',
        );
      }
      if (row.some((part) => part > 0)) sumsToOne(row, `${path}.demand.intradayShare[${index}]`, add);
    });
    if (stream.demand.kind === 'weekly' && stream.demand.contactsByWeek.length !== plan.calendar.weeks) {
      add(
        'plan.weeks',
        `${path}.demand.contactsByWeek`,
        `${stream.demand.contactsByWeek.length} weeks`,
        `one number for each of the plan's ${plan.calendar.weeks} weeks`,
      );
    }
    if (stream.demand.kind === 'weekly' && stream.demand.history !== undefined) {
      reference(ids.histories, `${path}.demand.history`, stream.demand.history, 'history', add);
    }
    stream.reasons?.forEach((entry, index) => {
      reference(ids.reasons, `${path}.reasons[${index}].reason`, entry.reason, 'reason', add);
    });
    if (stream.reasons && stream.reasons.length > 0)
      sumsToOne(
        stream.reasons.map((entry) => entry.share),
        `${path}.reasons`,
        add,
      );
    const deferrable = stream.target.kind === 'complete-within';
    if (deferrable !== (stream.patienceSeconds === null)) {
      add(
        'plan.patience',
        `${path}.patienceSeconds`,
        stream.patienceSeconds,
        deferrable
          ? 'null, because the work is deferrable (complete-within)'
          : 'a mean patience in seconds, because customers wait on the line',
      );
    }
  });
}

function checkProviders(plan: Plan, ids: Ids, add: Add): void {
  const parentOf = new Map(plan.providers.map((provider) => [provider.id, provider.parent]));
  plan.providers.forEach((provider, at) => {
    const path = `providers[${at}]`;
    if (provider.parent !== undefined) reference(ids.providers, `${path}.parent`, provider.parent, 'provider', add);
    const circle = chainToCircle(provider.id, parentOf);
    if (circle) add('plan.parent-circle', `${path}.parent`, circle.join(' → '), 'a chain of parents that ends');
    if (provider.kind === 'outsourcer' && !provider.contract) {
      add('plan.contract', `${path}.contract`, undefined, 'a contract, because an outsourcer is paid by one');
    }
    provider.evidence?.forEach((entry, index) => {
      existingDate(`${path}.evidence[${index}].date`, entry.date, add);
    });
  });
}

function chainToCircle(start: string, parentOf: ReadonlyMap<string, string | undefined>): string[] | null {
  const chain = [start];
  let next = parentOf.get(start);
  while (next !== undefined && chain.length <= parentOf.size) {
    chain.push(next);
    if (next === start) return chain;
    next = parentOf.get(next);
  }
  return null;
}

function checkSites(plan: Plan, ids: Ids, add: Add): void {
  plan.sites.forEach((site, at) => {
    const path = `sites[${at}]`;
    reference(ids.providers, `${path}.provider`, site.provider, 'provider', add);
    if (plan.providers.find((provider) => provider.id === site.provider)?.kind === 'holding') {
      add('plan.holding', `${path}.provider`, site.provider, 'a provider that employs people; a holding has no sites');
    }
    checkZone(`${path}.zone`, site.zone, add);
    checkHours(`${path}.openingHours`, site.openingHours, add);
    site.holidays.forEach((day, index) => {
      existingDate(`${path}.holidays[${index}]`, day, add);
    });
    site.platforms.forEach((platform, index) => {
      reference(ids.platforms, `${path}.platforms[${index}]`, platform, 'platform', add);
    });
    if ((site.kind === 'work-at-home') !== (site.seats === null)) {
      add(
        'plan.seats',
        `${path}.seats`,
        site.seats,
        site.kind === 'work-at-home' ? 'null: work at home has no seats' : 'the number of workplaces',
      );
    }
  });
}

function checkTeams(plan: Plan, ids: Ids, add: Add): void {
  const skills = new Set(plan.streams.map((stream) => stream.skill));
  plan.teams.forEach((team, at) => {
    const path = `teams[${at}]`;
    reference(ids.sites, `${path}.site`, team.site, 'site', add);
    team.skills.forEach((entry, index) => {
      reference(skills, `${path}.skills[${index}].skill`, entry.skill, 'skill that a stream asks for', add);
    });
    team.hires.forEach((hire, index) => {
      existingDate(`${path}.hires[${index}].date`, hire.date, add);
    });
  });
}

function checkRouting(plan: Plan, ids: Ids, add: Add): void {
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const teams = new Map(plan.teams.map((team) => [team.id, team]));
  const seen = new Set<string>();
  plan.routing.forEach((rule, at) => {
    const path = `routing[${at}]`;
    reference(ids.streams, `${path}.stream`, rule.stream, 'stream', add);
    if (seen.has(rule.stream)) add('plan.duplicate-routing', `${path}.stream`, rule.stream, 'one rule a stream');
    seen.add(rule.stream);
    const named = rule.mode === 'split' ? rule.shares.map((entry) => entry.team) : (rule.teams ?? []);
    const list = rule.mode === 'split' ? 'shares' : 'teams';
    const stream = streams.get(rule.stream);
    named.forEach((id, index) => {
      const place = rule.mode === 'split' ? `${path}.${list}[${index}].team` : `${path}.${list}[${index}]`;
      reference(ids.teams, place, id, 'team', add);
      const team = teams.get(id);
      if (team && stream) {
        const lacks = [
          team.skills.some((entry) => entry.skill === stream.skill) ? '' : `skill ${stream.skill}`,
          team.languages.includes(stream.language) ? '' : `language ${stream.language}`,
          team.channels.includes(stream.channel) ? '' : `channel ${stream.channel}`,
        ].filter((text) => text !== '');
        if (lacks.length > 0)
          add('plan.cannot-serve', place, id, `a team that can serve ${stream.id}; this one lacks ${lacks.join(', ')}`);
      }
    });
    if (rule.mode === 'split')
      sumsToOne(
        rule.shares.map((entry) => entry.share),
        `${path}.shares`,
        add,
      );
  });
}

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

function checkRisks(plan: Plan, ids: Ids, add: Add): void {
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
