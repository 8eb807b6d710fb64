export { planQueues, proficiency, type Queue } from './capability';
export { type DutySchedule, dutySchedule } from './duty-schedule';
export {
  DIMENSIONS,
  type Dimension,
  memberLabel,
  membersOf,
  reachesTeam,
  type TeamOrigin,
  teamOrigins,
} from './look-through';
export { type MovedPlan, moveWork } from './move-work';
export { effectiveHandleHours, safeStaffing, spreadWork } from './queue-needs';
