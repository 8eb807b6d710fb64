import { lacksFor } from '../lacks-for';
import type { Plan } from '../schema';
import { type Add, reference, sumsToOne } from './check-tools';
import type { Ids } from './collect-ids';

export function checkRouting(plan: Plan, ids: Ids, add: Add): void {
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
        const lacks = lacksFor(team, stream);
        if (lacks.length > 0)
          add('plan.cannot-serve', place, id, `a team that can serve ${stream.id}; this one lacks ${lacks.join(', ')}`);
      }
    });
    if (rule.mode === 'pool') {
      rule.overflow?.forEach((entry, index) => {
        const place = `${path}.overflow[${index}].team`;
        reference(ids.teams, place, entry.team, 'team', add);
        if (rule.teams && !rule.teams.includes(entry.team))
          add('plan.overflow-outside', place, entry.team, `a team of the pool: ${rule.teams.join(', ')}`);
      });
    }
    if (rule.mode === 'split')
      sumsToOne(
        rule.shares.map((entry) => entry.share),
        `${path}.shares`,
        add,
      );
  });
}
