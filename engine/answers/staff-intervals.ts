import { dayNumber, formatWallTime, intervalStart, offsetAt } from '../calendar';
import type { Plan } from '../plan';
import { SERVICE_LEVEL_DEFINITIONS } from '../queueing';
import { type Network, runFlow } from '../simulate';
import { checkpoint, InputFault, issue, type RunControl, wholeHeads } from '../units';
import { productiveShare } from '../workforce';
import { type PreparedPlan, partOf, preparePlan } from './prepared-plan';
import { provenance } from './provenance';
import type { StaffAnswer, StaffStream } from './results';
import { targetLabel } from './run-result';
import { type StaffingModel, streamRequirement, weeklyRequirement } from './stream-requirement';
import { FTE_HOURS_PER_WEEK } from './team-costs';

export interface StaffOptions {
  /** First day shown; the plan's first when not given. */
  readonly from?: string | undefined;
  /** 1 to 35; a week when not given. */
  readonly days?: number | undefined;
  /** Erlang A when not given; C for comparison. */
  readonly model?: StaffingModel | undefined;
  /** Ids of streams; all when not given. */
  readonly streams?: readonly string[] | undefined;
}

/** Days run before the first one shown, so that backlog is what it would be. */
const WARM_UP_DAYS = 7;

/**
 * Requirement and cover by interval for some days, by stream and site, and paid positions by week for the whole horizon.
 *
 * Agents are fractional and at full speed; heads are rounded once, a week at a time, over all streams together.
 */
export function staffIntervals(plan: Plan, options: StaffOptions = {}, control?: RunControl): StaffAnswer {
  const ready = preparePlan(plan, partOf(control, 0, 0.4));
  const { network } = ready;
  const model = options.model ?? 'erlang-a';
  const chosen = chooseStreams(plan, options.streams);
  const { firstDay, lastDay } = chooseDays(network, options);
  const from = network.grid.dayStarts[firstDay]!;
  const to = network.grid.dayStarts[lastDay + 1]!;
  const cover = recordCover(network, from, to, firstDay);
  const streams = chosen.map((stream, at): StaffStream => {
    checkpoint(control, 0.4 + (0.4 * at) / chosen.length, `requirement of ${plan.streams[stream]!.name}`);
    const definition = plan.streams[stream]!;
    const { contacts, open } = network.arrivals[stream]!;
    return {
      id: definition.id,
      name: definition.name,
      channel: definition.channel,
      target: targetLabel(definition),
      open: Array.from(open.subarray(from, to)),
      contacts: Array.from(contacts.subarray(from, to)),
      handleTimeSeconds: network.handleHours[stream]! * 3600,
      requiredAgents: Array.from(streamRequirement(network, stream, from, to, model)),
      availableAgents: Array.from(cover.agents[stream]!),
      serviceLevel: nullable(cover.serviceLevel[stream]!),
      occupancy: nullable(cover.occupancy[stream]!),
      bySite: cover.bySite[stream]!.map(({ site, agents }) => ({
        site,
        name: plan.sites.find((entry) => entry.id === site)?.name ?? site,
        availableAgents: Array.from(agents),
      })),
    };
  });
  const weeks = weekRows(ready, chosen, model, partOf(control, 0.8, 1));
  const offsets = wallTimes(network, from, to);
  const abandonmentByC =
    model === 'erlang-c' && chosen.some((stream) => plan.streams[stream]!.target.kind === 'abandonment');
  const warnings = abandonmentByC
    ? ['Erlang C knows no abandonment: streams with an abandonment target are staffed to their occupancy cap alone.']
    : [];
  return {
    intervalMinutes: network.grid.intervalMinutes,
    model,
    serviceLevelDefinition: SERVICE_LEVEL_DEFINITIONS[0]!.label,
    days: network.days.slice(firstDay, lastDay + 1),
    intervals: offsets,
    streams,
    weeks,
    provenance: provenance(
      `${model === 'erlang-a' ? 'Erlang A' : 'Erlang C'} by interval, fractional agents; cover from flow`,
      {
        planHash: ready.hash,
        warnings,
      },
    ),
  };
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

/** Runs the days (and a week before them) and keeps what each stream and site had in every interval. */
function recordCover(network: Network, from: number, to: number, firstDay: number) {
  const length = to - from;
  const streams = network.plan.streams.length;
  const rows = () => Array.from({ length: streams }, () => new Float64Array(length));
  const agents = rows();
  const serviceLevel = rows();
  const occupancy = rows();
  const offered = rows();
  const bySite = network.plan.streams.map(() => new Map<string, Float64Array>());
  const { queues, edgeQueue, edgeTeam, edgeSpeed, origins, grid } = network;
  const start = grid.dayStarts[Math.max(0, firstDay - WARM_UP_DAYS)]!;
  runFlow(network, {
    range: { from: start, to },
    observe: (t, view) => {
      if (t < from) return;
      const at = t - from;
      queues.forEach((queue, index) => {
        const weight = view.offered[index]!;
        agents[queue.stream]![at]! += view.agents[index]!;
        if (weight <= 0) return;
        offered[queue.stream]![at]! += weight;
        serviceLevel[queue.stream]![at]! += weight * view.serviceLevel[index]!;
        occupancy[queue.stream]![at]! += weight * view.occupancy[index]!;
      });
      for (let edge = 0; edge < edgeQueue.length; edge++) {
        const given = view.given[edge]! * edgeSpeed[edge]! * view.speed[edgeTeam[edge]!]!;
        if (given <= 0) continue;
        const sites = bySite[queues[edgeQueue[edge]!]!.stream]!;
        const site = origins[edgeTeam[edge]!]!.site.id;
        const values = sites.get(site) ?? new Float64Array(length);
        values[at]! += given;
        sites.set(site, values);
      }
    },
  });
  for (let stream = 0; stream < streams; stream++) {
    for (let at = 0; at < length; at++) {
      serviceLevel[stream]![at] = serviceLevel[stream]![at]! / offered[stream]![at]!;
      occupancy[stream]![at] = occupancy[stream]![at]! / offered[stream]![at]!;
    }
  }
  return {
    agents,
    serviceLevel,
    occupancy,
    bySite: bySite.map((sites) => [...sites].map(([site, values]) => ({ site, agents: values }))),
  };
}

const nullable = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value));

/** From agents through shrinkage to paid positions and heads: fractions until the last step. */
function weekRows(
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

function wallTimes(network: Network, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, at) => {
    const instant = intervalStart(network.grid, from + at);
    return formatWallTime(instant, offsetAt(network.grid.zone, instant)).slice(0, 16);
  });
}
