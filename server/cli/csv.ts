/** A cell of a table: a number at full precision, a text, or nothing. */
export type Cell = number | string | null | undefined;

/** Lines of CSV (RFC 4180, but with line feeds alone), ready to join. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

/**
 * One cell as CSV text.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front; a number, or a text that is one,
 * does not.
 */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : String(cell);
  const text = looksLikeFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function looksLikeFormula(text: string): boolean {
  return (
    /^[=@+\-\t\r]/.test(text) && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && !/^[+-]?infinity$/i.test(text)
  );
}
