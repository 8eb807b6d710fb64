import { InputFault, issue, type RunControl } from '../../units';
import { type ImportInput, sizeOf } from './byte-source';
import { timeParts } from './cells';
import { decodeHead, type Encoding, measureText, textAt } from './decode-text';
import { findHeader, type LinedRow } from './find-header';
import { type CsvCorrections, type CsvTable, columnNames, refuseEmpty, refuseTooMany } from './read-csv-table';
import { type Delimiter, eachRow, longRow, sniffDelimiter, sniffNewline } from './row-stream';

/** What a first look at a file tells: how it is written, where its table begins, and some of its rows. */
export interface Survey {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly newline: '\n' | '\r';
  readonly hasHeader: boolean;
  /** Line of the names, or 0. */
  readonly headerLine: number;
  /** First line of data. */
  readonly firstLine: number;
  readonly columns: readonly string[];
  /** Rows above the names. */
  readonly titles: readonly LinedRow[];
  /** A date that stands in a title, as written. */
  readonly titleDate: string | null;
  /** Every date that a title names, there or further down, among the rows looked at. */
  readonly titleDates: readonly string[];
  /** A queue, skill or split that a title names. */
  readonly titleSeries: string | null;
  /** Rows of data: all of them in a small file, else some from everywhere. */
  readonly sample: CsvTable;
}

/** Files up to this size are looked at as a whole before they are read. */
const SMALL = 4_000_000;
const BLOCKS = 12;
const BLOCK = 1 << 16;

/**
 * Takes a first look at a file.
 *
 * Of a large one the first quarter of a megabyte and a dozen blocks from everywhere; what they don't show, the reading
 * itself finds. Refuses what is no table. Cost: one pass over the bytes to count lines and find the encoding.
 */
export function surveyFile(input: ImportInput, corrections: CsvCorrections, control?: RunControl): Survey {
  const { encoding, lines } = measureText(input, corrections.encoding, control);
  refuseTooMany(lines);
  const head = decodeHead(input, encoding);
  const newline = sniffNewline(head);
  const delimiter = corrections.delimiter ?? sniffDelimiter(head);
  const reading = { encoding, delimiter, newline } as const;
  const isSmall = sizeOf(input) <= SMALL;
  const rows: LinedRow[] = [];
  if (isSmall) {
    eachRow(input, reading, (cells, line) => {
      rows.push({ cells, line });
      return true;
    });
  } else {
    if (!head.includes(newline)) throw new InputFault([longRow(1)]);
    eachRow(head.slice(0, head.lastIndexOf(newline)), { ...reading, encoding: 'text' }, (cells, line) => {
      rows.push({ cells, line });
      return true;
    });
  }
  if (rows.length === 0) {
    throw new InputFault([issue('csv.empty', 'file', 'no cell that is filled', 'a table: a header and a row a line')]);
  }
  const { header, first, width } = findHeader(rows, corrections.hasHeader);
  const titles = rows.slice(0, Math.max(0, header));
  const named = rows[Math.max(0, header)]!;
  const headerLine = header < 0 ? 0 : named.line;
  const columns = columnNames(named.cells, header < 0 ? null : headerLine);
  const data = rows.slice(first);
  // A large file of which a quarter of a megabyte holds no row of data.
  if (!isSmall && data.length === 0) throw new InputFault([longRow(named.line + 1)]);
  refuseEmpty(columns, data[0]?.cells ?? named.cells, data.length, named.line);
  const even = data.filter(({ cells }) => cells.length === width);
  const more = isSmall ? [] : blocksOf(input, reading, width);
  const sampled = [...even, ...more];
  // A file of uneven rows is refused when it is read; until then its first rows must do.
  const table = sampled.length > 0 ? sampled : [{ cells: columns.map(() => ''), line: named.line }];
  return {
    ...reading,
    hasHeader: header >= 0,
    headerLine,
    firstLine: data[0]!.line,
    columns,
    titles,
    titleDate: titled(titles, DATE_TITLE, (text) => timeParts(text) !== null),
    titleDates: rows.flatMap(({ cells }) => {
      const date = cells.length === width ? null : titleValue(cells, DATE_TITLE);
      return date !== null && timeParts(date) ? [date] : [];
    }),
    titleSeries: titled(titles, SERIES_TITLE, (text) => text !== ''),
    sample: {
      columns,
      rows: table.map(({ cells }) => cells),
      lineNumbers: table.map(({ line }) => line),
      delimiter,
      encoding,
      hasHeader: header >= 0,
    },
  };
}

/** Rows from everywhere in a large file; the first and last of each block, which may be cut, are left out. */
function blocksOf(
  input: ImportInput,
  reading: { readonly encoding: Encoding; readonly delimiter: Delimiter; readonly newline: '\n' | '\r' },
  width: number,
): LinedRow[] {
  const size = sizeOf(input);
  const found: LinedRow[] = [];
  for (let block = 1; block <= BLOCKS; block++) {
    const from = Math.floor(((size - BLOCK) * block) / BLOCKS);
    const text = textAt(input, reading.encoding, from, BLOCK);
    const clean = text.slice(text.indexOf(reading.newline) + 1, text.lastIndexOf(reading.newline));
    eachRow(clean, { ...reading, encoding: 'text' }, (cells) => {
      if (cells.length === width) found.push({ cells, line: -1 });
      return true;
    });
  }
  return found;
}

export const DATE_TITLE = /^\s*(?:report\s+)?(?:date|day|datum|fecha)\s*:?\s*(.*)$/i;
export const SERIES_TITLE = /^\s*(?:split\/skill|split|skill|vdn|queue(?:\s+name)?)\s*:\s*(.*)$/i;

/** What follows a title's word, in the same cell or the next. */
export function titleValue(cells: readonly string[], title: RegExp): string | null {
  for (let i = 0; i < cells.length; i++) {
    const match = title.exec(cells[i]!);
    if (match) return (match[1] !== '' ? match[1]! : (cells[i + 1] ?? '')).trim();
  }
  return null;
}

function titled(titles: readonly LinedRow[], title: RegExp, fits: (text: string) => boolean): string | null {
  for (const { cells } of titles) {
    const text = titleValue(cells, title);
    if (text !== null && fits(text)) return text;
  }
  return null;
}
