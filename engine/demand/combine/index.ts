export * from './backtest';
export * from './bands';
export * from './calm-stretch';
export * from './plain-residuals';
export * from './weights';
