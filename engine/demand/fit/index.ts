export * from './ridge';
export * from './seasonal-design';
export * from './transform';
