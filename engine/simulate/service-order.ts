import type { Queue } from '../footprint';

/** Queues of one priority that share teams, directly or through each other: served together. */
export interface ServiceGroup {
  readonly priority: number;
  /** Places of the queues, and of the teams that serve any of them. */
  readonly queues: Uint16Array;
  readonly teams: Uint16Array;
  /** Contacts that one agent works on at once, in the queue of the group with the fewest. */
  readonly concurrency: number;
  /** By queue of the group: the others with which it shares teams, and those teams' memberships, in pairs (own, other's). */
  readonly neighbors: readonly (readonly Neighbor[])[];
}

/** A queue beside another, and where they share a team. */
export interface Neighbor {
  readonly queue: number;
  readonly own: Uint16Array;
  readonly others: Uint16Array;
}

/**
 * The order in which queues are served: by priority of their streams, and within one by who shares teams with whom.
 *
 * `priorities` and `concurrency` are those of the streams; lower priorities are served first.
 * Use to divide agents in the mean: a group takes what it can use of its teams' time, the next what is left.
 * Cost: memberships, once a plan.
 */
export function serviceOrder(
  priorities: readonly number[],
  concurrency: readonly number[],
  queues: readonly Queue[],
): ServiceGroup[] {
  const starts = queueEdgeStarts(queues);
  const byPriority = new Map<number, number[]>();
  const turns = queues.map((_, at) => turnOf(at, priorities, concurrency, queues));
  queues.forEach((_, at) => {
    const priority = turns[at]!;
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
        concurrency: Math.min(...members.map((at) => concurrency[queues[at]!.stream]!)),
        neighbors: members.map((at) => neighborsOf(at, members, queues, starts)),
      })),
    );
}

/** The memberships of each queue, in the order of queues: from `starts[i]` up to `starts[i + 1]`. */
export function queueEdgeStarts(queues: readonly Queue[]): Uint16Array {
  const starts = new Uint16Array(queues.length + 1);
  queues.forEach((queue, at) => {
    starts[at + 1] = starts[at]! + queue.edges.length;
  });
  return starts;
}

/**
 * When a queue has its turn: by its stream's priority, but before work of which an agent handles fewer at once.
 *
 * Whoever has two chats in hand is full for chats, and still takes a third message; so messages find a hand first wherever
 * they share agents with chats, whatever their priority says.
 */
function turnOf(
  at: number,
  priorities: readonly number[],
  concurrency: readonly number[],
  queues: readonly Queue[],
): number {
  const { stream, edges } = queues[at]!;
  let turn = priorities[stream]!;
  const most = concurrency[stream]!;
  for (const other of queues) {
    const fewer = concurrency[other.stream]!;
    if (fewer <= 1 || fewer >= most) continue;
    if (other.edges.some(({ team }) => edges.some((edge) => edge.team === team))) {
      turn = Math.min(turn, priorities[other.stream]! - 0.5);
    }
  }
  return turn;
}

function neighborsOf(
  at: number,
  members: readonly number[],
  queues: readonly Queue[],
  starts: Uint16Array,
): readonly Neighbor[] {
  return members.flatMap((other): Neighbor[] => {
    if (other === at) return [];
    const shared = queues[at]!.edges.flatMap(({ team }, own) => {
      const place = queues[other]!.edges.findIndex((edge) => edge.team === team);
      return place < 0 ? [] : [{ own: starts[at]! + own, other: starts[other]! + place }];
    });
    if (shared.length === 0) return [];
    return [
      {
        queue: other,
        own: Uint16Array.from(shared, (entry) => entry.own),
        others: Uint16Array.from(shared, (entry) => entry.other),
      },
    ];
  });
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
