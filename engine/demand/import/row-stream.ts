import Papa from 'papaparse';
import { InputFault, type Issue, issue } from '../../units';
import type { ImportInput } from './byte-source';
import { type Encoding, textPieces } from './decode-text';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Characters of one row beyond which it is no row of a table: a quote that is never closed, or a file without lines. */
const MOST_ROW = 1_000_000;

export interface RowReading {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** What ends a line: a line feed, with or without a carriage return before it, or that alone. */
  readonly newline: '\n' | '\r';
}

/**
 * Reads a delimited text row by row, a megabyte in memory at a time.
 *
 * `visit` gets a row's cells, the file's line where it starts (the first is 1), the pieces read so far, and whether a quote
 * is open at its end; false ends the reading. Blank rows are passed over. Source: RFC 4180. Cost: O(characters).
 */
export function eachRow(
  input: ImportInput,
  reading: RowReading,
  visit: (cells: string[], line: number, piece: number, openQuote: boolean) => boolean | undefined,
): void {
  const { delimiter, newline, encoding } = reading;
  let rest = '';
  let line = 1;
  let piece = 0;
  const pieces = textPieces(input, encoding);
  let next = pieces.next();
  while (!next.done) {
    const text = rest + next.value;
    next = pieces.next();
    const { data, errors, meta } = new Papa.Parser({ delimiter, newline }).parse(text, 0, !next.done);
    const quotes = errors.find((error) => error.type === 'Quotes');
    for (let r = 0; r < data.length; r++) {
      const row = data[r]!;
      const at = line;
      line += 1 + newlinesIn(row);
      trimReturn(row);
      if (isBlankRow(row)) continue;
      if (visit(row, at, piece, quotes?.row === r) === false) return;
    }
    rest = next.done ? '' : text.slice(meta.cursor);
    if (rest.length > MOST_ROW) throw new InputFault([rest.includes('"') ? openQuoteAt(line) : longRow(line)]);
    piece += 1;
  }
}

/** The delimiter that splits the first lines into the same number of cells, the more the better. */
export function sniffDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, 64_000)
    .split(/\r\n|\n|\r/)
    .filter((l) => l.trim() !== '')
    .slice(0, 60);
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((l) => countOutsideQuotes(l, delimiter));
    const usual = mostCommon(counts.filter((count) => count > 0));
    if (usual === 0) continue;
    const alike = counts.filter((c) => c === usual).length / counts.length;
    const score = alike * 10 + Math.min(usual, 8) * 0.1;
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

/** What ends the lines of a text. */
export function sniffNewline(text: string): '\n' | '\r' {
  return text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
}

/** The number that is there most often, the first of several; 0 where there is none. */
export function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [number, count] of counts) {
    if (count > most) {
      most = count;
      best = number;
    }
  }
  return best;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let quoted = false;
  let count = 0;
  for (const c of line) {
    if (c === '"') quoted = !quoted;
    else if (c === delimiter && !quoted) count += 1;
  }
  return count;
}

function newlinesIn(row: readonly string[]): number {
  let count = 0;
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

function trimReturn(row: string[]): void {
  const last = row.length - 1;
  const cell = row[last]!;
  if (cell.charCodeAt(cell.length - 1) === 13) row[last] = cell.slice(0, -1);
}

function isBlankRow(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** The fault of a quotation mark that is opened on a line and never closed. */
export function openQuoteAt(line: number): Issue {
  return issue(
    'csv.quotes',
    `line ${line}`,
    'a quotation mark that is never closed',
    'quotes in pairs; a quote inside a cell is written twice',
  );
}

/** The fault of a row that is longer than any row of a table. */
export function longRow(line: number): Issue {
  return issue(
    'csv.long-row',
    `line ${line}`,
    'more than a million characters',
    'one row a line; is this a table at all?',
  );
}
