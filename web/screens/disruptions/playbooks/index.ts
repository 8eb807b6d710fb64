export { PlaybookPanel } from './PlaybookPanel';
