export type { RiskFigure, TableEntry, TableJob } from '../../risk';
export * from './drift';
export { joinRisk } from './join-risk';
export { readRisk, riskTableJobs, runRiskTable } from './read-risk';
export { MOST_YEARS, RISK_DEFAULTS, type RiskOptions, yearErrors } from './risk-options';
export { riskReport } from './risk-report';
export type * from './risk-results';
export { type RiskSample, sampleRisk } from './risk-sample';
export {
  joinFindings,
  READ_ABOVE,
  type RiskFindings,
  type RiskPart,
  type RiskStudy,
  RUN_FIRST,
  RUN_WORST,
  riskAnswer,
  riskParts,
  workOnRisk,
  yearsFound,
} from './risk-study';
export { simulateRisk } from './simulate-risk';
