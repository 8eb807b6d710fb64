export { combineEffects } from './combine-effects';
export { type DisturbedArrivals, disturbedArrivals, type ShiftTally } from './disturbed-arrivals';
export { effectDays, effectLevel } from './effect-level';
export * from './library';
export { type Modifiers, noModifiers, type Route, type Shift } from './modifiers';
