export { ConsistencyPanel } from './ConsistencyPanel';
