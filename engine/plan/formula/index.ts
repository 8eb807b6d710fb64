export { type CompiledFormula, compileFormula, type FormulaResult, MOST_FORMULA_CHARACTERS } from './compile-formula';
export {
  contactsFromDrivers,
  type DriverContacts,
  type DriverDemand,
  type DriverValues,
  type FormulaIssue,
} from './contacts-from-drivers';
export type { FormulaProblem } from './formula-problem';
export {
  DRIVER_NAME,
  DRIVER_NAME_ALLOWED,
  FORMULA_FUNCTION_NAMES,
  FREE_NAME_ALLOWED,
  isFreeDriverName,
} from './formula-words';
