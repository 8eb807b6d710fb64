import type { Plan, Stream, Team } from '../plan';

/** Speed of a team on a stream, or 0 when it lacks the skill, the language, the channel or the licence. */
export function proficiency(team: Team, stream: Stream): number {
  if (!team.languages.includes(stream.language) || !team.channels.includes(stream.channel)) return 0;
  if (stream.licence !== undefined && !team.licences?.includes(stream.licence)) return 0;
  return team.skills.find((entry) => entry.skill === stream.skill)?.proficiency ?? 0;
}

/** One queue before some teams: a whole pooled stream, or the share of a stream that one team is given. */
export interface Queue {
  readonly stream: number;
  /** Share of the stream's contacts that it receives while every team is up. */
  readonly share: number;
  /** Whether its contacts go to the stream's other queues while its own team is closed or down. */
  readonly failover: boolean;
  readonly edges: readonly { readonly team: number; readonly proficiency: number }[];
}

/**
 * The queues of a plan: one for a pooled stream, one for each share of a split one.
 * A stream without a rule is pooled over all who can serve it.
 */
export function planQueues(plan: Plan): Queue[] {
  const ruleOf = new Map(plan.routing.map((rule) => [rule.stream, rule]));
  const indexOf = new Map(plan.teams.map((team, at) => [team.id, at]));
  return plan.streams.flatMap((stream, at): Queue[] => {
    const rule = ruleOf.get(stream.id);
    if (rule?.mode === 'split') {
      return rule.shares
        .filter((entry) => entry.share > 0)
        .map((entry) => {
          const team = indexOf.get(entry.team)!;
          const speed = proficiency(plan.teams[team]!, stream);
          return { stream: at, share: entry.share, failover: rule.failover, edges: [{ team, proficiency: speed }] };
        });
    }
    const named = rule?.teams ? new Set(rule.teams) : null;
    const edges = plan.teams.flatMap((team, index) => {
      const speed = named && !named.has(team.id) ? 0 : proficiency(team, stream);
      return speed > 0 ? [{ team: index, proficiency: speed }] : [];
    });
    return [{ stream: at, share: 1, failover: false, edges }];
  });
}
