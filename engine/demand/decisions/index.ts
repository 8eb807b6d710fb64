export * from './decided-history';
export * from './finding-days';
