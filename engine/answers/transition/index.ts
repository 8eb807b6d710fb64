export { choosePath, pathsToTry } from './choose-path';
export { MOST_MONTHS, TRANSITION_DEFAULTS, type TransitionOptions } from './options';
export { planTransition, transitionPath } from './plan-transition';
export type * from './results';
