export { DisruptionsScreen } from './DisruptionsScreen';
