export { AgentsCurve } from './AgentsCurve';
export {
  type Calculation,
  calculationFrom,
  calculationOf,
  calculatorView,
  freshCalculation,
  inputOf,
  isUsed,
  linkTo,
  viewOf,
} from './calculation';
export { CONTACT_WORDS, FIELDS, FIGURES, type FieldFacts, type FigureName } from './fields';
export { bindingWords, duration, exactShare, gapWords, patientWords, points, slopeWords } from './words';
