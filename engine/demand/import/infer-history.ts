import { InputFault, issue } from '../../units';
import { type Clock, GRAINS_MINUTES, type History } from '../history';
import { type DateOrder, type DecimalMark, numberOf, saysMissing } from './cells';
import { type ColumnChoice, columnRoles } from './column-roles';
import { describeCalendar, type GapRun } from './describe-calendar';
import { gridSeries } from './grid-series';
import { IssueList } from './issue-list';
import type { CsvCorrections, CsvTable } from './read-csv-table';
import { readTimes } from './read-times';
import type { SeriesRows } from './series-rows';

/** What a planner may overrule of what was inferred. */
export interface ImportCorrections extends CsvCorrections, ColumnChoice {
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalMark?: DecimalMark | undefined;
  readonly thousandsMark?: boolean | undefined;
  readonly grainMinutes?: number | undefined;
  /** Seasons of running numbers, in steps. */
  readonly periods?: readonly number[] | undefined;
  /** What a row that is not there means inside the opening hours. */
  readonly absent?: 'missing' | 'zero' | undefined;
  /** What a second row for the same time means. */
  readonly duplicates?: 'refuse' | 'sum' | 'mean' | 'first' | undefined;
}

/** What was inferred from a file, shown before anything lands, and the series that would land. */
export interface ImportPreview {
  readonly columns: {
    readonly timestamp: string;
    readonly timeOfDay: string | null;
    readonly values: readonly string[];
    readonly series: string | null;
    readonly handleTime: string | null;
  };
  readonly delimiter: string;
  readonly encoding: string;
  readonly hasHeader: boolean;
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark;
  readonly thousandsMark: boolean;
  readonly clock: Clock;
  readonly zone: string;
  readonly absent: 'missing' | 'zero';
  readonly rows: number;
  /** Opening hours seen, such as `Mo-Fr 07:00-21:05`. */
  readonly openingHours: string;
  readonly missingDates: readonly string[];
  readonly gaps: readonly GapRun[];
  readonly zeros: number;
  readonly missingCells: number;
  /** In sentences: guesses and oddities. */
  readonly notes: readonly string[];
  readonly histories: readonly History[];
}

const MOST_SERIES = 10_000;
const DAYLIGHT_NOTE = 'The hour doubled when daylight saving ended is there twice; the mean of the two is kept.';

/**
 * Infers what a table means as contact history, with every guess named and open to correction.
 *
 * Use on `readCsvTable`'s result. Long tables (series, time, value), wide tables (time and several counts) and plain ones
 * (time, count) are taken; intervals of 5 minutes to a week, or running numbers. Any row in error refuses the whole.
 * Cost: O(rows).
 */
export function inferHistory(table: CsvTable, corrections: ImportCorrections = {}): ImportPreview {
  const roles = columnRoles(table, corrections);
  const issues = new IssueList();
  const times = readTimes(table, roles, corrections.dateOrder, issues);
  const numeric = roles.handleTime === null ? roles.values : [...roles.values, roles.handleTime];
  const marks = guessMarks(table, numeric, corrections);
  const notes = [...roles.notes, ...times.notes, ...marks.notes];
  let zeros = 0;
  let missingCells = 0;
  const { rows, columns, lineNumbers } = table;
  const bySeries = new Map<string, SeriesRows>();
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    for (const column of roles.values) {
      const cell = row[column]!;
      let value = Number.NaN;
      if (saysMissing(cell)) missingCells += 1;
      else {
        value = numberOf(cell, marks.decimal, marks.thousands);
        const place = `line ${lineNumbers[r]}, column ${columns[column]}`;
        if (Number.isNaN(value))
          issues.add(
            issue(
              'import.number',
              place,
              cell,
              `a number with "${marks.decimal}" as decimal mark, or an empty cell for a missing one`,
            ),
          );
        else if (value < 0) issues.add(issue('import.negative', place, cell, 'a count of at least 0'));
        else if (value > 1e12) issues.add(issue('import.huge', place, cell, 'a count of at most 1e12'));
        else if (value === 0) zeros += 1;
      }
      if (Number.isNaN(times.at[r])) continue;
      const own = roles.series === null ? '' : row[roles.series]!.trim();
      const name =
        roles.values.length > 1
          ? own === ''
            ? columns[column]!
            : `${own} ${columns[column]}`
          : own === ''
            ? columns[column]!
            : own;
      let entry = bySeries.get(name);
      if (!entry) {
        if (bySeries.size >= MOST_SERIES)
          throw new InputFault([
            issue(
              'import.series',
              `line ${lineNumbers[r]}`,
              `more than ${MOST_SERIES} series`,
              `at most ${MOST_SERIES}; is "${columns[roles.series ?? column]}" the right series column?`,
            ),
          ]);
        entry = { at: [], value: [], line: [], handle: [] };
        bySeries.set(name, entry);
      }
      entry.at.push(times.at[r]!);
      entry.value.push(value);
      entry.line.push(lineNumbers[r]!);
      if (roles.handleTime !== null) entry.handle.push(handleOf(row[roles.handleTime]!, marks));
    }
  }
  issues.refuse('Nothing was imported');
  const built = gridSeries(bySeries, {
    kind: roles.kind,
    grainMinutes: checkedGrain(corrections.grainMinutes),
    periods: corrections.periods,
    duplicates: corrections.duplicates ?? 'refuse',
    absent: corrections.absent,
    column: columns[roles.timestamp]!,
    issues,
  });
  if (built.daylight) notes.push(DAYLIGHT_NOTE);
  notes.push(...built.notes);
  const calendar = describeCalendar(built.histories);
  return {
    columns: {
      timestamp: columns[roles.timestamp]!,
      timeOfDay: roles.timeOfDay === null ? null : columns[roles.timeOfDay]!,
      values: roles.values.map((i) => columns[i]!),
      series: roles.series === null ? null : columns[roles.series]!,
      handleTime: roles.handleTime === null ? null : columns[roles.handleTime]!,
    },
    delimiter: table.delimiter,
    encoding: table.encoding,
    hasHeader: table.hasHeader,
    dateOrder: times.order,
    decimalMark: marks.decimal,
    thousandsMark: marks.thousands,
    clock: built.clock,
    zone: times.zone,
    absent: built.absent,
    rows: rows.length,
    ...calendar,
    zeros,
    missingCells,
    notes,
    histories: built.histories,
  };
}

