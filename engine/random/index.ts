export * from './exponential';
export * from './gamma';
export * from './lognormal';
export * from './named-stream';
export * from './normal';
export * from './poisson';
export * from './random-stream';
export * from './triangular';
