export { applyEdits } from './apply-edits';
export { type EffectForce, type EffectSize, effectSize, effectSizeField } from './effect-size';
export {
  type CompiledFormula,
  compileFormula,
  contactsFromDrivers,
  type DriverContacts,
  type DriverDemand,
  type DriverValues,
  FORMULA_FUNCTION_NAMES,
  type FormulaIssue,
  type FormulaProblem,
  type FormulaResult,
} from './formula';
export { type Gridded, type LayerDifference, layerDifference, mergeLayers } from './history-layers';
export { lacksFor } from './lacks-for';
export { type Migration, migrate } from './migrations';
export { contentHash, planHash } from './plan-hash';
export { parseJson, readPlan, readPlanText } from './read-plan';
export type * from './schema';
export { PLAN_VERSION, planSchema } from './schema';
export { channelWord, dimensionWord, languageWord, siteKindWord } from './words';
