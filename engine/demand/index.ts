export * from './forecast-histories';
export * from './frame';
export * from './history';
export * from './stamps';
export * from './stream-arrivals';
