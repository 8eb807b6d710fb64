export { ChartFrame } from './ChartFrame';
export { ChartTableView } from './ChartTableView';
export { CrosshairGroup } from './CrosshairGroup';
export type {
  ChartCell,
  ChartColor,
  ChartColumn,
  ChartSize,
  ChartTable,
  Figures,
  LineBand,
  LineChartData,
  LineLimit,
  LineMarker,
  LineSeries,
  ValueAxis,
} from './chart-types';
export { LegendSwatch } from './LegendSwatch';
export { LineChart } from './LineChart';
export { lineTable } from './line-table';
export { tableCsv } from './table-csv';
export { formatWall, isoWall, readableWall, wallMinutes } from './wall-time';
