export type { RiskFigure, TableEntry, TableJob } from '../../risk';
export { joinRisk } from './join-risk';
export { readRisk, readRiskAlone, riskTableJobs, runRiskTable } from './read-risk';
export { MOST_YEARS, RISK_DEFAULTS, type RiskOptions } from './risk-options';
export { riskReport } from './risk-report';
export type * from './risk-results';
export { type RiskSample, sampleRisk } from './risk-sample';
export { simulateRisk } from './simulate-risk';
