import type { CandidateTeam, Plan, Routing, Team } from '../plan';

/**
 * The plan as if its candidate sites and teams were there, each team at a size: those of today first, then candidates, in the
 * order of the plan. Sizes are multiples of today's, and of the heads that a candidate may come to; all as large as they may be
 * when none are given. Candidates of no size, and sites that only they would need, stay away.
 *
 * A team's people, hires, leaves and transfers go along with its size. Where a stream is split by shares, shares follow the sizes of the
 * teams that it is split over; a candidate enters with the share of the team it is like, by heads.
 */
export function withSizes(plan: Plan, sizes?: readonly number[]): Plan {
  const sizeOf = (at: number) => (sizes ? (sizes[at] ?? 0) : 1);
  const known = new Map(plan.teams.map((team) => [team.id, team]));
  const opened = (plan.candidates?.teams ?? []).flatMap((candidate, index) => {
    const size = sizeOf(plan.teams.length + index);
    const heads = candidate.heads * size;
    return heads > LEAST_HEADS
      ? [{ candidate, team: candidateTeam(candidate, known.get(candidate.like)!, heads) }]
      : [];
  });
  const places = new Set(opened.map(({ team }) => team.site));
  const scale = new Map(plan.teams.map(({ id }, at) => [id, sizeOf(at)]));
  const { candidates: _candidates, ...rest } = plan;
  return {
    ...rest,
    sites: [...plan.sites, ...(plan.candidates?.sites.filter(({ id }) => places.has(id)) ?? [])],
    teams: [...plan.teams.map((team, at) => scaledTeam(team, sizeOf(at))), ...opened.map(({ team }) => team)],
    ...(plan.transfers
      ? { transfers: plan.transfers.map((one) => ({ ...one, heads: one.heads * (scale.get(one.from) ?? 1) })) }
      : {}),
    routing: plan.routing.map((rule) => routed(rule, scale, opened, known)),
  };
}

/** Fewer are nobody. */
const LEAST_HEADS = 1e-6;
/** Months after which people are experienced enough for any learning curve in use. */
const EXPERIENCED_MONTHS = 24;

interface Opened {
  readonly candidate: CandidateTeam;
  readonly team: Team;
}

/** A candidate's team: like its pattern, with experienced people only, and no history of hires, leaves or single weeks. */
function candidateTeam({ id, name, site }: CandidateTeam, like: Team, heads: number): Team {
  const { leaves: _leaves, byWeek: _byWeek, ...pattern } = like;
  return { ...pattern, id, name, site, headcount: [{ tenureMonths: EXPERIENCED_MONTHS, heads }], hires: [] };
}

/** A team so many times as large: its people, those who join, and those on leave. */
export function scaledTeam(team: Team, factor: number): Team {
  return {
    ...team,
    headcount: team.headcount.map((entry) => ({ ...entry, heads: entry.heads * factor })),
    hires: team.hires.map((hire) => ({ ...hire, heads: hire.heads * factor })),
    ...(team.leaves ? { leaves: team.leaves.map((leave) => ({ ...leave, heads: leave.heads * factor })) } : {}),
  };
}

function routed(
  rule: Routing,
  scale: ReadonlyMap<string, number>,
  opened: readonly Opened[],
  known: ReadonlyMap<string, Team>,
): Routing {
  if (rule.mode === 'pool') {
    const { teams } = rule;
    if (!teams) return rule;
    return {
      ...rule,
      teams: [...teams, ...opened.flatMap(({ candidate, team }) => (teams.includes(candidate.like) ? [team.id] : []))],
    };
  }
  const given = new Map(rule.shares.map(({ team, share }) => [team, share as number]));
  const weights = rule.shares.map(({ team, share }) => ({ team, weight: share * (scale.get(team) ?? 1) }));
  for (const { candidate, team } of opened) {
    const heads = headsOf(known.get(candidate.like)!);
    if (given.has(candidate.like) && heads > 0)
      weights.push({ team: team.id, weight: (given.get(candidate.like)! * headsOf(team)) / heads });
  }
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0);
  if (!(whole > 0)) return rule;
  return {
    ...rule,
    shares: weights.map(({ team, weight }) => ({
      team,
      share: (weight / whole) as (typeof rule.shares)[number]['share'],
    })),
  };
}

const headsOf = ({ headcount }: Team) => headcount.reduce((sum, { heads }) => sum + heads, 0);
