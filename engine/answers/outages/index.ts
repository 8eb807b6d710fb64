export * from './outage';
export * from './sweep-outages';
export * from './sweep-pairs';
