import { EDGE_COUNT, edgeCount, type FlowRecords, type Network, STREAM_COUNT, STREAM_COUNTS } from '../simulate';
import type { TeamWeeks } from './team-costs';

/** Hours on duty and handling, paid hours and cost; a row a day, a week, or one for all. */
export interface HoursAndCost {
  readonly duty: Float64Array;
  readonly busy: Float64Array;
  readonly paid: Float64Array;
  readonly cost: Float64Array;
}

export type Grain = 'daily' | 'weekly' | 'total';

const FIGURES = ['duty', 'busy', 'paid', 'cost'] as const;
export const weekOfDay = (day: number) => Math.floor(day / 7);

function blank(length: number): HoursAndCost {
  const column = () => new Float64Array(length);
  return { duty: column(), busy: column(), paid: column(), cost: column() };
}

function blankGrains(records: FlowRecords): Record<Grain, HoursAndCost> {
  return { daily: blank(records.days), weekly: blank(records.weeks), total: blank(1) };
}

/** Adds a day's figures to the day, its week and the whole. */
function addDay(
  grains: Record<Grain, HoursAndCost>,
  day: number,
  values: Record<(typeof FIGURES)[number], number>,
): void {
  const week = weekOfDay(day);
  for (const figure of FIGURES) {
    const value = values[figure];
    grains.daily[figure][day] = grains.daily[figure][day]! + value;
    grains.weekly[figure][week] = grains.weekly[figure][week]! + value;
    grains.total[figure][0] = grains.total[figure][0]! + value;
  }
}

/** All teams together. Own people are paid evenly over the week; an outsourcer's bill follows the hours it worked. */
export function networkHours(
  network: Network,
  records: FlowRecords,
  teams: readonly TeamWeeks[],
): Record<Grain, HoursAndCost> {
  const grains = blankGrains(records);
  teams.forEach((team, at) => {
    const billed = network.origins[at]!.provider.contract !== undefined;
    for (let day = 0; day < records.days; day++) {
      const week = weekOfDay(day);
      const duty = records.teamHours[at * records.days + day]!;
      const part = team.dutyHours[week]! > 0 ? duty / team.dutyHours[week]! : 1 / 7;
      addDay(grains, day, {
        duty,
        busy: team.handlingHours[week]! * part,
        paid: team.paidHours[week]! / 7,
        cost: team.cost[week]! * (billed ? part : 1 / 7),
      });
    }
  });
  return grains;
}

/** Each stream's part of its teams' hours and cost: a team's week is divided by the duty hours that it gave each stream. */
export function streamHours(
  network: Network,
  records: FlowRecords,
  teams: readonly TeamWeeks[],
): Record<Grain, HoursAndCost>[] {
  const weekly = weeklyParts(network, records, teams);
  return network.plan.streams.map((_, stream) => {
    const own = weekly[stream]!;
    const grains = blankGrains(records);
    for (let day = 0; day < records.days; day++) {
      const week = weekOfDay(day);
      const duty = records.streams[(stream * records.days + day) * STREAM_COUNTS + STREAM_COUNT.dutyHours]!;
      const part = own.duty[week]! > 0 ? duty / own.duty[week]! : 1 / 7;
      addDay(grains, day, {
        duty,
        busy: own.busy[week]! * part,
        paid: own.paid[week]! * part,
        cost: own.cost[week]! * part,
      });
    }
    return grains;
  });
}

function weeklyParts(network: Network, records: FlowRecords, teams: readonly TeamWeeks[]): HoursAndCost[] {
  const parts = network.plan.streams.map(() => blank(records.weeks));
  const given = teams.map(() => new Float64Array(records.weeks));
  network.edgeTeam.forEach((team, edge) => {
    for (let week = 0; week < records.weeks; week++)
      given[team]![week]! += edgeCount(records, edge, week, EDGE_COUNT.dutyHours);
  });
  network.edgeTeam.forEach((team, edge) => {
    const row = parts[network.queues[network.edgeQueue[edge]!]!.stream]!;
    for (let week = 0; week < records.weeks; week++) {
      const duty = edgeCount(records, edge, week, EDGE_COUNT.dutyHours);
      const part = given[team]![week]! > 0 ? duty / given[team]![week]! : 0;
      row.duty[week]! += duty;
      row.busy[week]! += edgeCount(records, edge, week, EDGE_COUNT.handlingHours);
      row.paid[week]! += teams[team]!.paidHours[week]! * part;
      row.cost[week]! += teams[team]!.cost[week]! * part;
    }
  });
  return parts;
}
