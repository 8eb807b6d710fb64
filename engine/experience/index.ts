export { amplifiedLeavers, type ChurnShares, churnResponse, type Endured, type Leavers } from './churn-response';
export { type CustomersAtRisk, customersAtRisk } from './customers-at-risk';
export {
  type Band,
  bandOf,
  isRange,
  likelyOf,
  type Settle,
  settleDraw,
  settleLikely,
  withRange,
} from './estimate';
export { annuityFactor, internalRate, paybackPeriods, presentValue, ratePerPart } from './finance';
export { insightValue } from './insight-value';
export { retentionSaves } from './retention-saves';
export { abandonedShare, bestAgents, hourlyLoss, marginalBenefit, type ValueQueue } from './value-staffing';
export { valueWeightedLevel } from './value-weighted-level';
