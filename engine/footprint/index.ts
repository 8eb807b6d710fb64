export { withSizes } from './candidates';
export { planQueues, proficiency, type Queue } from './capability';
export { type DutySchedule, dutySchedule } from './duty-schedule';
export { type HazardZone, hazardZones } from './hazard-zones';
export {
  DIMENSIONS,
  type Dimension,
  LOOK_THROUGH,
  type LookThrough,
  memberLabel,
  membersOf,
  ownersOf,
  reachesTeam,
  type TeamOrigin,
  teamOrigins,
  workMembers,
} from './look-through';
export * from './merge';
export { type MovedPlan, moveWork } from './move-work';
export { planHeads } from './plan-heads';
export { effectiveHandleHours, safeStaffing, spreadWork } from './queue-needs';
export { type SharedWeek, type ShareWeek, weekSharer } from './share-week';
export { type SiteOpening, siteOpening } from './site-opening';
export { occupancyOfWeeks, weeklyWork } from './weekly-occupancy';
