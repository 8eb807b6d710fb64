import type { Queue } from './capability';

const ROUNDS = 60;
const EVEN_ENOUGH = 1e-7;

/** How a week's hours are divided. Good until the next week is shared. */
export interface SharedWeek {
  /** By membership, queue after queue in the order of its edges: hours of the edge's team that go to its queue. */
  readonly hours: Float64Array;
  /** Hours that each queue gets, at the speed of those who give them. */
  readonly given: Float64Array;
}

/** Divides a week: hours at full speed that each queue needs, and that each team has. */
export type ShareWeek = (need: Float64Array, teamHours: Float64Array) => SharedWeek;

/**
 * Divides a week's hours of every team over the queues that it can serve, until cover is as even as skills allow.
 *
 * Use for weekly plans, where an interval's detail would be out of place; `simulate` divides every interval the same way.
 * Iterative proportional fitting: each team's hours are shared by weights, and a queue that gets less than it needs gains
 * weight. A team none of whose queues needs anything gives nothing.
 *
 * Source: Deming and Stephan 1940. Units: hours at full speed. Cost: rounds × memberships a week, 60 rounds at most.
 */
export function weekSharer(queues: readonly Queue[], teams: number): ShareWeek {
  const edges = queues.flatMap((queue, at) => queue.edges.map((edge) => ({ queue: at, ...edge })));
  const count = edges.length;
  const queueOf = Int32Array.from(edges, (edge) => edge.queue);
  const teamOf = Int32Array.from(edges, (edge) => edge.team);
  const speed = Float64Array.from(edges, (edge) => edge.proficiency);
  const shares = new Float64Array(count);
  const hours = new Float64Array(count);
  const given = new Float64Array(queues.length);
  const factor = new Float64Array(queues.length);
  const sums = new Float64Array(teams);

  return (need, teamHours) => {
    for (let edge = 0; edge < count; edge++) shares[edge] = need[queueOf[edge]!]!;
    normalize();
    for (let round = 0; ; round++) {
      given.fill(0);
      for (let edge = 0; edge < count; edge++) {
        const own = teamHours[teamOf[edge]!]! * shares[edge]!;
        hours[edge] = own;
        given[queueOf[edge]!]! += own * speed[edge]!;
      }
      if (round === ROUNDS) break;
      for (let queue = 0; queue < given.length; queue++) {
        factor[queue] = given[queue]! > 0 ? need[queue]! / given[queue]! : 1;
      }
      for (let edge = 0; edge < count; edge++) shares[edge]! *= factor[queueOf[edge]!]!;
      if (normalize() < EVEN_ENOUGH) break;
    }
    return { hours, given };

    /** Makes the shares of every team add to 1; returns the largest part of a team's hours that has moved. */
    function normalize(): number {
      sums.fill(0);
      for (let edge = 0; edge < count; edge++) sums[teamOf[edge]!]! += shares[edge]!;
      let moved = 0;
      for (let edge = 0; edge < count; edge++) {
        const team = teamOf[edge]!;
        const share = sums[team]! > 0 ? shares[edge]! / sums[team]! : 0;
        shares[edge] = share;
        const all = teamHours[team]!;
        if (all > 0) moved = Math.max(moved, Math.abs(share - hours[edge]! / all));
      }
      return moved;
    }
  };
}
