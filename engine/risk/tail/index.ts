export { attribute } from './attribute';
export { shapley } from './shapley';
export { tailChange } from './tail-change';
export { tailIndex } from './tail-index';
export { meanWithError, quantileWithError, type TailRisk, tailMean, tailRisk, type WithError } from './tail-risk';
