export type { DriftAnswer, RevisionChange, RevisionFigures, RevisionRun, StressFigure } from './drift-results';
export { type Revision, riskDrift } from './risk-drift';
export { DRIFT_YEARS, runRevision } from './run-revision';
