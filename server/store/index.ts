export { FolderHeld, type FolderLock, lockFolder } from './folder-lock';
export { type OpenStore, openStore, type StorePlace } from './open-store';
export type { Draft, Expected, PlanRevision, PlanStore, RevisionSummary, SaveResult } from './plan-store';
export { seedPlans } from './seed-plans';
