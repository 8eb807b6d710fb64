import { STREAM_COUNT as C, STREAM_COUNTS } from '../simulate';
import type { KpiSeries, Kpis } from './results';

const FIGURES = [
  'offered',
  'redials',
  'answered',
  'abandoned',
  'lost',
  'serviceLevel',
  'asaSeconds',
  'abandonment',
  'occupancy',
  'backlog',
  'handlingHours',
  'productiveHours',
  'paidHours',
  'cost',
  'customersAtRisk',
  'valueAtRisk',
] as const satisfies readonly (keyof Kpis)[];

type MutableSeries = { -readonly [Figure in keyof Kpis]: Float64Array };

export function emptySeries(length: number): MutableSeries {
  const series = {} as MutableSeries;
  for (const figure of FIGURES) series[figure] = new Float64Array(length);
  return series;
}

/** One row of a series; NaN becomes null. */
export function kpisAt(series: KpiSeries, index: number): Kpis {
  const value = (figure: keyof Kpis) => series[figure][index] ?? Number.NaN;
  const rate = (figure: keyof Kpis) => (Number.isNaN(value(figure)) ? null : value(figure));
  return {
    offered: value('offered'),
    redials: value('redials'),
    answered: value('answered'),
    abandoned: value('abandoned'),
    lost: value('lost'),
    serviceLevel: rate('serviceLevel'),
    asaSeconds: rate('asaSeconds'),
    abandonment: rate('abandonment'),
    occupancy: rate('occupancy'),
    backlog: value('backlog'),
    handlingHours: value('handlingHours'),
    productiveHours: value('productiveHours'),
    paidHours: value('paidHours'),
    cost: value('cost'),
    customersAtRisk: value('customersAtRisk'),
    valueAtRisk: value('valueAtRisk'),
  };
}

/** Fills the figures that follow from counts; hours, money and customers are the caller's. */
export function fillRates(series: MutableSeries, counts: Float64Array): void {
  const rows = counts.length / STREAM_COUNTS;
  for (let row = 0; row < rows; row++) {
    const at = (place: number) => counts[row * STREAM_COUNTS + place]!;
    const arrived = at(C.offered) + at(C.redials);
    series.offered[row] = at(C.offered);
    series.redials[row] = at(C.redials);
    series.answered[row] = at(C.answered);
    series.abandoned[row] = at(C.abandoned);
    series.lost[row] = at(C.lost);
    series.serviceLevel[row] = quotient(at(C.withinTarget), at(C.judged));
    series.asaSeconds[row] = quotient(at(C.waited), at(C.answeredLive));
    series.abandonment[row] = quotient(at(C.abandoned), arrived);
    series.backlog[row] = at(C.backlog);
    series.handlingHours[row] = at(C.handlingHours);
  }
}

/** Share of duty hours spent handling, once hours are known. */
export function fillOccupancy(series: MutableSeries, busyHours: Float64Array): void {
  for (let row = 0; row < busyHours.length; row++) {
    series.occupancy[row] = quotient(busyHours[row]!, series.productiveHours[row]!);
  }
}

export function quotient(part: number, whole: number): number {
  return whole > 1e-9 ? part / whole : Number.NaN;
}

/** Adds up the counts of groups of days: `groupOf` gives each day's row. Backlog is a level, so the last day's counts. */
export function groupCounts(daily: Float64Array, groupOf: (day: number) => number, groups: number): Float64Array {
  const sums = new Float64Array(groups * STREAM_COUNTS);
  const days = daily.length / STREAM_COUNTS;
  for (let day = 0; day < days; day++) {
    const into = groupOf(day) * STREAM_COUNTS;
    for (let count = 0; count < STREAM_COUNTS; count++) {
      const value = daily[day * STREAM_COUNTS + count]!;
      if (count === C.backlog) sums[into + count] = value;
      else sums[into + count]! += value;
    }
  }
  return sums;
}
