export { attribute } from './attribute';
export { meanWithError, quantileWithError, type TailRisk, tailRisk, type WithError } from './tail-risk';
