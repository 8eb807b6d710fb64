export * from './brands';
export * from './fault';
export * from './rounding';
export * from './run-control';
