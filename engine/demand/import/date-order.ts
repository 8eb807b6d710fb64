import { type DateOrder, minutesOf, timeParts } from './cells';
import type { ColumnRoles } from './column-roles';
import type { Survey } from './survey';

/** A time of day as it is written where months stand first. */
const TWELVE_HOURS = /\d\s*[AP]\.?M\.?\s*$/i;

/**
 * Day before month or month before day: what most dates allow; if both (`isOpen`), what runs more evenly, and if both do,
 * months first beside clocks of twelve hours, else days first.
 */
export function guessDateOrder(
  survey: Survey,
  roles: ColumnRoles,
  chosen: DateOrder | undefined,
): { readonly order: DateOrder; readonly isOpen: boolean } {
  if (chosen) return { order: chosen, isOpen: false };
  if (roles.kind === 'steps') return { order: 'ymd', isOpen: false };
  const cells = dateCells(survey, roles);
  let dayFirst = 0;
  let monthFirst = 0;
  let yearFirst = 0;
  let seen = 0;
  for (const cell of cells) {
    const parts = timeParts(cell);
    if (!parts) continue;
    seen += 1;
    if (parts.yearFirst) yearFirst += 1;
    else if (parts.a > 12 && parts.b <= 12) dayFirst += 1;
    else if (parts.b > 12 && parts.a <= 12) monthFirst += 1;
  }
  if (seen === 0 || yearFirst === seen) return { order: 'ymd', isOpen: false };
  if (dayFirst > 0 || monthFirst > 0) return { order: dayFirst >= monthFirst ? 'dmy' : 'mdy', isOpen: false };
  const monthsLess = unevenness(cells, 'dmy') - unevenness(cells, 'mdy');
  const monthsFirst = monthsLess > 0 || (monthsLess === 0 && cells.some((cell) => TWELVE_HOURS.test(cell)));
  return { order: monthsFirst ? 'mdy' : 'dmy', isOpen: true };
}

function dateCells(
  { sample, columns, titleDates }: Survey,
  { timestamp, pivot, values }: ColumnRoles,
): readonly string[] {
  if (pivot === 'date') return values.map((column) => columns[column]!);
  return timestamp < 0 ? titleDates : sample.rows.map((row) => row[timestamp]!);
}

function unevenness(cells: readonly string[], order: DateOrder): number {
  let previous = Number.NaN;
  let sum = 0;
  for (const cell of cells.slice(0, 5000)) {
    const parts = timeParts(cell);
    const minutes = parts ? minutesOf(parts, order) : Number.NaN;
    if (Number.isNaN(minutes)) sum += 1e6;
    else if (!Number.isNaN(previous)) sum += Math.abs(minutes - previous);
    previous = minutes;
  }
  return sum;
}