function handleOf(cell: string, marks: { decimal: DecimalMark; thousands: boolean }): number {
  return saysMissing(cell) ? Number.NaN : numberOf(cell, marks.decimal, marks.thousands);
}

function checkedGrain(grain: number | undefined): number | undefined {
  if (grain === undefined || (GRAINS_MINUTES as readonly number[]).includes(grain)) return grain;
  throw new InputFault([
    issue('import.grain', 'corrections, grainMinutes', grain, `one of ${GRAINS_MINUTES.join(', ')} minutes`),
  ]);
}

interface Marks {
  readonly decimal: DecimalMark;
  readonly thousands: boolean;
  readonly notes: readonly string[];
}

const COMMA_GROUPS = /^\s*-?\d{1,3}(?:,\d{3})+\s*$/;
const DOT_GROUPS = /^\s*-?\d{1,3}(?:\.\d{3})+\s*$/;

/** Decimal and thousands mark that all number cells allow. */
function guessMarks(table: CsvTable, columns: readonly number[], corrections: ImportCorrections): Marks {
  if (corrections.decimalMark)
    return { decimal: corrections.decimalMark, thousands: corrections.thousandsMark ?? false, notes: [] };
  let commaGroups = 0;
  let commaOther = 0;
  let dotGroups = 0;
  let dotOther = 0;
  let both = '';
  for (const row of table.rows) {
    for (const column of columns) {
      const cell = row[column]!;
      const comma = cell.lastIndexOf(',');
      const dot = cell.lastIndexOf('.');
      if (comma < 0 && dot < 0) continue;
      if (comma >= 0 && dot >= 0) both = comma > dot ? ',' : '.';
      else if (comma >= 0 && COMMA_GROUPS.test(cell)) commaGroups += 1;
      else if (comma >= 0) commaOther += 1;
      else if (DOT_GROUPS.test(cell)) dotGroups += 1;
      else dotOther += 1;
    }
  }
  if (both === ',') return { decimal: ',', thousands: true, notes: [] };
  if (both === '.') return { decimal: '.', thousands: true, notes: [] };
  if (commaOther > 0) return { decimal: ',', thousands: dotGroups > 0 && dotOther === 0, notes: [] };
  if (commaGroups > 0 && dotOther + dotGroups === 0) {
    return {
      decimal: '.',
      thousands: true,
      notes: ['Commas stand before three digits everywhere; read as thousands marks.'],
    };
  }
  if (dotGroups > 1 && dotOther === 0 && table.delimiter === ';') {
    return {
      decimal: ',',
      thousands: true,
      notes: ['Points stand before three digits everywhere in a semicolon file; read as thousands marks.'],
    };
  }
  return { decimal: '.', thousands: corrections.thousandsMark ?? commaGroups > 0, notes: [] };
}
