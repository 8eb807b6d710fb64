import { COST_COMPONENTS, type CostColumns } from './cost-components';
import type { MoneyGround } from './money-ground';

/** Loaded cost and productive hours of a stream over the horizon. */
export interface StreamCost {
  readonly cost: number;
  readonly hours: number;
}

/**
 * Divides every team's weekly cost over its streams by the hours on duty that it gave each.
 *
 * What a team costs in a week in which it serves nobody belongs to no stream and is given apart, so that all add up.
 */
export function streamCosts(
  { network, run }: MoneyGround,
  costs: readonly CostColumns[],
): { readonly streams: ReadonlyMap<string, StreamCost>; readonly idle: number } {
  const weeks = network.grid.weeks;
  const at = new Map(run.teams.map(({ id }, index) => [id, index]));
  const given = run.teams.map(() => new Float64Array(weeks));
  for (const { team, productiveHours } of run.memberships) {
    const sums = given[at.get(team)!]!;
    for (let week = 0; week < weeks; week++) sums[week]! += productiveHours[week]!;
  }
  const whole = costs.map((columns) => {
    const sums = new Float64Array(weeks);
    for (const component of COST_COMPONENTS)
      for (let week = 0; week < weeks; week++) sums[week]! += columns[component][week]!;
    return sums;
  });
  const streams = new Map<string, { cost: number; hours: number }>(
    run.streams.map(({ id }) => [id, { cost: 0, hours: 0 }]),
  );
  for (const { stream, team, productiveHours } of run.memberships) {
    const entry = streams.get(stream);
    const index = at.get(team)!;
    if (!entry) continue;
    for (let week = 0; week < weeks; week++) {
      const hours = productiveHours[week]!;
      if (hours <= 0) continue;
      entry.cost += (whole[index]![week]! * hours) / given[index]![week]!;
      entry.hours += hours;
    }
  }
  let idle = 0;
  whole.forEach((sums, index) => {
    for (let week = 0; week < weeks; week++) if (given[index]![week]! <= 0) idle += sums[week]!;
  });
  return { streams, idle };
}
