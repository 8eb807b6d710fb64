import { type Reading, readCell } from '../../../grid';
import type { AnyColumn } from './input-sheets';

/** A cell as a workbook gives it; dates come as objects. */
export type SheetValue = string | number | boolean | { readonly getTime: () => number } | null | undefined;

/** A sheet as it was opened. */
export interface OpenedSheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetValue[])[];
}

/** One thing that the workbook changes. */
export interface SheetChange {
  readonly sheet: string;
  readonly row: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Where changes and refusals are gathered. */
export interface Found {
  readonly changes: SheetChange[];
  readonly refuse: (words: string) => void;
}

/** A cell as text; a date as its day. */
export function textOf(cell: SheetValue): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell).trim();
  const time = cell.getTime();
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

export const isBlank = (line: readonly SheetValue[]): boolean => line.every((cell) => textOf(cell) === '');

/** The start of a text, for messages. */
export const short = (text: string): string => text.slice(0, 40);

/** A cell as its column takes it: numbers as they are, texts as they would be typed. */
export function readValue(column: AnyColumn, cell: SheetValue): Reading {
  if (typeof cell !== 'number' || (column.kind !== 'number' && column.kind !== 'share')) {
    return readCell(column, textOf(cell));
  }
  const { min, max, whole, write } = column;
  if (cell >= min - 1e-9 && cell <= max + 1e-9 && (!whole || Number.isInteger(cell))) {
    return { ok: true, value: Math.round(cell * 1e9) / 1e9 };
  }
  const allowed = `${whole ? 'a whole number' : 'a number'} from ${write(min)} to ${write(max)}`;
  return { ok: false, message: `${column.label}: found ${write(cell)}; allowed: ${allowed}` };
}

/** Whether two values are one to the plan: a missing one is as good as an empty one. */
export function isSame(a: unknown, b: unknown): boolean {
  const isNothing = (value: unknown) => value === null || value === undefined || value === '';
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-9;
  return a === b || (isNothing(a) && isNothing(b));
}

/** A value as the preview says it. */
export function wordsOf(column: AnyColumn, value: SheetValue): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (column.kind === 'choice') return column.choices.find((choice) => choice.value === value)?.label ?? textOf(value);
  if ((column.kind === 'number' || column.kind === 'share') && typeof value === 'number') return column.write(value);
  return textOf(value);
}
