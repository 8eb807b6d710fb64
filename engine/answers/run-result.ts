import type { Modifiers } from '../disruption';
import { customersAtRisk } from '../experience';
import type { Market } from '../plan';
import { EDGE_COUNT, edgeCount, type FlowRecords, type Network, STREAM_COUNTS } from '../simulate';
import { type Grain, type HoursAndCost, networkHours, streamHours, weekOfDay } from './hours-and-cost';
import { emptySeries, fillOccupancy, fillRates, groupCounts, kpisAt } from './kpis';
import { planWeekLabels, targetLabel } from './labels';
import type { KpiSeries, RunResult } from './results';
import { teamWeeks } from './team-costs';
import { teamResult } from './team-result';

/** Derives every figure of a run from its flat records. */
export function runResult(network: Network, records: FlowRecords, modifiers?: Modifiers): RunResult {
  const { plan, grid } = network;
  const weeks = teamWeeks(network, records, modifiers);
  const markets = new Map(plan.markets.map((market) => [market.id, market]));
  const ofStreams = streamHours(network, records, weeks);
  const size = records.days * STREAM_COUNTS;
  const streams = plan.streams.map((stream, at) => {
    const counts = byGrain(records.streams.subarray(at * size, (at + 1) * size), grid.weeks);
    return seriesByGrain(counts, ofStreams[at]!, (series) => addRisk(series, markets.get(stream.market)!));
  });
  const counts = byGrain(sumOfStreams(records, plan.streams.length), grid.weeks);
  const whole = seriesByGrain(counts, networkHours(network, records, weeks), (series, grain) => {
    for (const stream of streams) sumRisk(series, stream[grain]);
  });
  return {
    total: kpisAt(whole.total, 0),
    days: network.days,
    weekLabels: planWeekLabels(plan),
    daily: whole.daily,
    weekly: whole.weekly,
    streams: plan.streams.map((stream, at) => ({
      id: stream.id,
      name: stream.name,
      channel: stream.channel,
      language: stream.language,
      target: targetLabel(stream),
      total: kpisAt(streams[at]!.total, 0),
      daily: streams[at]!.daily,
      weekly: streams[at]!.weekly,
    })),
    teams: plan.teams.map((team, at) => teamResult(network, records, at, weeks[at]!, team.name)),
    memberships: membershipWeeks(network, records),
  };
}

/** Contacts and hours of each team for each stream, its queues added up. */
function membershipWeeks(network: Network, records: FlowRecords): RunResult['memberships'] {
  const { plan, queues, edgeQueue, edgeTeam } = network;
  const known = new Map<string, RunResult['memberships'][number]>();
  edgeTeam.forEach((team, edge) => {
    const stream = plan.streams[queues[edgeQueue[edge]!]!.stream]!.id;
    const key = `${stream} ${plan.teams[team]!.id}`;
    const blank = () => new Float64Array(records.weeks);
    const row = known.get(key) ?? { stream, team: plan.teams[team]!.id, answered: blank(), productiveHours: blank() };
    known.set(key, row);
    for (let week = 0; week < records.weeks; week++) {
      row.answered[week]! += edgeCount(records, edge, week, EDGE_COUNT.answered);
      row.productiveHours[week]! += edgeCount(records, edge, week, EDGE_COUNT.dutyHours);
    }
  });
  return [...known.values()];
}

function byGrain(daily: Float64Array, weeks: number): Record<Grain, Float64Array> {
  return { daily, weekly: groupCounts(daily, weekOfDay, weeks), total: groupCounts(daily, () => 0, 1) };
}

function seriesByGrain(
  counts: Record<Grain, Float64Array>,
  hours: Record<Grain, HoursAndCost>,
  finish: (series: KpiSeries, grain: Grain) => void,
): Record<Grain, KpiSeries> {
  const make = (grain: Grain): KpiSeries => {
    const series = emptySeries(counts[grain].length / STREAM_COUNTS);
    fillRates(series, counts[grain]);
    series.productiveHours.set(hours[grain].duty);
    series.paidHours.set(hours[grain].paid);
    series.cost.set(hours[grain].cost);
    fillOccupancy(series, hours[grain].busy);
    finish(series, grain);
    return series;
  };
  return { daily: make('daily'), weekly: make('weekly'), total: make('total') };
}

function addRisk(series: KpiSeries, market: Market): void {
  series.lost.forEach((lost, row) => {
    const risk = customersAtRisk(lost, market);
    series.customersAtRisk[row] = risk.customers;
    series.valueAtRisk[row] = risk.value;
  });
}

function sumRisk(into: KpiSeries, stream: KpiSeries): void {
  for (let row = 0; row < into.lost.length; row++) {
    into.customersAtRisk[row]! += stream.customersAtRisk[row]!;
    into.valueAtRisk[row]! += stream.valueAtRisk[row]!;
  }
}

function sumOfStreams(records: FlowRecords, streams: number): Float64Array {
  const size = records.days * STREAM_COUNTS;
  const sums = new Float64Array(size);
  for (let stream = 0; stream < streams; stream++) {
    for (let at = 0; at < size; at++) sums[at]! += records.streams[stream * size + at]!;
  }
  return sums;
}
