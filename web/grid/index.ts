export { choiceColumn, countColumn, moneyColumn, numberColumn, shareColumn, shownColumn, textColumn } from './columns';
export { EditTable } from './EditTable';
export type { CellValue, Choice, GridColumn } from './grid-column';
export { type CellChange, readBlock } from './read-block';
export { editText, type Reading, readCell, writeCell } from './read-cell';
