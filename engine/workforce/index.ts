export { responseFactor, tenureFactor, weeklySurvival } from './attrition-hazard';
export { type BestHires, type BestHiresOptions, bestHires, delayedHiring, leastHiringCost } from './best-hires';
export type { HeadProjection } from './head-projection';
export type * from './hire-problem';
export { type LaborCost, weeklyLaborCost } from './labor-cost';
export { averageSpeed, type LearningCurve, shapeOfAverage, speedByTenure, teamLearning } from './learning-curve';
export { answersToOccupancy, type OccupancyOfWeek, projectHeads, projectWorkforce, type Weeks } from './project-heads';
export { paidPositions, productiveShare } from './shrinkage';
export { type WeeklyShrinkage, weeklyShrinkage } from './weekly-shrinkage';
