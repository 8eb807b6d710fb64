export { compareMixYears } from './compare-mix-years';
export type * from './results';
export { joinMixYears, type MixYearsOptions, sampleMixYears } from './sample-mix-years';
