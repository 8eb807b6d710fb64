export { TransitionPanel } from './TransitionPanel';
