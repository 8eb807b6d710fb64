export * from './gamma-distribution';
export * from './gauss-legendre';
export * from './monotone-curve';
export * from './normal-probability';
export * from './normal-quantile';
export * from './ratio-estimate';
export * from './stirling-error';
export * from './student-t';
