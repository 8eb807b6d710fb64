export { cheapestMix, type MixStart, mixAt, mixOfRisk, mixStart, safestRisk } from './best-mixes';
export type { MixAim } from './mix-aim';
export type { MixContract, MixEdge, MixLimit, MixProblem, MixTeam, MixYear } from './mix-problem';
export { type MixProgram, mixProgram } from './mix-program';
export { lossesOfYears, type Mix, solvedMix } from './solved-mix';
