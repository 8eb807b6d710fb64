import type { LinearProgram } from '../../stats';
import type { MixProblem } from './mix-problem';

const FOREVER = Number.POSITIVE_INFINITY;

/** Hours of a stretch of time: what each team has at size 1, what each stream wants, what unmet ones cost and may come to. */
export interface Stretch {
  readonly has: (team: number) => number;
  readonly wants: (stream: number) => number;
  readonly price: (stream: number) => number;
  readonly unmetAtMost: (stream: number) => number;
  /** The block of calm time, whose limits on what a team has for a stream count; null under a hazard. */
  readonly block: number | null;
}

/**
 * Who does what in a stretch of time: hours given to a stream × speed + unmet ≥ wanted, hours given by a team ≤ what it has × size.
 *
 * Returns the column of each stream's unmet hours; -1 where it wants none. Streams without work and teams without hours take no room.
 */
export function allocate(
  program: LinearProgram,
  { teams, streams, edges }: Pick<MixProblem, 'teams' | 'streams' | 'edges'>,
  scale: readonly number[],
  stretch: Stretch,
): number[] {
  const unmet = streams.map((_, stream) =>
    stretch.wants(stream) > 0 ? program.column(stretch.price(stream), 0, stretch.unmetAtMost(stream)) : -1,
  );
  const ofStream = unmet.map((column): [number, number][] => (column < 0 ? [] : [[column, 1]]));
  const ofTeam = teams.map((_, team): [number, number][] => [[scale[team]!, -stretch.has(team)]]);
  for (const { team, stream, speed, most } of edges) {
    if (stretch.wants(stream) <= 0 || stretch.has(team) <= 0) continue;
    const given = program.column(0, 0, FOREVER);
    ofStream[stream]!.push([given, speed]);
    ofTeam[team]!.push([given, 1]);
    const share = stretch.block === null ? 1 : (most?.[stretch.block] ?? 1);
    if (share < 1)
      program.row(-FOREVER, 0, [
        [given, 1],
        [scale[team]!, -stretch.has(team) * share],
      ]);
  }
  ofStream.forEach((row, stream) => {
    if (stretch.wants(stream) > 0) program.row(stretch.wants(stream), FOREVER, row);
  });
  for (const row of ofTeam) if (row.length > 1) program.row(-FOREVER, 0, row);
  return unmet;
}
