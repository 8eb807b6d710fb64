export * from './calendar-effects';
export * from './clean';
export * from './fill';
