import { freeId } from '../../../../engine/disruption';
import type { CandidateTeam, Plan, Site } from '../../../../engine/plan';

/** What is being entered of a candidate. */
export interface CandidateDraft {
  readonly name: string;
  readonly like: string;
  /** A site of the plan or of its candidates; empty for a new place. */
  readonly site: string;
  readonly heads: number;
  readonly openingCost: number;
  /** A new place: like which site it is open, dialled in and hit by hazards, and what differs. */
  readonly place: {
    readonly name: string;
    readonly like: string;
    readonly provider: string;
    readonly kind: Site['kind'];
    readonly metro: string;
    readonly country: string;
    readonly seats: number;
    readonly wagePerHour: number;
  };
}

/** A draft to begin with: the plan's first team once more, at its own site. */
export function blankDraft(plan: Plan): CandidateDraft {
  const team = plan.teams[0]!;
  const site = plan.sites.find(({ id }) => id === team.site)!;
  return { name: '', like: team.id, site: site.id, heads: 50, openingCost: 0, place: placeLike(site) };
}

/** A new place that is as a site is, until something of it is changed. */
export function placeLike(site: Site): CandidateDraft['place'] {
  const { id, provider, kind, metro, country, seats, wage } = site;
  return { name: '', like: id, provider, kind, metro, country, seats: seats ?? 60, wagePerHour: wage.perHour };
}

/** What is still missing or can't be, in words; empty when the draft can be added. */
export function lacks({ name, site, place }: CandidateDraft): string[] {
  return [
    ...(name.trim() === '' ? ['a name'] : []),
    ...(site !== '' || place.name.trim() !== '' ? [] : ['a name for the place']),
    ...(site !== '' || place.metro.trim() !== '' ? [] : ['a metro']),
    ...(site !== '' || /^[A-Z]{2}$/.test(place.country) ? [] : ['a country of two letters, such as PH']),
  ];
}

type Candidates = NonNullable<Plan['candidates']>;

/** The plan's candidates with one more. */
export function withCandidate(plan: Plan, draft: CandidateDraft): Candidates {
  const { sites, teams } = plan.candidates ?? { sites: [], teams: [] };
  const place = draft.site === '' ? newSite(plan, draft.place, sites) : null;
  const team: CandidateTeam = {
    id: freeId(draft.name, 'candidate', [...plan.teams, ...teams]),
    name: draft.name.trim(),
    like: draft.like,
    site: place?.id ?? draft.site,
    heads: draft.heads,
    openingCost: draft.openingCost as CandidateTeam['openingCost'],
  };
  return { sites: place ? [...sites, place] : sites, teams: [...teams, team] };
}

function newSite(plan: Plan, place: CandidateDraft['place'], others: readonly Site[]): Site {
  const like = [...plan.sites, ...others].find(({ id }) => id === place.like)!;
  const { provider, kind } = place;
  return {
    ...like,
    id: freeId(place.name, 'site', [...plan.sites, ...others]),
    name: place.name.trim(),
    provider,
    kind,
    metro: place.metro.trim(),
    country: place.country,
    seats: kind === 'work-at-home' ? null : place.seats,
    wage: {
      perHour: place.wagePerHour as Site['wage']['perHour'],
      benefitsShare: like.wage.benefitsShare,
      source: 'Entered for a candidate site',
      grade: 'opinion',
    },
  };
}

/** The plan's candidates without one of them, and without sites that only it needed; nothing when none is left. */
export function withoutCandidate({ sites, teams }: Candidates, id: string): Candidates | undefined {
  const left = teams.filter((team) => team.id !== id);
  if (left.length === 0) return undefined;
  return { teams: left, sites: sites.filter((site) => left.some((team) => team.site === site.id)) };
}
