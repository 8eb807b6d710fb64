import { membersOf, type Queue, type TeamOrigin } from '../footprint';
import type { Plan } from '../plan';

/** Work that only one owner, metro or site can do: when that one fails, nobody else has the skill, language and channel. */
export interface SingleSource {
  readonly stream: number;
  readonly level: 'parent' | 'metro' | 'site';
  readonly member: string;
  readonly team: number;
}

/** Finds the narrowest level at which each stream hangs on a single member; teams without people don't count. */
export function singleSources(
  plan: Plan,
  origins: readonly TeamOrigin[],
  queues: readonly Queue[],
  hours: readonly number[],
): SingleSource[] {
  return plan.streams.flatMap((_, stream): SingleSource[] => {
    const teams = [
      ...new Set(
        queues.filter((queue) => queue.stream === stream).flatMap((queue) => queue.edges.map((edge) => edge.team)),
      ),
    ];
    const staffed = teams.filter((team) => hours[team]! > 0);
    if (staffed.length === 0) return [];
    for (const level of ['site', 'metro', 'parent'] as const) {
      const members = new Set(staffed.flatMap((team) => membersOf(origins[team]!, level)));
      if (members.size === 1) return [{ stream, level, member: [...members][0]!, team: staffed[0]! }];
    }
    return [];
  });
}
