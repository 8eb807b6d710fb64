export { DRIFT_YEARS_SHOWN, DriftPanel, EARLIER } from './DriftPanel';
