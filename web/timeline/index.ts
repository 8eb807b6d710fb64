export { Timeline } from './Timeline';
export { dragSpan, type Hold, monthTicks, positionOf, type TimelineItem, type TimeSpan } from './time-scale';
