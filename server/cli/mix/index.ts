export { showMix, VIEW_OPTIONS, VIEW_WORDS, viewOf } from './show-mix';
