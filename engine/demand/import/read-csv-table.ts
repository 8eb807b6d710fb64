import { InputFault, type Issue, issue } from '../../units';
import type { ImportInput } from './byte-source';
import { looksLikeData } from './cells';
import { decodeHead, type Encoding, measureText } from './decode-text';
import { IssueList } from './issue-list';
import { type Delimiter, eachRow, openQuoteAt, sniffDelimiter, sniffNewline } from './row-stream';

/** Rows beyond which a file is refused before it is parsed. */
export const MOST_ROWS = 5_000_000;
export const MOST_COLUMNS = 2000;

/** A table as it stands in a file: text cells, the header apart, and the file's own line of each row. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the file where each row starts; the first line is 1. */
  readonly lineNumbers: ArrayLike<number>;
  readonly delimiter: Delimiter;
  readonly encoding: Encoding;
  readonly hasHeader: boolean;
}

export interface CsvCorrections {
  readonly delimiter?: Delimiter | undefined;
  readonly hasHeader?: boolean | undefined;
  readonly encoding?: Encoding | undefined;
  /** Fewer columns than these are taken for a delimiter that was not found; 2 unless given. */
  readonly leastColumns?: number | undefined;
}

/**
 * Reads a delimited text file into columns and rows, or says everything that is wrong with it.
 *
 * Use for small tables such as cases to calculate; a history of contacts goes through `inferHistory`, which reads as it
 * counts. Finds delimiter (comma, semicolon, tab, bar), encoding and header by itself; `corrections` overrule. Rows that
 * are wider or narrower than the header, and unclosed quotes, are refused. Empty lines are passed over.
 * Source: RFC 4180. Cost: O(characters).
 *
 * @example readCsvTable('date;calls\n2026-01-05;120').columns // ['date', 'calls']
 */
export function readCsvTable(input: ImportInput, corrections: CsvCorrections = {}): CsvTable {
  const { encoding, lines } = measureText(input, corrections.encoding);
  refuseTooMany(lines);
  const text = decodeHead(input, encoding);
  const delimiter = corrections.delimiter ?? sniffDelimiter(text);
  const issues = new IssueList();
  const lineNumbers: number[] = [];
  const kept: string[][] = [];
  eachRow(input, { encoding, delimiter, newline: sniffNewline(text) }, (row, line, _piece, openQuote) => {
    const width = kept[0]?.length ?? row.length;
    if (row.length !== width) issues.add(raggedRow(line, row.length, width));
    if (openQuote) issues.add(openQuoteAt(line));
    lineNumbers.push(line);
    kept.push(row);
    return true;
  });
  issues.refuse('The file is not a clean table');
  const head = kept[0]!;
  const hasHeader = corrections.hasHeader ?? !looksLikeData(head);
  const columns = columnNames(head, hasHeader ? lineNumbers[0]! : null);
  const rows = hasHeader ? kept.slice(1) : kept;
  refuseEmpty(columns, rows[0] ?? head, rows.length, lineNumbers[0]!, corrections.leastColumns);
  return { columns, rows, lineNumbers: lineNumbers.slice(hasHeader ? 1 : 0), delimiter, encoding, hasHeader };
}

/** A row that has more or fewer cells than the table has columns. */
export function raggedRow(line: number, found: number, width: number): Issue {
  return issue(
    'csv.ragged',
    `line ${line}`,
    `${found} ${found === 1 ? 'cell' : 'cells'}`,
    `${width} cells, as in the first line`,
  );
}

export function refuseTooMany(lines: number): void {
  // The header, and a line feed at the end.
  if (lines <= MOST_ROWS + 2) return;
  throw new InputFault([
    issue(
      'csv.too-many-rows',
      'file',
      `${(lines - 1).toLocaleString('en')} lines`,
      `at most ${MOST_ROWS.toLocaleString('en')} rows; cut the file by year or by queue`,
    ),
  ]);
}

export function refuseEmpty(
  columns: readonly string[],
  firstRow: readonly string[],
  rows: number,
  line: number,
  leastColumns = 2,
): void {
  if (rows === 0)
    throw new InputFault([
      issue('csv.no-rows', `line ${line}`, 'a header and nothing below it', 'at least one row of data'),
    ]);
  if (columns.length < leastColumns) {
    throw new InputFault([
      issue(
        'csv.delimiter',
        `line ${line}`,
        firstRow[0]!,
        'at least two columns, separated by comma, semicolon, tab or bar',
      ),
    ]);
  }
}

/** Names of columns: the header's, or numbers where there is none; two of one name are refused. */
export function columnNames(head: readonly string[], headerLine: number | null): string[] {
  if (head.length > MOST_COLUMNS)
    throw new InputFault([
      issue('csv.columns', `line ${headerLine ?? 1}`, `${head.length} columns`, `at most ${MOST_COLUMNS}`),
    ]);
  if (headerLine === null) return head.map((_, i) => `column ${i + 1}`);
  const seen = new Set<string>();
  const issues: Issue[] = [];
  const names = head.map((cell, i) => {
    const name = cell.trim() === '' ? `column ${i + 1}` : cell.trim();
    if (seen.has(name))
      issues.push(issue('csv.header', `line ${headerLine}, column ${i + 1}`, name, 'a name that no other column has'));
    seen.add(name);
    return name;
  });
  if (issues.length > 0) throw new InputFault(issues);
  return names;
}
