export { HOME_DAYS, type HomeReach } from './home-reach';
export { type ProviderScore, type ScorecardAnswer, scoreProviders } from './score-providers';
export type { SiteAttributes, SupplierAttributes } from './supplier-attributes';
