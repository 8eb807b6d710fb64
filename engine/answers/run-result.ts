import { weekLabels, weekRuleOf } from '../calendar';
import { customersAtRisk } from '../experience';
import type { Plan, Stream } from '../plan';
import { EDGE_COUNT, EDGE_COUNTS, type FlowRecords, type Network, STREAM_COUNT, STREAM_COUNTS } from '../simulate';
import { emptySeries, fillOccupancy, fillRates, groupCounts, kpisAt, quotient } from './kpis';
import type { KpiSeries, RunResult, TargetLabel, TeamFigures } from './results';
import { FTE_HOURS_PER_WEEK, type TeamWeeks, teamWeeks } from './team-costs';

/** Derives every figure of a run from its flat records. */
export function runResult(network: Network, records: FlowRecords): RunResult {
  const { plan, grid } = network;
  const weeks = teamWeeks(network, records);
  const weekOfDay = (day: number) => Math.floor(day / 7);
  const perStream = streamWeeks(network, records, weeks);
  const size = records.days * STREAM_COUNTS;
  const markets = new Map(plan.markets.map((market) => [market.id, market]));
  const streams = plan.streams.map((stream, at) => {
    const counts = records.streams.subarray(at * size, (at + 1) * size);
    const market = markets.get(stream.market)!;
    const own = perStream[at]!;
    const finish = (
      series: KpiSeries,
      hours: (row: number) => readonly [duty: number, busy: number, paid: number, cost: number],
    ) => {
      const busy = new Float64Array(series.offered.length);
      for (let row = 0; row < busy.length; row++) {
        const [dutyHours, busyHours, paid, cost] = hours(row);
        series.productiveHours[row] = dutyHours;
        series.paidHours[row] = paid;
        series.cost[row] = cost;
        busy[row] = busyHours;
        const risk = customersAtRisk(series.lost[row]!, market);
        series.customersAtRisk[row] = risk.customers;
        series.valueAtRisk[row] = risk.value;
      }
      fillOccupancy(series, busy);
      return series;
    };
    const make = (rows: Float64Array) => {
      const series = emptySeries(rows.length / STREAM_COUNTS);
      fillRates(series, rows);
      return series;
    };
    const daily = finish(make(counts), (day) => {
      const week = weekOfDay(day);
      const dutyHours = counts[day * STREAM_COUNTS + STREAM_COUNT.dutyHours]!;
      const part = own.dutyHours[week]! > 0 ? dutyHours / own.dutyHours[week]! : 1 / 7;
      return [dutyHours, own.handlingHours[week]! * part, own.paidHours[week]! * part, own.cost[week]! * part];
    });
    const weekly = finish(make(groupCounts(counts, weekOfDay, grid.weeks)), (week) => [
      own.dutyHours[week]!,
      own.handlingHours[week]!,
      own.paidHours[week]!,
      own.cost[week]!,
    ]);
    const total = finish(make(groupCounts(counts, () => 0, 1)), () => [
      sum(own.dutyHours),
      sum(own.handlingHours),
      sum(own.paidHours),
      sum(own.cost),
    ]);
    return {
      id: stream.id,
      name: stream.name,
      channel: stream.channel,
      language: stream.language,
      target: targetLabel(stream),
      total: kpisAt(total, 0),
      daily,
      weekly,
      totalSeries: total,
    };
  });
  const all = wholeCounts(records, plan.streams.length);
  const hours = networkHours(network, records, weeks);
  const whole = (counts: Float64Array, part: 'daily' | 'weekly' | 'totalSeries', figures: NetworkHours) => {
    const series = emptySeries(counts.length / STREAM_COUNTS);
    fillRates(series, counts);
    series.productiveHours.set(figures.duty);
    series.paidHours.set(figures.paid);
    series.cost.set(figures.cost);
    fillOccupancy(series, figures.busy);
    for (const stream of streams) {
      const source = stream[part];
      for (let row = 0; row < series.offered.length; row++) {
        series.customersAtRisk[row]! += source.customersAtRisk[row]!;
        series.valueAtRisk[row]! += source.valueAtRisk[row]!;
      }
    }
    return series;
  };
  return {
    total: kpisAt(
      whole(
        groupCounts(all, () => 0, 1),
        'totalSeries',
        hours.total,
      ),
      0,
    ),
    days: network.days,
    weekLabels: planWeekLabels(plan),
    daily: whole(all, 'daily', hours.daily),
    weekly: whole(groupCounts(all, weekOfDay, grid.weeks), 'weekly', hours.weekly),
    streams: streams.map(({ totalSeries: _, ...stream }) => stream),
    teams: plan.teams.map((team, at) => teamResult(network, records, at, weeks[at]!, team.name)),
  };
}

