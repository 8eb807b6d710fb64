import type { Cell } from './csv';

/** Width of a column in characters. */
const WIDTH = 20;
/** Rows that a sheet holds. */
export const MOST_SHEET_ROWS = 1_048_576;

/**
 * Rows as an Excel workbook of one sheet, the first row bold and kept in sight.
 *
 * Every text is written as text, so that a name that begins like a formula is none; numbers keep full precision.
 */
export async function workbook(sheet: string, rows: readonly (readonly Cell[])[]): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/browser');
  const data = rows.map((row, at) =>
    row.map((cell) => {
      if (cell === null || cell === undefined || cell === '') return null;
      if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, type: Number } : null;
      return { value: printable(cell), type: String, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) };
    }),
  );
  const columns = (rows[0] ?? []).map(() => ({ width: WIDTH }));
  return writeWorkbook(data, { sheet: sheetName(sheet), columns, stickyRowsCount: 1 }).toBlob();
}

/** A name that Excel takes for a sheet: up to 31 characters without its reserved ones. */
function sheetName(name: string): string {
  const plain = printable(name)
    .replace(/[\\/?*[\]:]+/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return plain.slice(0, 31) || 'Sheet';
}

/** Text without characters that a workbook can't hold. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000);
}
