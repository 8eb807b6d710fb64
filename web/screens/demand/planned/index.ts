export { DepartmentPanel } from './DepartmentPanel';
export { demandRows, demandSheets } from './demand-sheets';
export { EventPanel } from './EventPanel';
export { isDay } from './is-day';
export { MeasurePanel } from './MeasurePanel';
export { OverridePanel } from './OverridePanel';
export { PlannedChart } from './PlannedChart';
export type { PlanGrain } from './planned-lines';
export { WaterfallPanel } from './WaterfallPanel';
