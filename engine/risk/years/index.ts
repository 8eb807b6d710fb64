export { EffectTable } from './effect-table';
export { PRESSURE_STEP } from './pressure-level';
export { COST, FIGURES, figureGround, RISK_FIGURES, type RiskFigure, weekFigures } from './risk-figures';
export { runTableJob, type TableEntry, type TableJob, tableJobs } from './table-jobs';
export { WEEK_COUNTS } from './week-service';
export { errorsOf, type SampledYear, YearRunner, type YearSettings, yearWeeksOf } from './year-runner';
