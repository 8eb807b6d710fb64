export type { ConcentrationAnswer, CoverMember, CoverRow, DimensionShare, MemberShare } from './concentration-types';
export { DIMENSION_LABELS, MEASURE_WORDS } from './dimension-labels';
export { concentrationHeadline, measureConcentration } from './measure-concentration';
