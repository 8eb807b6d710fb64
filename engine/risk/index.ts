export { type Breach, concentration, type DimensionShares, limitBreaches } from './concentration';
export { effectiveNumber, herfindahl } from './herfindahl';
export { type DailyFigures, type ImpactFigures, measureImpact, RECOVERED_WITHIN_POINTS } from './impact';
export { type SingleSource, singleSources } from './single-source';
export * from './tail';
export { type TailService, tailService, type WaitCell } from './tail-service';
export * from './years';
