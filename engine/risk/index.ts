export { concentration, type DimensionShares } from './concentration';
export { effectiveNumber, herfindahl } from './herfindahl';
export { type DailyFigures, type ImpactFigures, measureImpact, RECOVERED_WITHIN_POINTS } from './impact';
export { type Breach, limitBreaches } from './limit-breaches';
export { COVER_LEVELS, type Cover, type CoverLevel, type StreamCover, streamCovers } from './single-source';
export * from './tail';
export { type TailService, tailService, type WaitCell } from './tail-service';
export { MEASURES, type Measure, type Spread, type WorkParcel, type WorkShares, workShares } from './work-shares';
export * from './years';
