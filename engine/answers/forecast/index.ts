export * from './check-options';
export * from './forecast-answer';
export * from './forecast-crew';
export * from './forecast-part';
export * from './forecast-types';
