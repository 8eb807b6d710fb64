export { type DecisionOptions, decideMove } from './decide-move';
export type { DecisionAnswer, DecisionFigures, TriedMove } from './decision-results';
