export { type BestMixes, bestMixes, type Mix, solved } from './best-mixes';
export type { MixLimit, MixProblem } from './mix-problem';
export { type MixAim, type MixProgram, mixProgram } from './mix-program';
