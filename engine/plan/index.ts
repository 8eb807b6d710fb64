export { applyEdits } from './apply-edits';
export { type Migration, migrate } from './migrations';
export { planHash } from './plan-hash';
export { parseJson, readPlan, readPlanText } from './read-plan';
export type * from './schema';
export { PLAN_VERSION, planSchema } from './schema';
