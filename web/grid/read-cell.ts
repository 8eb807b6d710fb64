import { formatNumber, formatShare, parseNumber } from '../format';
import type { CellValue, GridColumn } from './grid-column';

export type Reading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly message: string };

/** What was typed or pasted into a cell, as the value that its column takes, or why it takes it not. */
export function readCell<Row>(column: GridColumn<Row>, text: string): Reading {
  const body = text.trim();
  switch (column.kind) {
    case 'text': {
      if (body === '' && column.orNothing) return { ok: true, value: null };
      if (body === '')
        return { ok: false, message: `${column.label}: found nothing; allowed: ${column.allowed ?? 'text'}` };
      if (
        body.length > (column.most ?? 120) ||
        column.pattern?.test(body) === false ||
        column.isAllowed?.(body) === false
      )
        return {
          ok: false,
          message: `${column.label}: found “${body.slice(0, 40)}”; allowed: ${column.allowed ?? 'up to 120 characters'}`,
        };
      return { ok: true, value: body };
    }
    case 'choice': {
      const found = column.choices.find(
        (choice) => choice.value === body || choice.label.toLowerCase() === body.toLowerCase(),
      );
      if (found) return { ok: true, value: found.value };
      const some = column.choices.slice(0, 6).map((choice) => choice.label);
      return {
        ok: false,
        message: `${column.label}: found “${body.slice(0, 40)}”; allowed: ${some.join(', ')}${column.choices.length > 6 ? ', …' : ''}`,
      };
    }
    case 'number':
    case 'share':
      return readNumber(column, body);
    case 'shown':
      return { ok: false, message: `${column.label} can’t be changed here.` };
  }
}

function readNumber<Row>(column: Extract<GridColumn<Row>, { kind: 'number' | 'share' }>, body: string): Reading {
  if (body === '' && column.orNothing) return { ok: true, value: null };
  let value = parseNumber(body.replace(/^[^\d.,+\-−]+(?=[\d.,])/, ''));
  // In a column of percentages "12" means 12 %, as it does in a spreadsheet.
  if (value !== null && column.kind === 'share' && !body.includes('%')) value /= 100;
  const ends =
    column.kind === 'share'
      ? `${formatShare(column.min)} to ${formatShare(column.max)}`
      : `${formatNumber(column.min)} to ${formatNumber(column.max)}`;
  const allowed = `${column.whole ? 'a whole number from' : 'a number from'} ${ends}`;
  const isAllowed =
    value !== null && value >= column.min && value <= column.max && (!column.whole || Number.isInteger(value));
  if (!isAllowed) return { ok: false, message: `${column.label}: found “${body.slice(0, 40)}”; allowed: ${allowed}` };
  return { ok: true, value: value === null ? null : Math.round(value * 1e9) / 1e9 };
}

/** A cell as it reads. */
export function writeCell<Row>(column: GridColumn<Row>, value: CellValue): string {
  if (value === null) return '';
  if (column.kind === 'choice') return column.choices.find((choice) => choice.value === value)?.label ?? String(value);
  if ((column.kind === 'number' || column.kind === 'share') && typeof value === 'number') return column.write(value);
  return String(value);
}

/** A cell as it is edited: plain digits, percentages without the sign. */
export function editText<Row>(column: GridColumn<Row>, value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  const plain = column.kind === 'share' ? value * 100 : value;
  const decimal = new Intl.NumberFormat().formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
  return String(Math.round(plain * 1e9) / 1e9).replace('.', decimal);
}
