/** What the benchmarks run: the same public functions that the product calls. */
export { erlangA, requiredAgents } from '../../engine/queueing';
export { ContactSimulator, SingleQueue, STREAM_COUNT, STREAM_COUNTS, tallyContacts } from '../../engine/simulate';
export { multiSiteDay } from './multi-site-day';
