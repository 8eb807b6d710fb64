export * from './ridge';
export * from './transform';
