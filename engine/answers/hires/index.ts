export type { HireReason } from './explain-classes';
export { type HireAnswer, type HireOptions, type PlanLimit, planHires, withHires } from './plan-hires';
export type { PlannedClass } from './planned-class';
