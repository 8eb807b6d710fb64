export { type GrowthLimit, growthLimit } from './growth-limit';
export { ableHeads, type PeoplePath, peoplePath, type TeamChange, wantedHeads } from './people-path';
export { lastWeek, sharePassed, type TransitionSchedule, transitionSchedule } from './schedule';
export {
  type MovedContract,
  type MovedTeam,
  paybackBeyond,
  paybackPlace,
  type TransitionCosts,
  transitionCosts,
} from './transition-costs';
