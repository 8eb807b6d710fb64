import type { ChartColumn, ChartTable, LineChartData } from './chart-types';

/** The table twin of a line chart: a row a moment, a column a line, two a band. */
export function lineTable(data: LineChartData, timeLabel = 'Date'): ChartTable {
  const format = data.y.formatExact ?? data.y.format;
  const column = (label: string): ChartColumn => ({ label, format });
  const bands = data.bands ?? [];
  return {
    columns: [
      { label: timeLabel },
      ...data.series.map((series) => column(series.label)),
      ...bands.flatMap((band) => [column(`${band.label}, from`), column(`${band.label}, to`)]),
    ],
    rows: data.x.map((x, index) => [
      data.timeOfDay ? x.slice(11, 16) : x,
      ...data.series.map((series) => present(series.values[index])),
      ...bands.flatMap((band) => [present(band.lower[index]), present(band.upper[index])]),
    ]),
  };
}

function present(value: number | null | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
