import type { Plan } from '../../plan';
import { planQueues, proficiency } from '../capability';

/** Teams that answer a stream in its own plan. */
export function answerersOf(plan: Plan): Map<string, string[]> {
  const teams = new Map(plan.streams.map(({ id }) => [id, new Set<string>()]));
  for (const { stream, edges } of planQueues(plan)) {
    for (const { team } of edges) teams.get(plan.streams[stream]!.id)!.add(plan.teams[team]!.id);
  }
  return new Map([...teams].map(([stream, ids]) => [stream, [...ids]]));
}

/**
 * Who answers what in the union of two plans: every stream its own plan's teams, and streams that are one kind of work those of
 * both, as far as they have its language, channel and licence. Fixed shares stay as they are.
 *
 * @param pairs ids of streams of the union that are one kind of work
 */
export function jointRouting(
  union: Plan,
  answerers: ReadonlyMap<string, readonly string[]>,
  pairs: readonly (readonly [string, string])[],
): { routing: Plan['routing']; warnings: string[] } {
  const warnings = new Set<string>();
  const partners = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    // Several streams of the second plan may be one of the first: all of them pool.
    const group = new Set([a, b, ...(partners.get(a) ?? []), ...(partners.get(b) ?? [])]);
    for (const id of group) partners.set(id, group);
  }
  const teams = new Map(union.teams.map((team) => [team.id, team]));
  const routing = union.streams.flatMap((stream): Plan['routing'] => {
    const rule = union.routing.find((one) => one.stream === stream.id);
    if (rule?.mode === 'split') {
      if (partners.has(stream.id))
        warnings.add(`${stream.name} has fixed shares, so its teams stay apart from the other plan’s.`);
      return [rule];
    }
    const able = [...(partners.get(stream.id) ?? [stream.id])]
      .flatMap((id) => answerers.get(id) ?? [])
      .filter((id) => proficiency(teams.get(id)!, stream) > 0);
    if (able.length === 0) return rule ? [rule] : [];
    return [{ ...(rule ?? { stream: stream.id, mode: 'pool' as const }), teams: [...new Set(able)] }];
  });
  return { routing, warnings: [...warnings] };
}

/** The second plan with the first's skills where their streams are one kind of work; teams learn a further one where a skill means two. */
export function withSharedSkills(first: Plan, second: Plan, streams: Readonly<Record<string, string>>): Plan {
  const skillOf = (plan: Plan, id: string) => plan.streams.find((stream) => stream.id === id)?.skill ?? '';
  const same = new Map<string, Set<string>>();
  for (const [mine, theirs] of Object.entries(streams)) {
    const skill = skillOf(second, mine);
    same.set(skill, (same.get(skill) ?? new Set()).add(skillOf(first, theirs)));
  }
  const teams = second.teams.map((team) => {
    const skills = new Map<string, number>();
    for (const { skill, proficiency: speed } of team.skills) {
      for (const one of same.get(skill) ?? [skill]) skills.set(one, Math.max(speed, skills.get(one) ?? 0));
    }
    return { ...team, skills: [...skills].map(([skill, speed]) => ({ skill, proficiency: speed })) };
  });
  const renamed = second.streams.map((stream) => {
    const theirs = streams[stream.id];
    if (theirs !== undefined) return { ...stream, skill: skillOf(first, theirs) };
    return { ...stream, skill: [...(same.get(stream.skill) ?? [stream.skill])][0]! };
  });
  return { ...second, teams, streams: renamed };
}
