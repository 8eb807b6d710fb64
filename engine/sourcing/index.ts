export {
  billedUnits,
  type ContractBill,
  contractBill,
  type Delivered,
  monthlySettlement,
  WEEKS_PER_MONTH,
} from './contract-bill';
export * from './mix';
export { driftFactor, reviewedFactor } from './price-drift';
export * from './scorecard';
export { servicePenalty } from './service-penalty';
export * from './transition';
