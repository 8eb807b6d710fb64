export { ConcentrationScreen } from './ConcentrationScreen';
