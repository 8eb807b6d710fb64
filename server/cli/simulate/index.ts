export { simulateCrewSize, simulator } from './simulate-crew';
