export { SCORECARD_ASSUMPTIONS, type ScorecardAssumption } from './assumptions';
export { type DefaultProbability, defaultProbability, type ReadFact } from './default-probability';
export { type DistressState, distressStates, hoursAtStake } from './hours-at-stake';
export { KNOWN_FACTS, RISK_MODIFIERS } from './known-facts';