/** A team's hours and cost divided over the streams that it served, by their duty hours. */
function streamWeeks(network: Network, records: FlowRecords, teams: readonly TeamWeeks[]) {
  const rows = network.plan.streams.map(() => ({
    dutyHours: new Float64Array(records.weeks),
    handlingHours: new Float64Array(records.weeks),
    paidHours: new Float64Array(records.weeks),
    cost: new Float64Array(records.weeks),
  }));
  const given = teams.map(() => new Float64Array(records.weeks));
  const dutyOf = (edge: number, week: number) =>
    records.edges[(edge * records.weeks + week) * EDGE_COUNTS + EDGE_COUNT.dutyHours]!;
  network.edgeTeam.forEach((team, edge) => {
    for (let week = 0; week < records.weeks; week++) given[team]![week]! += dutyOf(edge, week);
  });
  network.edgeTeam.forEach((team, edge) => {
    const row = rows[network.queues[network.edgeQueue[edge]!]!.stream]!;
    for (let week = 0; week < records.weeks; week++) {
      const duty = dutyOf(edge, week);
      const part = given[team]![week]! > 0 ? duty / given[team]![week]! : 0;
      row.dutyHours[week]! += duty;
      row.handlingHours[week]! +=
        records.edges[(edge * records.weeks + week) * EDGE_COUNTS + EDGE_COUNT.handlingHours]!;
      row.paidHours[week]! += teams[team]!.paidHours[week]! * part;
      row.cost[week]! += teams[team]!.cost[week]! * part;
    }
  });
  return rows;
}

function wholeCounts(records: FlowRecords, streams: number): Float64Array {
  const size = records.days * STREAM_COUNTS;
  const sums = new Float64Array(size);
  for (let stream = 0; stream < streams; stream++) {
    for (let at = 0; at < size; at++) sums[at]! += records.streams[stream * size + at]!;
  }
  return sums;
}

interface NetworkHours {
  readonly duty: Float64Array;
  readonly busy: Float64Array;
  readonly paid: Float64Array;
  readonly cost: Float64Array;
}

function networkHours(
  network: Network,
  records: FlowRecords,
  teams: readonly TeamWeeks[],
): Record<'daily' | 'weekly' | 'total', NetworkHours> {
  const blank = (length: number): NetworkHours => ({
    duty: new Float64Array(length),
    busy: new Float64Array(length),
    paid: new Float64Array(length),
    cost: new Float64Array(length),
  });
  const result = { daily: blank(records.days), weekly: blank(records.weeks), total: blank(1) };
  teams.forEach((team, at) => {
    for (let day = 0; day < records.days; day++) {
      const week = Math.floor(day / 7);
      const duty = records.teamHours[at * records.days + day]!;
      const part = team.dutyHours[week]! > 0 ? duty / team.dutyHours[week]! : 1 / 7;
      const values = {
        duty,
        busy: team.handlingHours[week]! * part,
        paid: team.paidHours[week]! / 7,
        cost: team.cost[week]! * (network.origins[at]!.provider.contract ? part : 1 / 7),
      };
      for (const figure of ['duty', 'busy', 'paid', 'cost'] as const) {
        result.daily[figure][day]! += values[figure];
        result.weekly[figure][week]! += values[figure];
        result.total[figure][0]! += values[figure];
      }
    }
  });
  return result;
}

function teamResult(
  network: Network,
  records: FlowRecords,
  at: number,
  rows: TeamWeeks,
  name: string,
): RunResult['teams'][number] {
  const { team, site, provider } = network.origins[at]!;
  const paidFte = rows.paidHours.map((hours) => hours / FTE_HOURS_PER_WEEK);
  const productiveFte = rows.dutyHours.map((hours) => hours / FTE_HOURS_PER_WEEK);
  const total: TeamFigures = {
    heads: mean(rows.heads),
    paidFte: mean(paidFte),
    productiveFte: mean(productiveFte),
    productiveHours: sum(rows.dutyHours),
    handlingHours: sum(rows.handlingHours),
    answered: sum(rows.answered),
    occupancy: sum(rows.dutyHours) > 0 ? sum(rows.handlingHours) / sum(rows.dutyHours) : null,
    cost: sum(rows.cost),
  };
  return {
    id: team.id,
    name,
    site: site.id,
    provider: provider.id,
    total,
    weekly: {
      heads: rows.heads,
      paidFte,
      productiveFte,
      productiveHours: rows.dutyHours,
      handlingHours: rows.handlingHours,
      answered: rows.answered,
      occupancy: rows.dutyHours.map((hours, week) => quotient(rows.handlingHours[week]!, hours)),
      cost: rows.cost,
    },
    dailyProductiveHours: records.teamHours.slice(at * records.days, (at + 1) * records.days),
  };
}

/** A stream's promise in words. */
export function targetLabel(stream: Stream): TargetLabel {
  const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;
  const { target } = stream;
  switch (target.kind) {
    case 'answer-within':
      return {
        kind: target.kind,
        share: target.share,
        text: `${percent(target.share)} of offered answered within ${target.seconds} s`,
      };
    case 'abandonment':
      return { kind: target.kind, share: target.maxShare, text: `at most ${percent(target.maxShare)} abandoned` };
    case 'complete-within':
      return {
        kind: target.kind,
        share: target.share,
        text: `${percent(target.share)} finished within ${target.hours} h`,
      };
  }
}

/** The names of a plan's weeks under its own rule. */
export function planWeekLabels(plan: Plan): string[] {
  const { startDate, weeks, weekRule } = plan.calendar;
  return weekLabels({ startDate, weeks }, weekRuleOf(weekRule)).map((week) => week.label);
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const mean = (values: Float64Array) => (values.length > 0 ? sum(values) / values.length : 0);
