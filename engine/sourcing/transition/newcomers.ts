import { freeId } from '../../disruption';
import type { Plan, Team } from '../../plan';

/**
 * A target in which people who join a team for work that it doesn't answer today are a team of their own beside it.
 *
 * Routing has no dates: were the team as a whole to answer the moved streams, today's people would do so before anybody has
 * moved. Teams whose streams stay the same, or whose people of today can't be told from the added ones, stay whole.
 */
export function withNewcomersApart(now: Plan, target: Plan): Plan {
  const apart = new Map<string, Team>();
  const teams = target.teams.flatMap((team): Team[] => {
    const was = now.teams.find(({ id }) => id === team.id);
    if (!was || !answersMore(now, target, team.id) || !startsWith(team, was)) return [team];
    const id = freeId(`${team.id.slice(0, 56)}-joined`, 'joined', target.teams);
    const joined = {
      ...team,
      id,
      name: `${team.name.slice(0, 106)}, newcomers`,
      headcount: team.headcount.slice(was.headcount.length),
      hires: team.hires.slice(was.hires.length),
    };
    if (joined.headcount.length === 0) return [team];
    apart.set(team.id, joined);
    return [{ ...team, headcount: was.headcount, hires: was.hires }, joined];
  });
  if (apart.size === 0) return target;
  const routing = target.routing.map((rule) => {
    if (rule.mode === 'split') {
      const shares = rule.shares.map((entry) => ({ ...entry, team: apart.get(entry.team)?.id ?? entry.team }));
      return { ...rule, shares };
    }
    if (!rule.teams) return rule;
    const before = new Set(answerers(now, rule.stream));
    const named = rule.teams.flatMap((id) => {
      const joined = apart.get(id);
      return joined ? [...(before.has(id) ? [id] : []), joined.id] : [id];
    });
    return { ...rule, teams: named };
  });
  return { ...target, teams, routing };
}

function answersMore(now: Plan, target: Plan, team: string): boolean {
  return target.routing.some(
    ({ stream }) => answerers(target, stream)?.includes(team) && answerers(now, stream)?.includes(team) === false,
  );
}

/** Teams that a stream's rule names; undefined where it names none. */
function answerers(plan: Plan, stream: string): readonly string[] | undefined {
  const rule = plan.routing.find((one) => one.stream === stream);
  if (!rule) return undefined;
  return rule.mode === 'split' ? rule.shares.map(({ team }) => team) : rule.teams;
}

/** Whether a team's people are those of today with others after them. */
function startsWith(team: Team, was: Team): boolean {
  const same = (some: readonly unknown[], all: readonly unknown[]) =>
    JSON.stringify(all.slice(0, some.length)) === JSON.stringify(some);
  return same(was.headcount, team.headcount) && same(was.hires, team.hires);
}
