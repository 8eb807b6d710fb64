export { RISK_TABLES, type RiskTable } from './risk-tables';
export { workOnParts } from './risk-threads';
export type { RiskPart } from './thread-messages';
