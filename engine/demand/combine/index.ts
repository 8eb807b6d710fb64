export * from './backtest';
export * from './bands';
export * from './plain-residuals';
export * from './weights';
