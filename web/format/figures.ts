import type { KpiSeries, Kpis } from '../../engine/answers';

/** A whole column as numbers or null, for a chart. */
export function figures(series: KpiSeries, figure: keyof Kpis): (number | null)[] {
  return Array.from(series[figure], (value) => (Number.isNaN(value) ? null : value));
}
