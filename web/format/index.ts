export { type Cell, csvCell, csvText, download, safeFileName } from './csv';
export * from './dates';
export { figures } from './figures';
export * from './labels';
export * from './numbers';
export { parseNumber } from './parse-number';
export * from './service-levels';
export * from './xlsx';
