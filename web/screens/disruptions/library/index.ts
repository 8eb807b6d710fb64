export { LibraryList } from './LibraryList';
export { LibraryPage } from './LibraryPage';
export { ReplayFacts } from './ReplayFacts';
