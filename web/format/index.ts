export { type Cell, csvCell, csvText, download, safeFileName } from './csv';
export * from './dates';
export { figureAt, figures } from './kpi-at';
export * from './labels';
export * from './numbers';
export { parseNumber } from './parse-number';
