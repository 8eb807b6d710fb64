export { headcountSheets } from './headcount-sheets';
export { WorkbookImport } from './WorkbookImport';
