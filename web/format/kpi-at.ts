import type { KpiSeries, Kpis } from '../../engine/answers';

/** One figure of one row of a series; null where nothing was offered. */
export function figureAt(series: KpiSeries, figure: keyof Kpis, index: number): number | null {
  const value = series[figure][index];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** A whole column as numbers or null, for a chart. */
export function figures(series: KpiSeries, figure: keyof Kpis): (number | null)[] {
  return Array.from(series[figure], (value) => (Number.isNaN(value) ? null : value));
}
