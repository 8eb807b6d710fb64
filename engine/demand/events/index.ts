export { applyEvents } from './apply-events';
export { eventLevel, levelsOf } from './event-level';
