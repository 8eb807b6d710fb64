import Papa from 'papaparse';
import { InputFault, type Issue, issue } from '../../engine/units';
import type { Input } from './input';

/** A table of text cells: a header and rows, each with its line in the file (the header's is 1). */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lineNumbers: readonly number[];
}

/** A CSV file as a table: comma, semicolon, tab or bar between cells; UTF-8, or UTF-16 with its byte-order mark. */
export function readTable({ bytes }: Input): Table {
  const text = textOf(bytes);
  if (text.trim() === '') throw fault('table.empty', 'the file', 'nothing', 'a header and rows');
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t', '|'] });
  const lines = lineNumbers(data);
  const issues: Issue[] = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row }) =>
      issue('table.quotes', `row ${lines[row ?? 0] ?? 1}`, 'quotes that do not close', 'closed quotes'),
    );
  if (issues.length > 0) throw new InputFault(issues);
  const [columns = [], ...rows] = data;
  return { columns, rows, lineNumbers: lines.slice(1) };
}

/** The line on which each row begins; a quoted cell may run over several. */
function lineNumbers(rows: readonly (readonly string[])[]): number[] {
  let next = 1;
  return rows.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return line;
  });
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Not text in that encoding: refused below like a file with zero bytes in it.
  }
  throw fault(
    'table.binary',
    'the file',
    'bytes that are no text',
    'CSV in UTF-8, or in UTF-16 with a byte-order mark',
  );
}

function fault(code: string, place: string, found: string, allowed: string): InputFault {
  return new InputFault([issue(code, place, found, allowed, `${place}: found ${found}, allowed is ${allowed}`)]);
}
