export type { DateOrder, DecimalMark } from './cells';
export type { ColumnChoice } from './column-roles';
export type { Encoding } from './decode-text';
export type { GapRun } from './describe-calendar';
export { grainName } from './find-grain';
export * from './infer-history';
export { MOST_ISSUES } from './issue-list';
export { type CsvCorrections, type CsvTable, type Delimiter, MOST_ROWS, readCsvTable } from './read-csv-table';
