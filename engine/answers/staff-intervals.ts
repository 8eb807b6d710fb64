import { dayNumber, formatWallTime, intervalStart, offsetAt } from '../calendar';
import type { Plan } from '../plan';
import {
  type BusyDays,
  busyDays,
  type DaysToHold,
  parseServiceLevelDefinition,
  SERVICE_LEVEL_DEFINITIONS,
  type ServiceLevelDefinition,
} from '../queueing';
import type { Network } from '../simulate';
import { checkpoint, InputFault, issue, type RunControl } from '../units';
import { intervalCover } from './interval-cover';
import { definitionLabel, targetLabel } from './labels';
import { partOf, preparePlan } from './prepared-plan';
import { provenance } from './provenance';
import { requiredByWeek } from './required-by-week';
import type { StaffAnswer, StaffStream } from './results';
import { type StaffingModel, type StaffingRule, streamRequirement } from './stream-requirement';

export interface StaffOptions {
  /** First day shown; the plan's first when not given. */
  readonly from?: string | undefined;
  /** 1 to 35; a week when not given. */
  readonly days?: number | undefined;
  /** Erlang A when not given; C for comparison. */
  readonly model?: StaffingModel | undefined;
  /** How service level is counted, in the requirement and in the cover; answered within target over offered when not given. */
  readonly definition?: ServiceLevelDefinition | undefined;
  /** Ids of streams; all when not given. */
  readonly streams?: readonly string[] | undefined;
  /** How often targets are to hold, given the streams' `dailyVariation`; a day as forecast is staffed for without it. */
  readonly uncertainty?: DaysToHold | undefined;
}

/**
 * Requirement and cover by interval for some days, by stream and site, and paid positions by week for the whole horizon.
 *
 * Agents are fractional and at full speed; heads are rounded once, a week at a time, over all streams together.
 */
export function staffIntervals(plan: Plan, options: StaffOptions = {}, control?: RunControl): StaffAnswer {
  const ready = preparePlan(plan, partOf(control, 0, 0.4));
  const { network } = ready;
  const { rule, busy } = staffingRule(options, plan);
  const { model } = rule;
  const counted = definitionLabel(rule.definition);
  const chosen = chooseStreams(plan, options.streams);
  const { firstDay, lastDay } = chooseDays(network, options);
  const from = network.grid.dayStarts[firstDay]!;
  const to = network.grid.dayStarts[lastDay + 1]!;
  const cover = intervalCover(network, from, to, firstDay, rule.definition);
  const weekly = requiredByWeek(ready, chosen, rule, partOf(control, 0.8, 1));
  const streams = chosen.map((stream, at): StaffStream => {
    checkpoint(control, 0.4 + (0.4 * at) / chosen.length, `requirement of ${plan.streams[stream]!.name}`);
    const definition = plan.streams[stream]!;
    const { contacts, open } = network.arrivals[stream]!;
    return {
      id: definition.id,
      name: definition.name,
      channel: definition.channel,
      target: targetLabel(definition, rule.definition),
      busyness: rule.busyness?.[stream] ?? 1,
      open: Array.from(open.subarray(from, to)),
      contacts: Array.from(contacts.subarray(from, to)),
      offered: Array.from(cover.offered[stream]!),
      handleTimeSeconds: network.handleHours[stream]! * 3600 * meanFactor(network, stream, from, to),
      requiredAgents: Array.from(streamRequirement(network, stream, from, to, rule)),
      availableAgents: Array.from(cover.agents[stream]!),
      weekly: {
        requiredAgentHours: Array.from(weekly.streams[at]!.requiredAgentHours),
        availableAgentHours: Array.from(weekly.streams[at]!.availableAgentHours),
        requiredPaidFte: Array.from(weekly.streams[at]!.requiredPaidFte),
        availablePaidFte: Array.from(weekly.streams[at]!.availablePaidFte),
      },
      serviceLevel: nullable(cover.serviceLevel[stream]!),
      occupancy: nullable(cover.occupancy[stream]!),
      bySite: cover.bySite[stream]!.map(({ site, agents }) => ({
        site,
        name: plan.sites.find((entry) => entry.id === site)?.name ?? site,
        availableAgents: Array.from(agents),
      })),
    };
  });
  const offsets = wallTimes(network, from, to);
  const abandonmentByC =
    model === 'erlang-c' && chosen.some((stream) => plan.streams[stream]!.target.kind === 'abandonment');
  const warnings = abandonmentByC
    ? ['Erlang C knows no abandonment: streams with an abandonment target are staffed to their occupancy cap alone.']
    : [];
  return {
    intervalMinutes: network.grid.intervalMinutes,
    model,
    definition: rule.definition,
    serviceLevelDefinition: counted,
    uncertainty: busy,
    days: network.days.slice(firstDay, lastDay + 1),
    intervals: offsets,
    streams,
    weeks: weekly.weeks,
    provenance: provenance(
      `${model === 'erlang-a' ? 'Erlang A' : 'Erlang C'} by interval, fractional agents; cover from flow. Service level: ${counted}${busy ? `. Staffed for days busier than forecast: targets hold on ${percent(busy.shareOfDaysEach)} of days` : ''}`,
      {
        planHash: ready.hash,
        warnings,
      },
    ),
  };
}

