export * from './backtest';
export * from './bands';
export * from './weights';
