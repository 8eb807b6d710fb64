export { withBusyDays } from './busy-days';
export { combineEffects } from './combine-effects';
export { type DisturbedArrivals, disturbedArrivals, type ShiftTally } from './disturbed-arrivals';
export { effectDays, effectLevel } from './effect-level';
export * from './hazards';
export * from './library';
export { type Factors, type Modifiers, noModifiers, type Route, type Shift } from './modifiers';
export { type ActionCost, type EquippedPlan, equipPlan, type Response, respond, surgeShare } from './playbook';
export { conversionOf, outputAtHome, shareAtHome } from './work-at-home';