/** Mean time of the contacts shown against the stream's usual time. */
function meanFactor({ arrivals }: Network, stream: number, from: number, to: number): number {
  const { contacts, handleFactor } = arrivals[stream]!;
  if (!handleFactor) return 1;
  let sum = 0;
  let work = 0;
  for (let t = from; t < to; t++) {
    sum += contacts[t]!;
    work += contacts[t]! * handleFactor[t]!;
  }
  return sum > 0 ? work / sum : 1;
}

/** The rule that options ask for, checked; and the busy days that it staffs for, null for the forecast itself. */
export function staffingRule(
  options: Pick<StaffOptions, 'model' | 'definition' | 'uncertainty'>,
  plan: Plan,
): { readonly rule: StaffingRule; readonly busy: BusyDays | null } {
  const asked = options.definition ?? 'answeredOverOffered';
  const definition = parseServiceLevelDefinition(asked);
  if (definition === null) {
    const names = SERVICE_LEVEL_DEFINITIONS.map((entry) => entry.definition).join(', ');
    throw new InputFault([issue('staff.definition', 'definition', asked, `one of ${names}`)]);
  }
  const variations = plan.streams.map(({ dailyVariation }) => dailyVariation);
  const busy = options.uncertainty ? busyDays(variations, options.uncertainty) : null;
  return { rule: { model: options.model ?? 'erlang-a', definition, busyness: busy?.busyness }, busy };
}

function chooseStreams(plan: Plan, ids: readonly string[] | undefined): number[] {
  if (!ids) return plan.streams.map((_, at) => at);
  const unknown = ids.filter((id) => !plan.streams.some((stream) => stream.id === id));
  if (unknown.length > 0) {
    const known = plan.streams.map((stream) => stream.id).join(', ');
    throw new InputFault(
      unknown.map((id) => issue('staff.unknown-stream', 'streams', id, `a stream of this plan: ${known}`)),
    );
  }
  return ids.map((id) => plan.streams.findIndex((stream) => stream.id === id));
}

function chooseDays(network: Network, options: StaffOptions): { firstDay: number; lastDay: number } {
  const { days: dates, grid } = network;
  const days = options.days ?? 7;
  if (!Number.isInteger(days) || days < 1 || days > 35) {
    throw new InputFault([issue('staff.days', 'days', days, 'a whole number from 1 to 35')]);
  }
  const firstDay = options.from === undefined ? 0 : dayNumber(options.from, 'from') - grid.startDay;
  if (firstDay < 0 || firstDay >= dates.length) {
    throw new InputFault([
      issue('staff.from', 'from', options.from, `a day of the plan, ${dates[0]} to ${dates.at(-1)}`),
    ]);
  }
  return { firstDay, lastDay: Math.min(dates.length - 1, firstDay + days - 1) };
}

const percent = (share: number) => `${Number((100 * share).toFixed(1))} %`;

const nullable = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value));

function wallTimes(network: Network, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, at) => {
    const instant = intervalStart(network.grid, from + at);
    return formatWallTime(instant, offsetAt(network.grid.zone, instant)).slice(0, 16);
  });
}
