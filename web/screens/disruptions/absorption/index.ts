export { AbsorptionPanel } from './AbsorptionPanel';
