export { BestMixes } from './BestMixes';
