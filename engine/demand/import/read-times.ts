import { InputFault, issue } from '../../units';
import { clockMinutes, type DateOrder, minutesOf, timeParts } from './cells';
import type { ColumnRoles } from './column-roles';
import type { IssueList } from './issue-list';
import type { CsvTable } from './read-csv-table';

/** Times of all rows and how they were read. */
export interface ReadTimes {
  /** Minutes since 1970 or running numbers; NaN where a row could not be read (an issue says so). */
  readonly at: Float64Array;
  readonly order: DateOrder | null;
  /** What the file says about its zone. */
  readonly zone: string;
  readonly notes: readonly string[];
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/** Reads the time of every row, finding the date order that all rows allow. */
export function readTimes(
  table: CsvTable,
  roles: ColumnRoles,
  order: DateOrder | undefined,
  issues: IssueList,
): ReadTimes {
  if (roles.kind === 'steps') return readSteps(table, roles, issues);
  const { rows, columns, lineNumbers } = table;
  const column = roles.timestamp;
  const at = new Float64Array(rows.length).fill(Number.NaN);
  const guess = order ? { order, notes: [] } : guessOrder(table, column);
  const zones = new Set<string>();
  const earliest = minutesOf(
    { a: FIRST_YEAR, b: 1, c: 1, yearFirst: true, hour: 0, minute: 0, hasTime: false, zone: '' },
    'ymd',
  );
  const latest = minutesOf(
    { a: LAST_YEAR, b: 12, c: 31, yearFirst: true, hour: 23, minute: 59, hasTime: true, zone: '' },
    'ymd',
  );
  for (let r = 0; r < rows.length; r++) {
    const cell = rows[r]![column]!;
    const place = `line ${lineNumbers[r]}, column ${columns[column]}`;
    const parts = timeParts(cell);
    if (!parts) {
      issues.add(issue('import.time', place, cell, 'a date or time such as 2026-01-05 07:30 or 05.01.2026 07:30'));
      continue;
    }
    let minutes = minutesOf(parts, guess.order);
    if (roles.timeOfDay !== null) minutes += clockMinutes(rows[r]![roles.timeOfDay]!);
    if (Number.isNaN(minutes)) {
      const also = roles.timeOfDay !== null ? ` ${rows[r]![roles.timeOfDay]}` : '';
      issues.add(
        issue(
          'import.time',
          place,
          cell + also,
          `an existing date in the order ${ORDER_NAMES[guess.order]} that the other rows have`,
        ),
      );
      continue;
    }
    if (minutes < earliest || minutes > latest) {
      issues.add(issue('import.year', place, cell, `a year from ${FIRST_YEAR} to ${LAST_YEAR}`));
      continue;
    }
    zones.add(parts.zone);
    at[r] = minutes;
  }
  return { at, order: guess.order, zone: zoneText(zones), notes: guess.notes };
}

export const ORDER_NAMES: Readonly<Record<DateOrder, string>> = {
  ymd: 'year-month-day',
  dmy: 'day-month-year',
  mdy: 'month-day-year',
};

function zoneText(zones: ReadonlySet<string>): string {
  const stated = [...zones].filter((z) => z !== '');
  if (stated.length === 0) return 'local wall time, no zone stated';
  return `written with ${stated.slice(0, 3).join(', ')}; read as the local time that is written`;
}

function readSteps(table: CsvTable, roles: ColumnRoles, issues: IssueList): ReadTimes {
  const { rows, columns, lineNumbers } = table;
  const at = Float64Array.from(rows, (row, r) => {
    const cell = row[roles.timestamp]!;
    if (/^\s*-?\d{1,12}\s*$/.test(cell)) return Number(cell);
    issues.add(
      issue(
        'import.step',
        `line ${lineNumbers[r]}, column ${columns[roles.timestamp]}`,
        cell,
        'a whole number, one more each interval',
      ),
    );
    return Number.NaN;
  });
  return {
    at,
    order: null,
    zone: 'running numbers, no dates',
    notes: ['Times are running whole numbers: name the seasons with periods, such as 24 and 168.'],
  };
}

/** Day before month or month before day: what all rows allow; if both, what runs more evenly. */
function guessOrder(table: CsvTable, column: number): { order: DateOrder; notes: string[] } {
  let dayFirst = -1;
  let monthFirst = -1;
  let yearFirst = 0;
  let seen = 0;
  table.rows.forEach((row, r) => {
    const parts = timeParts(row[column]!);
    if (!parts) return;
    seen += 1;
    if (parts.yearFirst) yearFirst += 1;
    else if (parts.a > 12 && parts.b <= 12 && dayFirst < 0) dayFirst = r;
    else if (parts.b > 12 && parts.a <= 12 && monthFirst < 0) monthFirst = r;
  });
  if (seen === 0 || yearFirst === seen) return { order: 'ymd', notes: [] };
  if (dayFirst >= 0 && monthFirst >= 0) {
    const cell = (r: number) => table.rows[r]![column];
    const name = table.columns[column];
    throw new InputFault([
      issue(
        'import.date-order',
        `line ${table.lineNumbers[dayFirst]}, column ${name}`,
        cell(dayFirst),
        'one order of day and month in the whole file; here the day stands first',
      ),
      issue(
        'import.date-order',
        `line ${table.lineNumbers[monthFirst]}, column ${name}`,
        cell(monthFirst),
        'one order of day and month in the whole file; here the month stands first',
      ),
    ]);
  }
  if (dayFirst >= 0) return { order: 'dmy', notes: [] };
  if (monthFirst >= 0) return { order: 'mdy', notes: [] };
  const order = unevenness(table, column, 'dmy') <= unevenness(table, column, 'mdy') ? 'dmy' : 'mdy';
  return {
    order,
    notes: [
      `Every date could be read both ways; taken as ${ORDER_NAMES[order]}, which runs more evenly. Correct it if that is wrong.`,
    ],
  };
}

function unevenness(table: CsvTable, column: number, order: DateOrder): number {
  let previous = Number.NaN;
  let sum = 0;
  for (const row of table.rows.slice(0, 5000)) {
    const parts = timeParts(row[column]!);
    const minutes = parts ? minutesOf(parts, order) : Number.NaN;
    if (Number.isNaN(minutes)) sum += 1e6;
    else if (!Number.isNaN(previous)) sum += Math.abs(minutes - previous);
    previous = minutes;
  }
  return sum;
}
