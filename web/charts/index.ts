export { GridLines, NumberAxis } from './axes';
export { BarChart } from './BarChart';
export { barHeight } from './bar-layout';
export type { BarChartData, BarRow } from './bar-state';
export { ChartFrame } from './ChartFrame';
export { CrosshairGroup } from './CrosshairGroup';
export { CurveChart } from './CurveChart';
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
export type { CurveData } from './curve-layout';
export { FanChart } from './FanChart';
export { type FanFacts, fanData, type TimedFigures } from './fan-data';
export { type HeatHandle, Heatmap, type HeatPlace } from './Heatmap';
export type { HeatData } from './heat-state';
export { LineChart } from './LineChart';
export type { LineHandleData } from './LineHandle';
export { lineTable } from './line-table';
export { Segments } from './Segments';
export { Toggle } from './Toggle';
export { tableCsv } from './table-csv';
export { isoWall, readableWall, wallMinutes } from './wall-time';
