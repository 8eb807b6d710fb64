export { effectDays, effectLevel } from './effect-level';
export { combineEffects, type Modifiers } from './modifiers';
