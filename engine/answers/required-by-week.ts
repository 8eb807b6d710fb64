import type { Network } from '../simulate';
import { checkpoint, type RunControl, wholeHeads } from '../units';
import { productiveShare } from '../workforce';
import type { PreparedPlan } from './prepared-plan';
import type { StaffAnswer } from './results';
import { type StaffingModel, weeklyRequirement } from './stream-requirement';
import { FTE_HOURS_PER_WEEK } from './team-costs';

/** From agents through shrinkage to paid positions and heads: fractions until the last step. */
export function requiredByWeek(
  ready: PreparedPlan,
  streams: readonly number[],
  model: StaffingModel,
  control: RunControl | undefined,
): StaffAnswer['weeks'] {
  const { network, base, plan } = ready;
  const required = new Float64Array(network.grid.weeks);
  const paid = new Float64Array(network.grid.weeks);
  streams.forEach((stream, at) => {
    checkpoint(control, at / streams.length, 'requirement by week');
    const hours = weeklyRequirement(network, stream, model);
    const share = averageProductiveShare(network, stream);
    hours.forEach((value, week) => {
      required[week]! += value;
      paid[week]! += share > 0 ? value / share : 0;
    });
  });
  return base.weekLabels.map((label, week) => {
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
