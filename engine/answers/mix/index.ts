export { withSizes } from './mix-of-plan';
export { type MixFrontier, type OptimalMix, type OptimizeOptions, optimizeMix, type Rechecked } from './optimize-mix';
