export { RiskScreen } from './RiskScreen';
