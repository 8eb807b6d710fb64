export { type MixFrontier, type OptimalMix, type OptimizeOptions, optimizeMix, type Rechecked } from './optimize-mix';
