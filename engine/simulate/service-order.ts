import type { Queue } from '../footprint';

/** Queues of one priority that share teams, directly or through each other: served together. */
export interface ServiceGroup {
  readonly priority: number;
  /** Places of the queues, and of the teams that serve any of them. */
  readonly queues: Uint16Array;
  readonly teams: Uint16Array;
}

/**
 * The order in which queues are served: by priority of their streams, and within one by who shares teams with whom.
 *
 * `priorities` are those of the streams; lower numbers are served first.
 * Use to divide agents in the mean: a group takes what it can use of its teams' time, the next what is left.
 * Cost: memberships, once a plan.
 */
export function serviceOrder(priorities: readonly number[], queues: readonly Queue[]): ServiceGroup[] {
  const byPriority = new Map<number, number[]>();
  queues.forEach((queue, at) => {
    const priority = priorities[queue.stream]!;
    const level = byPriority.get(priority);
    if (level) level.push(at);
    else byPriority.set(priority, [at]);
  });
  return [...byPriority]
    .sort(([a], [b]) => a - b)
    .flatMap(([priority, level]) =>
      connected(level, queues).map((members) => ({
        priority,
        queues: Uint16Array.from(members),
        teams: Uint16Array.from(new Set(members.flatMap((at) => queues[at]!.edges.map((edge) => edge.team)))),
      })),
    );
}

/** Queues of a level in sets that have no team in common. */
function connected(level: readonly number[], queues: readonly Queue[]): number[][] {
  let sets: { readonly members: number[]; readonly teams: Set<number> }[] = [];
  for (const at of level) {
    const teams = new Set(queues[at]!.edges.map((edge) => edge.team));
    const touching = sets.filter((set) => [...teams].some((team) => set.teams.has(team)));
    const joined = {
      members: [...touching.flatMap((set) => set.members), at],
      teams: new Set([...teams, ...touching.flatMap((set) => [...set.teams])]),
    };
    sets = [...sets.filter((set) => !touching.includes(set)), joined];
  }
  return sets.map((set) => set.members.sort((a, b) => a - b));
}
