export * from './confirm-outages';
export * from './outage';
export * from './sweep-outages';
export * from './sweep-pairs';
