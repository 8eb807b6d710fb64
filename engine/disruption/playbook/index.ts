export { type EquippedPlan, equipPlan } from './equip-plan';
export { type ActionCost, type Response, respond } from './respond';
export { surgeShare } from './surge-ramp';
