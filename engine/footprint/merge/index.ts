export { exchangeRate } from './convert-amounts';
export { MERGED_LISTS, type MergedList, type MergeMapping, proposeMapping } from './mapping';
export { type MergedPlans, mergePlans } from './merge-plans';
