export { MergePanel } from './MergePanel';
