export { FootprintScreen } from './FootprintScreen';
