export * from './default-probability';
export * from './hours-at-stake';
export { KNOWN_FACTS, RISK_MODIFIERS } from './known-facts';
