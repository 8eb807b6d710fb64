import { EDGE_COUNT, EDGE_COUNTS, type Network } from '../simulate';
import { checkpoint, type RunControl, wholeHeads } from '../units';
import { productiveShare } from '../workforce';
import type { PreparedPlan } from './prepared-plan';
import type { StaffAnswer } from './results';
import { type StaffingRule, weeklyRequirement } from './stream-requirement';
import { FTE_HOURS_PER_WEEK } from './team-costs';

/** Agent hours of each stream by week, and what they add up to through shrinkage: fractions until the last step. */
export interface WeeklyStaffing {
  readonly weeks: StaffAnswer['weeks'];
  /** In the order of the streams asked for. */
  readonly streams: readonly {
    readonly requiredAgentHours: Float64Array;
    readonly availableAgentHours: Float64Array;
  }[];
}

/** From agents through shrinkage to paid positions and heads. */
export function requiredByWeek(
  ready: PreparedPlan,
  streams: readonly number[],
  rule: StaffingRule,
  control: RunControl | undefined,
): WeeklyStaffing {
  const { network, base, plan } = ready;
  const required = new Float64Array(network.grid.weeks);
  const paid = new Float64Array(network.grid.weeks);
  const byStream = streams.map((stream, at) => {
    checkpoint(control, at / streams.length, 'requirement by week');
    const hours = weeklyRequirement(network, stream, rule);
    const share = averageProductiveShare(network, stream);
    hours.forEach((value, week) => {
      required[week]! += value;
      paid[week]! += share > 0 ? value / share : 0;
    });
    return { requiredAgentHours: hours, availableAgentHours: weeklyAvailability(ready, stream) };
  });
  const weeks = base.weekLabels.map((label, week) => {
    const available = base.teams.reduce((sum, team) => sum + team.weekly.paidFte[week]!, 0);
    const hoursPerHead = plan.teams.reduce((sum, team) => sum + team.paidHoursPerWeek, 0) / plan.teams.length;
    return {
      label,
      requiredAgentHours: required[week]!,
      requiredPaidFte: paid[week]! / FTE_HOURS_PER_WEEK,
      availablePaidFte: available,
      heads: wholeHeads(paid[week]! / hoursPerHead),
    };
  });
  return { weeks, streams: byStream };
}

/** Hours on duty for a stream in each week, at full speed, as the undisturbed plan gives them to it. */
function weeklyAvailability({ network, records }: PreparedPlan, stream: number): Float64Array {
  const { edgeQueue, edgeTeam, edgeSpeed, queues, duty, grid } = network;
  const hours = new Float64Array(grid.weeks);
  for (let edge = 0; edge < edgeQueue.length; edge++) {
    if (queues[edgeQueue[edge]!]!.stream !== stream) continue;
    const { speed } = duty.heads[edgeTeam[edge]!]!;
    for (let week = 0; week < grid.weeks; week++) {
      const onDuty = records.edges[(edge * grid.weeks + week) * EDGE_COUNTS + EDGE_COUNT.dutyHours]!;
      hours[week]! += onDuty * edgeSpeed[edge]! * speed[week]!;
    }
  }
  return hours;
}

/** Share of paid time on contacts, at full speed, over the teams that serve a stream, weighted by their heads. */
function averageProductiveShare(network: Network, stream: number): number {
  let heads = 0;
  let productive = 0;
  network.queues.forEach((queue) => {
    if (queue.stream !== stream) return;
    for (const edge of queue.edges) {
      const team = network.plan.teams[edge.team]!;
      const size = network.duty.heads[edge.team]!.heads.reduce((sum, value) => sum + value, 0);
      const speed = network.duty.heads[edge.team]!.speed.reduce((sum, value) => sum + value, 0) / network.grid.weeks;
      heads += size;
      productive += size * productiveShare(team.shrinkage) * edge.proficiency * speed;
    }
  });
  return heads > 0 ? productive / heads : 0;
}
