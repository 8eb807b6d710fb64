import type { Queue } from './capability';

const ROUNDS = 60;
const EVEN_ENOUGH = 1e-7;

/** How a week's hours are divided. */
export interface SharedWeek {
  /** By queue and its edges: hours of the edge's team that go there. */
  readonly hours: readonly Float64Array[];
  /** Hours that each queue gets, at the speed of those who give them. */
  readonly given: Float64Array;
}

/**
 * Divides a week's hours of every team over the queues that it can serve, until cover is as even as skills allow.
 *
 * Use for weekly plans, where an interval's detail would be out of place; `simulate` divides every interval the same way.
 * Iterative proportional fitting: each team's hours are shared by weights, and a queue that gets less than it needs gains
 * weight. A team none of whose queues needs anything gives nothing.
 *
 * Source: Deming and Stephan 1940. Units: hours at full speed. Cost: rounds × edges, 60 rounds at most.
 */
export function shareWeek(queues: readonly Queue[], need: Float64Array, teamHours: Float64Array): SharedWeek {
  const shares = queues.map((queue, at) => Float64Array.from(queue.edges, () => need[at]!));
  normalize(queues, shares, teamHours.length);
  const hours = queues.map((queue) => new Float64Array(queue.edges.length));
  const given = new Float64Array(queues.length);
  for (let round = 0; ; round++) {
    queues.forEach(({ edges }, at) => {
      let sum = 0;
      for (let place = 0; place < edges.length; place++) {
        const { team, proficiency } = edges[place]!;
        const own = teamHours[team]! * shares[at]![place]!;
        hours[at]![place] = own;
        sum += own * proficiency;
      }
      given[at] = sum;
    });
    if (round === ROUNDS) break;
    for (let at = 0; at < queues.length; at++) {
      const factor = given[at]! > 0 ? need[at]! / given[at]! : 1;
      for (let place = 0; place < shares[at]!.length; place++) shares[at]![place]! *= factor;
    }
    if (normalize(queues, shares, teamHours.length, hours, teamHours) < EVEN_ENOUGH) break;
  }
  return { hours, given };
}

/** Makes the shares of every team add to 1; returns the largest part of a team's hours that has moved. */
function normalize(
  queues: readonly Queue[],
  shares: readonly Float64Array[],
  teams: number,
  hours?: readonly Float64Array[],
  teamHours?: Float64Array,
): number {
  const sums = new Float64Array(teams);
  queues.forEach(({ edges }, at) => {
    for (let place = 0; place < edges.length; place++) sums[edges[place]!.team]! += shares[at]![place]!;
  });
  let moved = 0;
  queues.forEach(({ edges }, at) => {
    for (let place = 0; place < edges.length; place++) {
      const { team } = edges[place]!;
      const share = sums[team]! > 0 ? shares[at]![place]! / sums[team]! : 0;
      shares[at]![place] = share;
      if (hours && teamHours && teamHours[team]! > 0) {
        moved = Math.max(moved, Math.abs(share - hours[at]![place]! / teamHours[team]!));
      }
    }
  });
  return moved;
}
