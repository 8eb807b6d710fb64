export { billedUnits, contractBill, type Delivered, WEEKS_PER_MONTH } from './contract-bill';
export * from './scorecard';
