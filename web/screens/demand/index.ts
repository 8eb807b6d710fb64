export { DemandScreen } from './DemandScreen';
