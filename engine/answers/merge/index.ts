export { type MergeOptions, mergedPlan, mergeFootprints, proposedMapping } from './merge-footprints';
export type * from './results';
