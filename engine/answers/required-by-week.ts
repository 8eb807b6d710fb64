import { EDGE_COUNT, edgeCount } from '../simulate';
import { checkpoint, type RunControl, wholeHeads } from '../units';
import type { PreparedPlan } from './prepared-plan';
import type { StaffAnswer } from './results';
import { type StaffingRule, weeklyRequirement } from './stream-requirement';
import { FTE_HOURS_PER_WEEK } from './team-costs';

/** A stream's weeks: agent hours at full speed, and paid positions behind them, required and available. */
export interface StreamWeeks {
  readonly requiredAgentHours: Float64Array;
  readonly availableAgentHours: Float64Array;
  readonly requiredPaidFte: Float64Array;
  readonly availablePaidFte: Float64Array;
}

export interface WeeklyStaffing {
  readonly weeks: StaffAnswer['weeks'];
  /** In the order of the streams asked for. */
  readonly streams: readonly StreamWeeks[];
}

/**
 * From agents to paid positions and heads, by week.
 *
 * Required and available are in one unit: a paid position is worth what the stream's own teams make of one in that
 * week, with their shrinkage, learning, proficiency, closed days and seats. So required stands above available exactly
 * when required hours stand above available ones. Heads are rounded once, after adding everything up.
 */
export function requiredByWeek(
  ready: PreparedPlan,
  streams: readonly number[],
  rule: StaffingRule,
  control: RunControl | undefined,
): WeeklyStaffing {
  const { network, base, plan } = ready;
  const byStream = streams.map((stream, at) => {
    checkpoint(control, at / streams.length, 'requirement by week');
    return streamWeeks(ready, stream, weeklyRequirement(network, stream, rule));
  });
  const weeks = base.weekLabels.map((label, week) => {
    const add = (figure: keyof StreamWeeks) => byStream.reduce((sum, stream) => sum + stream[figure][week]!, 0);
    let heads = 0;
    let paidHours = 0;
    plan.teams.forEach((team, at) => {
      const here = network.duty.heads[at]!.heads[week]!;
      heads += here;
      paidHours += here * team.paidHoursPerWeek;
    });
    const hoursPerHead = paidHours > 0 ? paidHours / heads : FTE_HOURS_PER_WEEK;
    return {
      label,
      requiredAgentHours: add('requiredAgentHours'),
      availableAgentHours: add('availableAgentHours'),
      requiredPaidFte: add('requiredPaidFte'),
      availablePaidFte: add('availablePaidFte'),
      heads: wholeHeads((add('requiredPaidFte') * FTE_HOURS_PER_WEEK) / hoursPerHead),
    };
  });
  return { weeks, streams: byStream };
}

/** Hours on duty for a stream at full speed and the paid positions behind them, as the undisturbed plan gives them to it. */
function streamWeeks({ network, records, base }: PreparedPlan, stream: number, required: Float64Array): StreamWeeks {
  const { edgeQueue, edgeTeam, edgeSpeed, queues, duty, grid } = network;
  const hours = new Float64Array(grid.weeks);
  const paid = new Float64Array(grid.weeks);
  for (let edge = 0; edge < edgeQueue.length; edge++) {
    if (queues[edgeQueue[edge]!]!.stream !== stream) continue;
    const team = edgeTeam[edge]!;
    const { speed } = duty.heads[team]!;
    const { paidFte, productiveHours } = base.teams[team]!.weekly;
    for (let week = 0; week < grid.weeks; week++) {
      const onDuty = edgeCount(records, edge, week, EDGE_COUNT.dutyHours);
      hours[week] = hours[week]! + onDuty * edgeSpeed[edge]! * speed[week]!;
      const part = productiveHours[week]! > 0 ? onDuty / productiveHours[week]! : 0;
      paid[week] = paid[week]! + paidFte[week]! * part;
    }
  }
  return {
    requiredAgentHours: required,
    availableAgentHours: hours,
    requiredPaidFte: required.map((value, week) => (hours[week]! > 0 ? (value * paid[week]!) / hours[week]! : 0)),
    availablePaidFte: paid,
  };
}
