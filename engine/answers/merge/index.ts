export { couldBe, MERGED_LISTS, type MergedList, type MergeMapping } from '../../footprint';
export { type MergeOptions, mergedPlan, mergeFootprints, proposedMapping } from './merge-footprints';
export type * from './results';
