export { type CellChange, EditTable } from './EditTable';
export type { CellValue, Choice, GridColumn } from './grid-column';
export { editText, readCell, writeCell } from './read-cell';
