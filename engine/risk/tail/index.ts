export { attribute } from './attribute';
export { tailIndex } from './tail-index';
export { meanWithError, quantileWithError, type TailRisk, tailMean, tailRisk, type WithError } from './tail-risk';
