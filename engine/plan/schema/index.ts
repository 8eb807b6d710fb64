export * from './demand';
export * from './disruption';
export type { Channel, Grade, SiteKind } from './fields';
export * from './footprint';
export { PLAN_VERSION, type Plan, planSchema } from './plan';
export type { History, PlanCalendar } from './time';
export type { HiringFreeze, ShrinkageComponent, Transfer } from './workforce';
