export { YearsPanel } from './YearsPanel';
