export {
  HEADCOUNT_FIGURES,
  type HeadcountColumns,
  type HeadcountFigure,
  type HeadcountRates,
  headcountRates,
} from './figures';
export { firstYearSpeed } from './first-year-speed';
export { type HeadcountGround, headcountGround } from './ground';
export { HEADCOUNT_GROUPINGS, type HeadcountGroup, type HeadcountGrouping } from './groups';
export { type HeadcountAnswer, type HeadcountOptions, planHeadcount, type WeeklyService } from './plan-headcount';
export { teamColumns } from './team-columns';
