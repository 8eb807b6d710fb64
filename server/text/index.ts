export { readJsonBytes } from './read-json-bytes';
