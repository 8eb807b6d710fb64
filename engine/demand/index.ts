export * from './aggregate';
export {
  DEMAND_STAGES,
  type DemandBook,
  type DemandLedger,
  type DemandStage,
  type LedgerItem,
  reachesStream,
  type StepFigure,
  toPlannerDays,
} from './book';
export { type Band, quantile, type RelativeErrors, type Residuals } from './combine';
export * from './components';
export * from './decisions';
export { eventLevel } from './events';
export * from './find-periods';
export * from './frame';
export * from './history';
export * from './import';
export { hardening, pilotEffect } from './measures';
export {
  type PlannedArrivals,
  type PlannedDemand,
  planDemand,
  plannedArrivals,
  weightedContacts,
} from './planned-demand';
export type { CalendarEffect, Finding, FindingKind, NamedDay } from './prepare';
export * from './sample-paths';
export * from './score-backtest';
export { forecastBands } from './series-bands';
export { labelOf, type SeriesForecaster } from './series-forecaster';
export * from './settle-forecast';
export * from './stamps';
export * from './stream-arrivals';
export * from './to-grain';
export * from './try-series';
