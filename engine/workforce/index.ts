export { type HeadProjection, projectHeads } from './head-projection';
export { type LaborCost, weeklyLaborCost } from './labor-cost';
export { speedByTenure } from './learning-curve';
export { paidPositions, productiveShare } from './shrinkage';
