export { readSettings, type Settings } from './settings';
export { type RunningServer, startServer } from './start-server';
