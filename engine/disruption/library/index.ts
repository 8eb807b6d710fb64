export { buildDisruption, type StrikeChoice, strikeDefaults, usualStrike } from './build-disruption';
export { freeId, freeName } from './free-id';
export {
  FAMILIES,
  type LibraryDisruption,
  type LibraryEffect,
  type Replay,
  type ReplayFact,
} from './library-disruption';
export { checkFacts, type FactCheck, replayCourse, type WorkingShares } from './replay';
export { type ReplayCurve, replayCurves } from './replay-curves';
export { type Target, type TargetGroup, targetGroups, targetKey } from './targets';
