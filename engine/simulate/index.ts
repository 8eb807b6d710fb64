export * from './contacts';
export { type FlowObserver, type FlowOptions, runFlow } from './flow';
export { EDGE_COUNT, edgeCount, type FlowRecords, STREAM_COUNT, STREAM_COUNTS } from './flow-records';
export type { FlowView } from './flow-run';
export { buildNetwork, type Network } from './network';
export { type QueueTally, SingleQueue, type SingleQueueModel } from './single-queue';
