export { handleTimeConsistency, measureConsistency } from './measure-consistency';
export type * from './results';
export { CONSISTENCY_MEASURES } from './results';
