export { type StreamArrivals, streamArrivals } from './stream-arrivals';
