/** What the benchmarks run: the same public functions that the product calls. */
export { erlangA, requiredAgents } from '../../engine/queueing';
export { SingleQueue } from '../../engine/simulate';
