import type { Queue } from '../footprint';
import type { Plan } from '../plan';

/** A part of a plan that has nothing to do with the rest: by place, in rising order. */
export interface Island {
  readonly streams: Uint16Array;
  readonly teams: Uint16Array;
  readonly queues: Uint16Array;
  /** Queue memberships. */
  readonly edges: Uint16Array;
}

/**
 * The parts into which a plan falls: streams that share teams, or whose customers turn from one to the other, and their teams.
 *
 * Use to run what a disruption reaches and leave the rest: nothing that happens in one island is felt in another. A team
 * that serves nothing is an island without streams. Memberships that are closed join nothing. Cost: linear in memberships, once a plan.
 */
export function findIslands(plan: Plan, queues: readonly Queue[], closed?: ReadonlySet<number>): Island[] {
  const { streams, teams } = plan;
  // Streams first, then teams; each points towards the first of its island.
  const towards = Array.from({ length: streams.length + teams.length }, (_, at) => at);
  const first = (at: number): number => {
    let here = at;
    while (towards[here] !== here) here = towards[here]!;
    return here;
  };
  const join = (a: number, b: number) => {
    const [one, other] = [first(a), first(b)];
    towards[Math.max(one, other)] = Math.min(one, other);
  };
  let edge = 0;
  for (const { stream, edges } of queues) {
    for (const { team } of edges) if (!closed?.has(edge++)) join(stream, streams.length + team);
  }
  const placeOf = new Map(streams.map(({ id }, at) => [id, at]));
  streams.forEach((stream, at) => {
    for (const { to } of stream.hop ?? []) join(at, placeOf.get(to)!);
    for (const { escalate } of stream.laterAttempts ?? []) if (escalate) join(at, placeOf.get(escalate.to)!);
  });
  const islandOf = towards.map((_, at) => first(at));
  const edgeIsland = queues.flatMap(({ stream, edges }) => edges.map(() => islandOf[stream]!));
  return [...new Set(islandOf)].map((island) => {
    const places = (of: readonly number[]) => Uint16Array.from(of.flatMap((one, at) => (one === island ? [at] : [])));
    return {
      streams: places(islandOf.slice(0, streams.length)),
      teams: places(islandOf.slice(streams.length)),
      queues: places(queues.map(({ stream }) => islandOf[stream]!)),
      edges: places(edgeIsland),
    };
  });
}
