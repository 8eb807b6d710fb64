export { MixesScreen } from './MixesScreen';
