import type { Plan } from '../schema';
import { type Add, checkHours, checkZone, existingDate, reference } from './check-tools';
import type { Ids } from './collect-ids';

export function checkProviders(plan: Plan, ids: Ids, add: Add): void {
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

export function checkSites(plan: Plan, ids: Ids, add: Add): void {
  checkSiteList(plan, plan.sites, 'sites', ids, add);
}

/** Sites and teams that the search for best mixes may open: sound as any, and apart from those that are there. */
export function checkCandidates(plan: Plan, ids: Ids, add: Add): void {
  if (!plan.candidates) return;
  const { sites, teams } = plan.candidates;
  checkSiteList(plan, sites, 'candidates.sites', ids, add);
  const places = new Set(ids.sites);
  const names = new Set(ids.teams);
  const notTwice = (known: Set<string>, path: string, id: string) => {
    if (known.has(id)) add('plan.duplicate-id', path, id, 'an id that nothing of the plan has');
    known.add(id);
  };
  sites.forEach(({ id }, at) => {
    notTwice(places, `candidates.sites[${at}].id`, id);
  });
  teams.forEach(({ id, like, site }, at) => {
    const path = `candidates.teams[${at}]`;
    notTwice(names, `${path}.id`, id);
    reference(ids.teams, `${path}.like`, like, 'team', add);
    reference(places, `${path}.site`, site, 'site of the plan or candidate site', add);
  });
}

function checkSiteList(plan: Plan, sites: Plan['sites'], list: string, ids: Ids, add: Add): void {
  sites.forEach((site, at) => {
    const path = `${list}[${at}]`;
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

export function checkTeams(plan: Plan, ids: Ids, add: Add): void {
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
