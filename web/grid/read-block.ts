import type { CellValue, GridColumn } from './grid-column';
import { readCell, writeCell } from './read-cell';

/** One cell set to a value. */
export interface CellChange<Row> {
  readonly index: number;
  readonly column: GridColumn<Row>;
  readonly value: CellValue;
}

/** What a pasted block would change, and everything that stands against it. */
export interface BlockReading<Row> {
  readonly changes: readonly CellChange<Row>[];
  readonly refused: readonly string[];
}

/**
 * Reads a block from a spreadsheet (tabs between cells, one line a row) onto a table from a cell on.
 *
 * Cells that can't be changed are passed over as long as the block says what stands there anyway.
 */
export function readBlock<Row>(
  text: string,
  at: { readonly row: number; readonly column: number },
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  canEdit: (row: Row, column: GridColumn<Row>) => boolean,
): BlockReading<Row> {
  const changes: CellChange<Row>[] = [];
  const refused: string[] = [];
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  for (const [down, line] of lines.entries()) {
    for (const [right, cell] of line.split('\t').entries()) {
      const index = at.row + down;
      const row = rows[index];
      const column = columns[at.column + right];
      if (row === undefined || !column) {
        refused.push(`Row ${index + 1}: the block is larger than the table`);
        continue;
      }
      if (!canEdit(row, column)) {
        const stands = column.text?.(row) ?? writeCell(column, column.get(row));
        if (stands !== cell.trim()) refused.push(`Row ${index + 1}: ${column.label} can’t be changed`);
        continue;
      }
      const reading = readCell(column, cell);
      if (!reading.ok) refused.push(`Row ${index + 1}: ${reading.message}`);
      else if (reading.value !== column.get(row)) changes.push({ index, column, value: reading.value });
    }
  }
  return { changes, refused };
}
