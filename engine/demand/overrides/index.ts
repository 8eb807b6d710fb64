export { applyOverrides, type Overridable } from './apply-overrides';
