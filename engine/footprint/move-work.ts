import type { Move, Plan, Team } from '../plan';
import { productiveShare } from '../workforce';
import { scaledTeam } from './candidates';
import { proficiency } from './capability';
import { type Dimension, memberLabel, membersOf, type TeamOrigin, teamOrigins } from './look-through';

/** A plan after work has moved, and what stands in the way of moving it so. */
export interface MovedPlan {
  readonly plan: Plan;
  readonly warnings: readonly string[];
}

/**
 * Moves a share of some streams' work, and of the people who do it, from one part of the footprint to another.
 *
 * Productive hours are kept: slower weeks or higher shrinkage at the destination mean more heads there. Teams at the
 * destination that can do the work grow in proportion to their size; where none can, a new team is assumed at the
 * destination's largest site, and a warning says so. The plan given is left as it was.
 *
 * @param hoursShare share of a team's hours that it spends on a stream, by their places in the plan
 */
export function moveWork(
  plan: Plan,
  moves: readonly Move[],
  hoursShare: (team: number, stream: number) => number,
): MovedPlan {
  const warnings = new Set<string>();
  let current = plan;
  for (const move of moves) current = moveOnce(current, plan, move, hoursShare, warnings);
  warnAboutSeats(current, plan, warnings);
  return { plan: current, warnings: [...warnings] };
}

interface Growth {
  readonly team: Team;
  readonly part: number;
}

function moveOnce(
  plan: Plan,
  original: Plan,
  move: Move,
  hoursShare: (team: number, stream: number) => number,
  warnings: Set<string>,
): Plan {
  const origins = teamOrigins(plan);
  const isIn = (origin: TeamOrigin, place: { readonly of: Dimension; readonly member: string }) =>
    membersOf(origin, place.of).includes(place.member);
  const sources = origins.filter((origin) => isIn(origin, move.from) && !isIn(origin, move.to));
  const targets = origins.filter((origin) => isIn(origin, move.to));
  const moved = new Set(move.streams ?? plan.streams.map((stream) => stream.id));
  const teams = new Map(plan.teams.map((team) => [team.id, team]));
  const routes = new Map<string, Map<string, readonly Growth[]>>();
  for (const { team } of sources) {
    const place = original.teams.findIndex((entry) => entry.id === team.id);
    const served = plan.streams.filter(
      (stream, at) => moved.has(stream.id) && proficiency(team, stream) > 0 && (place < 0 || hoursShare(place, at) > 0),
    );
    const hours = served.reduce(
      (sum, stream) => sum + (place < 0 ? 1 : hoursShare(place, plan.streams.indexOf(stream))),
      0,
    );
    const leaving = move.share * Math.min(1, hours);
    if (leaving <= 0) continue;
    const able = targets
      .map((origin) => origin.team)
      .filter((target) => served.every((stream) => proficiency(target, stream) > 0));
    const receivers = able.length > 0 ? able : newTeam(plan, team, move, warnings);
    if (receivers.length === 0) continue;
    const size = receivers.reduce((sum, receiver) => sum + headsOf(receiver), 0);
    const growths = receivers.map((receiver) => ({
      team: receiver,
      part: size > 0 ? headsOf(receiver) / size : 1 / receivers.length,
    }));
    teams.set(team.id, scaledTeam(teams.get(team.id)!, 1 - leaving));
    for (const { team: receiver, part } of growths) {
      teams.set(receiver.id, grown(teams.get(receiver.id) ?? receiver, team, leaving * part));
    }
    for (const stream of served) {
      const byTeam = routes.get(stream.id) ?? new Map<string, readonly Growth[]>();
      byTeam.set(team.id, growths);
      routes.set(stream.id, byTeam);
    }
  }
  return {
    ...plan,
    teams: [...teams.values()],
    routing: plan.routing.map((rule) => reroute(rule, routes.get(rule.stream), move.share)),
  };
}

function reroute(
  rule: Plan['routing'][number],
  routes: ReadonlyMap<string, readonly Growth[]> | undefined,
  share: number,
): Plan['routing'][number] {
  if (!routes) return rule;
  if (rule.mode === 'pool') {
    if (!rule.teams) return rule;
    const added = [...routes.values()].flat().map((growth) => growth.team.id);
    return { ...rule, teams: [...new Set([...rule.teams, ...added])] };
  }
  const shares = new Map(rule.shares.map((entry) => [entry.team, entry.share as number]));
  for (const { team, share: given } of rule.shares) {
    const growths = routes.get(team);
    if (!growths) continue;
    shares.set(team, shares.get(team)! - given * share);
    for (const growth of growths)
      shares.set(growth.team.id, (shares.get(growth.team.id) ?? 0) + given * share * growth.part);
  }
  return {
    ...rule,
    shares: [...shares].map(([team, value]) => ({ team, share: value as (typeof rule.shares)[number]['share'] })),
  };
}

const headsOf = (team: Team) =>
  team.headcount.reduce((sum, entry) => sum + entry.heads, 0) + team.hires.reduce((sum, hire) => sum + hire.heads, 0);

/** A team with a share of another's people and hires added, as many as give the same productive hours. */
function grown(team: Team, from: Team, share: number): Team {
  const hoursOf = (one: Team) => one.paidHoursPerWeek * productiveShare(one.shrinkage);
  const factor = share * (hoursOf(from) / hoursOf(team));
  const added = scaledTeam(from, factor);
  return {
    ...team,
    headcount: [...team.headcount, ...added.headcount].slice(-100),
    hires: [...team.hires, ...added.hires],
  };
}

function newTeam(plan: Plan, from: Team, move: Move, warnings: Set<string>): Team[] {
  const providers = teamOrigins(plan).filter((origin) => membersOf(origin, move.to.of).includes(move.to.member));
  const sites = plan.sites.filter((site) => providers.some((origin) => origin.site.id === site.id));
  const site = sites.sort((a, b) => (b.seats ?? 0) - (a.seats ?? 0))[0];
  const where = memberLabel(plan, move.to.of, move.to.member);
  if (!site) {
    warnings.add(`Nobody works in ${where}, so nothing of ${from.name} was moved there.`);
    return [];
  }
  warnings.add(
    `No team in ${where} can do the work of ${from.name} (${from.languages.join(', ')}); a new team at ${site.name} is assumed.`,
  );
  return [
    {
      ...from,
      id: `${from.id.slice(0, 30)}-at-${site.id.slice(0, 28)}`,
      name: `${from.name} at ${site.name}`.slice(0, 120),
      site: site.id,
      headcount: from.headcount.map((entry) => ({ ...entry, heads: 0 })),
      hires: [],
    },
  ];
}

function warnAboutSeats(plan: Plan, before: Plan, warnings: Set<string>): void {
  for (const site of plan.sites) {
    if (site.seats === null) continue;
    const count = (teams: readonly Team[]) =>
      teams
        .filter((team) => team.site === site.id)
        .reduce((sum, team) => sum + team.headcount.reduce((heads, entry) => heads + entry.heads, 0), 0);
    const now = count(plan.teams);
    if (now > count(before.teams) + 0.5 && now > site.seats * 1.6) {
      warnings.add(
        `${site.name} would have ${Math.round(now)} people for ${site.seats} seats; hours without a seat are lost.`,
      );
    }
  }
}
