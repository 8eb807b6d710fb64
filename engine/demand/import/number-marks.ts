import type { DecimalMark } from './cells';
import type { CsvTable } from './read-csv-table';

/** How numbers are written. */
export interface NumberMarks {
  readonly decimal: DecimalMark;
  readonly thousands: boolean;
  readonly notes: readonly string[];
  /** Counts have three digits behind a point everywhere: decimals as read, but they could be thousands. */
  readonly isOpen: boolean;
}

export interface MarkCorrections {
  readonly decimalMark?: DecimalMark | undefined;
  readonly thousandsMark?: boolean | undefined;
}

const COMMA_GROUPS = /^\s*-?\d{1,3}(?:,\d{3})+\s*$/;
const DOT_GROUPS = /^\s*-?\d{1,3}(?:\.\d{3})+\s*$/;

/** Columns of counts, which are whole numbers, and other columns of numbers. */
export interface NumberColumns {
  readonly counts: readonly number[];
  readonly others: readonly number[];
}

/** Decimal and thousands mark that all number cells allow; `more` are cells that a first guess could not read. */
export function guessMarks(
  table: CsvTable,
  { counts, others }: NumberColumns,
  corrections: MarkCorrections,
  more: readonly string[] = [],
): NumberMarks {
  if (corrections.decimalMark)
    return {
      decimal: corrections.decimalMark,
      thousands: corrections.thousandsMark ?? false,
      notes: [],
      isOpen: false,
    };
  let commaGroups = 0;
  let commaOther = 0;
  let dotGroups = 0;
  let dotOther = 0;
  let both = '';
  const look = (cell: string) => {
    const comma = cell.lastIndexOf(',');
    const dot = cell.lastIndexOf('.');
    if (comma < 0 && dot < 0) return;
    if (comma >= 0 && dot >= 0) both = comma > dot ? ',' : '.';
    else if (comma >= 0 && COMMA_GROUPS.test(cell)) commaGroups += 1;
    else if (comma >= 0) commaOther += 1;
    else if (DOT_GROUPS.test(cell)) dotGroups += 1;
    else dotOther += 1;
  };
  for (const row of table.rows) for (const column of [...counts, ...others]) look(row[column]!);
  for (const cell of more) look(cell);
  const plain = { notes: [], isOpen: false };
  if (both === ',') return { decimal: ',', thousands: true, ...plain };
  if (both === '.') return { decimal: '.', thousands: true, ...plain };
  if (commaOther > 0) return { decimal: ',', thousands: dotGroups > 0 && dotOther === 0, ...plain };
  if (commaGroups > 0 && dotOther + dotGroups === 0) {
    return {
      decimal: '.',
      thousands: true,
      notes: ['Commas stand before three digits everywhere; read as thousands marks.'],
      isOpen: false,
    };
  }
  if (dotGroups > 1 && dotOther === 0 && table.delimiter === ';') {
    return {
      decimal: ',',
      thousands: true,
      notes: ['Points stand before three digits everywhere in a semicolon file; read as thousands marks.'],
      isOpen: false,
    };
  }
  if (dotGroups > 0 && dotOther === 0 && pointsBeginAtThousand(table, counts)) {
    return {
      decimal: ',',
      thousands: true,
      notes: [
        'Counts from a thousand on have a point before three digits, smaller ones none: read as thousands marks.',
      ],
      isOpen: false,
    };
  }
  const isOpen = corrections.thousandsMark === undefined && pointsEverywhere(table, counts);
  return { decimal: '.', thousands: corrections.thousandsMark ?? commaGroups > 0, notes: [], isOpen };
}

/** Whether every count has a point before three digits, as 5.000 has: five, or five thousand. */
function pointsEverywhere(table: CsvTable, counts: readonly number[]): boolean {
  const cells = table.rows.flatMap((row) => counts.map((column) => row[column]!.trim())).filter((cell) => cell !== '');
  return cells.length > 1 && cells.every((cell) => /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(cell));
}

/** Whether counts have points exactly where thousands marks would stand: 998 without, 1.204 with one. */
function pointsBeginAtThousand(table: CsvTable, counts: readonly number[]): boolean {
  let plain = 0;
  let pointed = 0;
  for (const row of table.rows) {
    for (const column of counts) {
      const cell = row[column]!.trim();
      if (/^\d+$/.test(cell)) {
        if (Number(cell) >= 1000) return false;
        plain += 1;
      } else if (cell.includes('.')) {
        if (!/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(cell)) return false;
        pointed += 1;
      }
    }
  }
  return plain > 0 && pointed > 0;
}
