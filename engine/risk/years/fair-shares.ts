import type { HazardEvent, HazardFactors } from '../../disruption';
import type { RandomStream } from '../../random';
import { shapley } from '../tail';
import { eventCosts } from './event-costs';
import type { PressureLevel } from './pressure-level';
import { FIGURES, type FigureGround } from './risk-figures';

/**
 * What events cost when they come together, each with what it adds on average over the orders in which they may come.
 *
 * As `eventCosts`, but for what is felt together: some of the events are run without the others, and the whole is divided by Shapley's
 * value. Sums are the same. Cost: two more runs for two events, six for three, 2 (n - 1) for n; in all some two to three times as much.
 */
export function fairCosts(
  ground: FigureGround,
  factors: HazardFactors,
  level: PressureLevel,
  events: readonly HazardEvent[],
  luck: RandomStream,
  weeks?: Float64Array,
): Float64Array {
  const groups: (readonly number[])[] = [];
  const added = eventCosts(ground, factors, level, events, weeks, (found) => groups.push(...found));
  const rowOf = (of: Float64Array, at: number) => of.subarray(at * FIGURES, (at + 1) * FIGURES);
  for (const group of groups) {
    const whole = new Float64Array(FIGURES);
    for (const at of group) addTo(whole, rowOf(added, at));
    const worth = (members: readonly number[]): Float64Array => {
      const some = members.map((member) => events[group[member]!]!);
      const costs = eventCosts(ground, factors, level, some);
      const sum = new Float64Array(FIGURES);
      for (const at of some.keys()) addTo(sum, rowOf(costs, at));
      return sum;
    };
    shapley(group.length, whole, worth, luck).forEach((share, member) => {
      rowOf(added, group[member]!).set(share);
    });
  }
  return added;
}

function addTo(sum: Float64Array, row: Float64Array): void {
  for (let figure = 0; figure < FIGURES; figure++) sum[figure] = sum[figure]! + row[figure]!;
}
