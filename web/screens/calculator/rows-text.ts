import { type CalculationColumn, type CalculationTable, type InputCell, rowsByColumn } from '../../../engine/answers';
import { InputFault } from '../../../engine/units';
import { parseNumber } from '../../format';
import { inPercent, type Rows } from './calculation-view';

const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 12, useGrouping: false });

/** Rows as text for editing, under a line of names: cells parted by tabs, as spreadsheets copy them, shares in per cent. */
export function rowsText(rows: Rows, { columns }: CalculationTable): string {
  const cell = (value: InputCell, column: CalculationColumn) =>
    typeof value === 'number' ? plain.format(column.unit === '%' ? inPercent(value) : value) : (value ?? '');
  const lines = rows.map((row) => columns.map((column, at) => cell(row[at] ?? null, column)));
  return [columns.map(({ label }) => label), ...lines].map((cells) => cells.join('\t').trimEnd()).join('\n');
}

/** Characters that the widest cell but the last of each line takes: where the next column begins. */
export function tabWidth(text: string): number {
  const cells = text.split('\n').flatMap((line) => line.split('\t').slice(0, -1));
  return Math.min(40, 2 + Math.max(6, ...cells.map((cell) => cell.length)));
}

/**
 * Text as rows, or everything in it that can't be read.
 *
 * Cells are parted by tabs or semicolons, or by commas where a line has neither. A first line with the columns' names may
 * put them in any order. In a column of per cents 80 and 80 % are the same and 0.8 is 0.8 %; but under the names that files
 * for the command line have (`service_level_target`), 0.8 is 80 %, as it is there.
 */
export function parseRows(
  text: string,
  table: CalculationTable,
): { readonly rows: Rows; readonly faults: [] } | { readonly rows: null; readonly faults: readonly string[] } {
  const lines = text.split(/\r?\n/).map(cellsOf);
  const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
  const first = lines.findIndex((cells) => !isBlank(cells));
  const { columns } = table;
  const hasHeader = first >= 0 && isHeader(lines[first] ?? [], table);
  let place = (cells: readonly string[]): readonly (InputCell | undefined)[] => cells;
  if (hasHeader) {
    try {
      const header = lines[first] ?? [];
      rowsByColumn(table, header, []);
      place = (cells) => rowsByColumn(table, header, [cells]).rows[0] ?? [];
    } catch (fault) {
      if (!(fault instanceof InputFault)) throw fault;
      return { rows: null, faults: fault.issues.map(({ message }) => message) };
    }
  }
  const asShares = hasHeader && hasFileNames(lines[first] ?? [], table);
  const faults: string[] = [];
  const rows: InputCell[][] = [];
  lines.forEach((raw, at) => {
    if (isBlank(raw) || (hasHeader && at === first)) return;
    const cells = place(raw);
    if (!hasHeader && raw.length > columns.length && raw.slice(columns.length).some((cell) => cell.trim() !== '')) {
      faults.push(`Line ${at + 1}: found ${raw.length} cells; allowed: ${columns.length}.`);
      return;
    }
    rows.push(columns.map((column, right) => readCell(String(cells[right] ?? ''), column, at + 1, asShares, faults)));
  });
  if (faults.length === 0 && rows.length < table.least)
    faults.push(`Found ${rows.length} ${table.row}s; allowed: ${table.least} or more.`);
  return faults.length > 0 ? { rows: null, faults } : { rows, faults: [] };
}

function readCell(
  text: string,
  column: CalculationColumn,
  line: number,
  asShares: boolean,
  faults: string[],
): InputCell {
  const body = text.trim();
  if (body === '' || (column.empty !== undefined && body.toLowerCase() === column.empty)) {
    if (column.empty === undefined) faults.push(`Line ${line}, ${column.label.toLowerCase()}: found nothing.`);
    return null;
  }
  if (column.text) return body;
  const value = parseNumber(body.replace(/%$/, '').trim());
  if (value === null) {
    faults.push(`Line ${line}, ${column.label.toLowerCase()}: found “${body.slice(0, 24)}”; allowed: a number.`);
    return null;
  }
  const isShare = asShares && !body.endsWith('%');
  return column.unit === '%' && !isShare ? value / 100 : value;
}

function cellsOf(line: string): string[] {
  const unquoted = (cell: string) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"');
  const sign = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
  return line.split(sign).map(unquoted);
}

const plainly = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s\-_]+/g, '_');

/** Whether a line names columns: none of its cells is a number, and one is a column's name or label. */
function isHeader(cells: readonly string[], { columns }: CalculationTable): boolean {
  if (cells.some((cell) => parseNumber(cell) !== null)) return false;
  return cells.some((cell) => columns.some(({ name, label }) => [name, label].map(plainly).includes(plainly(cell))));
}

/** Whether a column of per cents goes by the name that it has in files. */
function hasFileNames(cells: readonly string[], { columns }: CalculationTable): boolean {
  const there = cells.map(plainly);
  return columns.some(({ name, unit }) => unit === '%' && there.includes(plainly(name)));
}
