export { MoneyScreen } from './MoneyScreen';
