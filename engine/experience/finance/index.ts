export { annuityFactor, internalRate, paybackPeriods, presentValue, ratePerPart } from './present-value';
