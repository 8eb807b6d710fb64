export { MOST_YEARS, RISK_DEFAULTS, type RiskOptions } from './risk-options';
export { riskReport } from './risk-report';
export type * from './risk-results';
export { joinRisk, type RiskSample, sampleRisk } from './risk-sample';
export { simulateRisk } from './simulate-risk';
