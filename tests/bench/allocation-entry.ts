/** What the allocation benchmark runs: the solver as the product has it. */
export { highsSolver, LinearProgram } from '../../engine/stats';
