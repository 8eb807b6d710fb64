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
 * Use to divide agents in the mean: a group takes what it can use of its teams' time, the next what is left. Memberships that
 * are closed (by place, as in `queueEdgeStarts`) bring nobody together.
 * Cost: memberships, once a plan.
 */
export function serviceOrder(
  priorities: readonly number[],
  concurrency: readonly number[],
  queues: readonly Queue[],
  closed: ReadonlySet<number> = NONE,
): ServiceGroup[] {
  const starts = queueEdgeStarts(queues);
  const open = queues.map(({ stream, edges }, at): OpenQueue => {
    const all = edges.map(({ team }, edge) => ({ team, edge: starts[at]! + edge }));
    return { stream, members: all.filter(({ edge }) => !closed.has(edge)) };
  });
  const byPriority = new Map<number, number[]>();
  const turns = open.map((_, at) => turnOf(at, priorities, concurrency, open));
  queues.forEach((_, at) => {
    const priority = turns[at]!;
    const level = byPriority.get(priority);
    if (level) level.push(at);
    else byPriority.set(priority, [at]);
  });
  return [...byPriority]
    .sort(([a], [b]) => a - b)
    .flatMap(([priority, level]) =>
      connected(level, open).map((members) => ({
        priority,
        queues: Uint16Array.from(members),
        teams: Uint16Array.from(new Set(members.flatMap((at) => teamsOf(open[at]!)))),
        concurrency: Math.min(...members.map((at) => concurrency[open[at]!.stream]!)),
        neighbors: members.map((at) => neighborsOf(at, members, open)),
      })),
    );
}

const NONE: ReadonlySet<number> = new Set();

/** A queue with the teams that can be reached, and the places of those memberships. */
interface OpenQueue {
  readonly stream: number;
  readonly members: readonly { readonly team: number; readonly edge: number }[];
}

const teamsOf = ({ members }: OpenQueue): number[] => members.map(({ team }) => team);

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
  queues: readonly OpenQueue[],
): number {
  const { stream } = queues[at]!;
  const teams = teamsOf(queues[at]!);
  let turn = priorities[stream]!;
  const most = concurrency[stream]!;
  for (const other of queues) {
    const fewer = concurrency[other.stream]!;
    if (fewer <= 1 || fewer >= most) continue;
    if (other.members.some(({ team }) => teams.includes(team))) {
      turn = Math.min(turn, priorities[other.stream]! - 0.5);
    }
  }
  return turn;
}

function neighborsOf(at: number, members: readonly number[], queues: readonly OpenQueue[]): readonly Neighbor[] {
  return members.flatMap((other): Neighbor[] => {
    if (other === at) return [];
    const shared = queues[at]!.members.flatMap(({ team, edge }) => {
      const there = queues[other]!.members.find((member) => member.team === team);
      return there ? [{ own: edge, other: there.edge }] : [];
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
function connected(level: readonly number[], queues: readonly OpenQueue[]): number[][] {
  let sets: { readonly members: number[]; readonly teams: Set<number> }[] = [];
  for (const at of level) {
    const teams = new Set(teamsOf(queues[at]!));
    const touching = sets.filter((set) => [...teams].some((team) => set.teams.has(team)));
    const joined = {
      members: [...touching.flatMap((set) => set.members), at],
      teams: new Set([...teams, ...touching.flatMap((set) => [...set.teams])]),
    };
    sets = [...sets.filter((set) => !touching.includes(set)), joined];
  }
  return sets.map((set) => set.members.sort((a, b) => a - b));
}
