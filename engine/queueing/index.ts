export { erlangAKernel } from './erlang-a-kernel';
export { QUEUE_METRIC, QUEUE_METRICS } from './queue-metric';
