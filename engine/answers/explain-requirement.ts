import type { Plan } from '../plan';
import { type DaysToHold, requiredAgentsFractional, type ServiceLevelDefinition } from '../queueing';
import { InputFault, issue, type RunControl } from '../units';
import { targetLabel } from './labels';
import { preparePlan } from './prepared-plan';
import type { Explanation } from './results';
import { staffingRule } from './staff-intervals';
import { type StaffingModel, staffingCase, streamRequirement } from './stream-requirement';

/**
 * Where an interval's requirement comes from: formula, every input with its source and grade, and the answer again.
 *
 * @param about stream id, and the interval as counted from `from`'s first interval on the Staffing screen
 */
export function explainRequirement(
  plan: Plan,
  about: {
    readonly stream: string;
    readonly day: string;
    readonly intervalOfDay: number;
    readonly model?: StaffingModel | undefined;
    readonly definition?: ServiceLevelDefinition | undefined;
    readonly uncertainty?: DaysToHold | undefined;
  },
  control?: RunControl,
): Explanation {
  const { network } = preparePlan(plan, control);
  const stream = plan.streams.findIndex((entry) => entry.id === about.stream);
  if (stream < 0) throw new InputFault([issue('explain.stream', 'stream', about.stream, 'a stream of this plan')]);
  const day = network.days.indexOf(about.day);
  const interval = day < 0 ? -1 : network.grid.dayStarts[day]! + about.intervalOfDay;
  if (
    day < 0 ||
    !Number.isInteger(about.intervalOfDay) ||
    about.intervalOfDay < 0 ||
    interval >= network.grid.dayStarts[day + 1]!
  ) {
    throw new InputFault([
      issue(
        'explain.interval',
        'day, intervalOfDay',
        `${about.day}, ${about.intervalOfDay}`,
        'an interval of this plan',
      ),
    ]);
  }
  const definition = plan.streams[stream]!;
  const { rule, busy } = staffingRule(about, plan);
  const { model } = rule;
  const value = streamRequirement(network, stream, interval, interval + 1, rule)[0]!;
  const { load, targets } = staffingCase(network, stream, interval, rule);
  const contacts = network.arrivals[stream]!.contacts[interval]!;
  const deferrable = definition.target.kind === 'complete-within';
  const handle = definition.handleTime;
  const inputs: Explanation['inputs'][number][] = [
    {
      name: 'contacts in the interval',
      value: contacts,
      unit: 'contacts',
      source: definition.demand.source ?? 'the stream’s demand',
      grade: definition.demand.grade ?? 'not stated',
    },
    {
      name: 'handle time of an agent',
      value: load.handleTimeSeconds,
      unit: 'seconds',
      source: handle.source ?? 'the stream’s handle time',
      grade: handle.grade ?? 'not stated',
    },
    {
      name: 'target',
      value: targetLabel(definition, rule.definition).text,
      unit: '',
      source: 'the stream’s target',
      grade: 'policy',
    },
    {
      name: 'largest occupancy',
      value: definition.maxOccupancy,
      unit: 'share',
      source: 'the stream’s cap',
      grade: 'policy',
    },
  ];
  if (busy) {
    inputs.push({
      name: 'how busy a day is staffed for',
      value: busy.busyness[stream]!,
      unit: 'times the forecast',
      source: `days vary by ${Number((100 * definition.dailyVariation).toFixed(1))} %; holds on ${Number((100 * busy.shareOfDaysEach).toFixed(1))} % of days (gamma, Jongbloed and Koole 2001)`,
      grade: 'computed',
    });
  }
  if (!deferrable && model === 'erlang-a') {
    inputs.push({
      name: 'mean patience',
      value: definition.patienceSeconds ?? 0,
      unit: 'seconds',
      source: 'the stream’s patience',
      grade: 'not stated',
    });
  }
  if (!deferrable && load.arrivalsPerHour > 0) {
    const erlangs = (load.arrivalsPerHour * load.handleTimeSeconds) / 3600;
    inputs.push({
      name: 'offered load',
      value: erlangs,
      unit: 'erlangs',
      source: `contacts × ${busy ? 'busyness × ' : ''}handle time ÷ interval`,
      grade: 'computed',
    });
    const solved = requiredAgentsFractional(load, targets);
    if (solved.solved) {
      inputs.push({
        name: 'service level then',
        value: solved.figures.serviceLevel,
        unit: 'share',
        source: 'the same formula, forwards',
        grade: 'computed',
      });
      inputs.push({
        name: 'occupancy then',
        value: solved.figures.occupancy,
        unit: 'share',
        source: 'the same formula, forwards',
        grade: 'computed',
      });
    }
  }
  return {
    label: `Agents that ${definition.name} needs`,
    value,
    unit: 'agents at full speed',
    formula: deferrable
      ? 'work of the last hours of the promise ÷ those hours ÷ largest occupancy'
      : `least agents for which ${model === 'erlang-a' ? 'Erlang A' : 'Erlang C'} meets every target`,
    method: deferrable
      ? 'deferrable work spread evenly over its promise'
      : model === 'erlang-a'
        ? 'Erlang A: customers give up after an exponential patience (Mandelbaum and Zeltyn 2005)'
        : 'Erlang C: nobody gives up (Cooper 1981); for comparison',
    inputs,
  };
}
