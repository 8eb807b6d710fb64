export { DRIFT_TABLES, driftOf } from './risk-drift';
export { RISK_TABLES, type RiskTable } from './risk-tables';
export { workOnStudy } from './risk-threads';
