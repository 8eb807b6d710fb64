import { EDGE_COUNT, edgeCount } from '../simulate';
import type { PreparedPlan } from './prepared-plan';

/** Share of a team's hours that it spends on each stream over the horizon, by their places in the plan. */
export function hoursShare(ready: PreparedPlan): (team: number, stream: number) => number {
  const { network, records } = ready;
  const streams = network.plan.streams.length;
  const hours = new Float64Array(network.plan.teams.length * streams);
  const whole = new Float64Array(network.plan.teams.length);
  network.edgeTeam.forEach((team, edge) => {
    const stream = network.queues[network.edgeQueue[edge]!]!.stream;
    for (let week = 0; week < records.weeks; week++) {
      const duty = edgeCount(records, edge, week, EDGE_COUNT.dutyHours);
      hours[team * streams + stream]! += duty;
      whole[team]! += duty;
    }
  });
  return (team, stream) => (whole[team]! > 0 ? hours[team * streams + stream]! / whole[team]! : 0);
}
