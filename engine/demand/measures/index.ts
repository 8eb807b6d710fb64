export { applyMeasures } from './apply-measures';
export { hardening } from './hardening';
export { type PilotEffect, pilotEffect } from './pilot';
