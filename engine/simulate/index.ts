export * from './contacts';
export { type BaseRun, type FlowObserver, type FlowOptions, runBase, runFlow } from './flow';
export { type DisturbedRun, runDisturbed } from './flow-disturbed';
export { EDGE_COUNT, edgeCount, type FlowRecords, STREAM_COUNT, STREAM_COUNTS } from './flow-records';
export type { FlowView } from './flow-run';
export { fluidLag, LAG } from './fluid-lag';
export { buildNetwork, type Network } from './network';
export { shiftsOf } from './shifts-of';
export { type QueueTally, SingleQueue, type SingleQueueModel } from './single-queue';
