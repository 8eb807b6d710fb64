export { exchangeRate } from './convert-amounts';
export { couldBe, MERGED_LISTS, type MergedList, type MergeMapping, proposeMapping } from './mapping';
export { type MergedPlans, mergePlans } from './merge-plans';
