export { RISK_TABLES, type RiskTable } from './risk-tables';
export { riskOnThreads } from './risk-threads';
