export { ProviderScores } from './ProviderScores';
export { SiteAttributes } from './SiteAttributes';
