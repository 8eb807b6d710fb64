import type { Grid } from '../calendar';
import type { Plan } from '../plan';
import { gamma, namedStream } from '../random';
import { factorsOf, type Modifiers } from './modifiers';

/** Part of the streams' day-to-day variation that they share: a busy day is often busy for all. */
const SHARED = 0.5;

/**
 * Modifiers with the luck of busy and quiet days on top, for some days of the horizon.
 *
 * A day's contacts are those expected × (G + G(s)) ÷ shape(s), gamma numbers with shape(s) = 1 ÷ variation²; G is common to
 * all streams and makes up half of the least varying one's. Depends on (seed, replication, day, stream) alone, so runs with
 * and without a disruption share it.
 *
 * Source: Mathai and Moschopoulos (1991), as in the percentile plan. Units: factors of mean 1. Cost: streams × intervals.
 */
export function withBusyDays(
  plan: Plan,
  grid: Grid,
  modifiers: Modifiers,
  days: { readonly from: number; readonly to: number },
  luck: { readonly seed: number; readonly replication: number },
): Modifiers {
  const varying = plan.streams.filter(({ dailyVariation }) => dailyVariation > 0);
  const first = grid.dayStarts[days.from]!;
  const last = grid.dayStarts[days.to + 1]!;
  if (varying.length === 0) return modifiers;
  const shapeOf = (variation: number) => 1 / (variation * variation);
  const common = SHARED * Math.min(...varying.map(({ dailyVariation }) => shapeOf(dailyVariation)));
  const together = namedStream({ ...luck, entity: 'all', purpose: 'busy-day' });
  const shared = Float64Array.from({ length: days.to - days.from + 1 }, () => gamma(together, common, common));
  const demand = modifiers.demand.map((factors) => factors?.slice() ?? null);
  plan.streams.forEach(({ id, dailyVariation }, at) => {
    if (!(dailyVariation > 0)) return;
    const shape = shapeOf(dailyVariation);
    const own = namedStream({ ...luck, entity: id, purpose: 'busy-day' });
    const values = factorsOf(demand, at, grid, 1);
    for (let day = days.from; day <= days.to; day++) {
      const rest = shape - common;
      const factor = (shared[day - days.from]! + (rest > 0 ? gamma(own, rest, rest) : 0)) / shape;
      for (let t = grid.dayStarts[day]!; t < grid.dayStarts[day + 1]!; t++) values[t]! *= factor;
    }
  });
  return { ...modifiers, demand, from: Math.min(modifiers.from, first), to: Math.max(modifiers.to, last) };
}
