export { LibraryList } from './LibraryList';
export { LibraryPage } from './LibraryPage';
export { useLibrary } from './use-library';
