import { dateOfDay, twoDigits } from '../../calendar';

/** A cell of a workbook; a date knows its milliseconds since 1970 as the sheet shows it. */
export type SheetCell = string | number | boolean | null | undefined | { getTime(): number };

/** 1899-12-30, from which workbooks count days, and 1902, before which a date is a time of day or a duration. */
const FIRST_DAY = -25_569;
const FIRST_DATE = -24_837;
const DAY = 86_400;

/**
 * A sheet as text with tabs, a line a row, so that it is read like any other table and line numbers are row numbers.
 *
 * Dates become `2026-01-05` or `2026-01-05 08:00:00`, times of day and durations `8:00:00`, numbers stay exact.
 * Cost: linear in cells.
 */
export function sheetText(rows: readonly (readonly SheetCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join('\t')}\n`).join('');
}

function cellText(cell: SheetCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return timeText(Math.round(cell.getTime() / 1000));
  if (typeof cell !== 'string') return String(cell);
  const flat = cell.replace(/[\t\r\n]+/g, ' ');
  return flat.includes('"') ? `"${flat.replaceAll('"', '""')}"` : flat;
}

function timeText(seconds: number): string {
  const day = Math.floor(seconds / DAY);
  if (day < FIRST_DATE) return clockText(seconds - FIRST_DAY * DAY);
  const rest = seconds - day * DAY;
  return rest === 0 ? dateOfDay(day) : `${dateOfDay(day)} ${clockText(rest)}`;
}

function clockText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return `${hours}:${twoDigits(Math.floor((seconds % 3600) / 60))}:${twoDigits(seconds % 60)}`;
}
