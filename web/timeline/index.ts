export { Timeline, type TimelineItem } from './Timeline';
export { dragSpan, type Hold, monthTicks, positionOf, type TimeSpan } from './time-scale';
