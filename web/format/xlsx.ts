import type { Cell } from './csv';

/** Width of a column in characters where a sheet says nothing. */
const WIDTH = 20;
/** Rows that a sheet holds. */
export const MOST_SHEET_ROWS = 1_048_576;
const LONGEST_NAME = 31;

/** A value with the way in which a workbook shows it, such as `0.0%`. */
export interface FormattedCell {
  readonly value: Cell;
  readonly format: string;
}

/** A sheet before it is written: a first row of heads, and values. */
export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | FormattedCell)[])[];
  /** Columns in characters. */
  readonly widths?: readonly number[] | undefined;
}

/**
 * Sheets as an Excel workbook, the first row of each bold and kept in sight.
 *
 * Every text is written as text, so that a name that begins like a formula is none; numbers keep full precision. Sheets
 * whose names are the same once Excel's reserved characters are out get a number.
 */
export async function workbookOf(sheets: readonly PlainSheet[]): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const names = sheetNames(sheets.map(({ name }) => name));
  return writeWorkbook(
    sheets.map(({ rows, widths }, sheet) => ({
      sheet: names[sheet] as string,
      columns: (rows[0] ?? []).map((_, at) => ({ width: widths?.[at] ?? WIDTH })),
      stickyRowsCount: 1,
      data: rows.map((row, at) => row.map((cell) => written(cell, at === 0))),
    })),
  ).toBlob();
}

function written(cell: Cell | FormattedCell, isHead: boolean) {
  const isPlain = cell === null || typeof cell !== 'object';
  const value = isPlain ? cell : cell.value;
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { value, type: Number, ...(isPlain ? {} : { format: cell.format }) } : null;
  }
  return { value: printable(value), type: String, ...(isHead ? { fontWeight: 'bold' as const } : {}) };
}

/** Names that Excel takes for sheets: up to 31 characters without its reserved ones, each once. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = printable(name)
      .replace(/[\\/?*[\]:]+/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    const base = plain.slice(0, LONGEST_NAME) || 'Sheet';
    let free = base;
    for (let count = 2; taken.has(free.toLowerCase()); count++) {
      free = `${base.slice(0, LONGEST_NAME - 1 - String(count).length)} ${count}`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Text without characters that a workbook can't hold. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000);
}
