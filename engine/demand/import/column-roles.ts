import { InputFault, issue } from '../../units';
import { clockMinutes, serialMinutes, timeParts } from './cells';
import type { ColumnChoice } from './column-choice';
import { type ColumnKind, kindOf, sampleCells } from './column-kinds';
import { isAbandonedName, isHandledName, pickCounts } from './count-columns';
import { pivotColumns } from './find-header';
import { type HandleTimeRole, isHandleTimeName, pickHandleTime } from './handle-time-role';
import { type Layout, plainName } from './layouts';
import type { CsvTable } from './read-csv-table';

export interface ColumnRoles {
  /** -1 where the date stands in a title above the table. */
  readonly timestamp: number;
  readonly timeOfDay: number | null;
  /** Columns of counts; several are series of their own, unless they are `added`. */
  readonly values: readonly number[];
  /** Counts are the sum of these columns, as handled and abandoned make offered. */
  readonly added: boolean;
  readonly series: readonly number[];
  readonly handled: number | null;
  readonly abandoned: number | null;
  readonly handleTime: HandleTimeRole | null;
  /** A column that says whether the interval was over. */
  readonly complete: number | null;
  /** The table is wide: its columns are times of day or dates. */
  readonly pivot: 'clock' | 'date' | null;
  readonly kind: 'wall' | 'steps';
  /** Times are numbers of days, as a spreadsheet counts them. */
  readonly isSerial: boolean;
  /** Times of day are written as 830 for half past eight. */
  readonly isHhmm: boolean;
  readonly rowsAre: 'counts' | 'contacts';
  readonly notes: readonly string[];
}

const TIME_NAME = /time|date|stamp|interval|day|week|period|start|hour|data|datum|fecha|zeit|created/i;
const END_NAME = /\bend|end$|_end|until|finish|to$|stop|updated|solved|closed|resolved/i;
const STEP_NAME = /^(t|step|index|idx|n|day_?index|timestamp|time|period|week|hour|day)$/i;
const SERIES_NAME =
  /series|queue|skill|team|group|stream|site|region|channel|language|name|category|board|unique_id|^id$|_id$/i;
const ID_NAME = /(^|[\s_])(id|no|number|nr|key)$|^id$|(ticket|contact|case|call).?(id|no|number|nr|#)/i;

/** What the roles of a table's columns are worked out from. */
export interface RoleClues {
  readonly table: CsvTable;
  readonly layout: Layout | null;
  /** A title above the table names the date. */
  readonly hasTitleDate: boolean;
}

/** Guesses the meaning of each column from the layout, its name and its cells; `choice` overrules. */
export function columnRoles({ table, layout, hasTitleDate }: RoleClues, choice: ColumnChoice): ColumnRoles {
  const { columns } = table;
  const kinds = columns.map((_, i) => kindOf(table, i));
  const plain = columns.map(plainName);
  const notes: string[] = [];
  const find = (name: string, what: string): number => {
    const at = columns.indexOf(name);
    if (at < 0)
      throw new InputFault([
        issue('import.column', `corrections, ${what}`, name, `one of the columns ${columns.join(', ')}`),
      ]);
    return at;
  };
  const known = (names: readonly string[] | undefined): number => {
    for (const name of names ?? []) if (plain.includes(name)) return plain.indexOf(name);
    return -1;
  };
  const pivot = choice.value === undefined && table.hasHeader ? pivotColumns(columns) : null;
  const wide = new Set(pivot?.columns);
  const time = pickTime(
    { table, kinds, layout, hasTitleDate, wide, pivot: pivot?.kind ?? null },
    choice,
    find,
    known,
    notes,
  );
  const { timestamp, timeOfDay, kind, isSerial } = time;
  const taken = new Set([timestamp, timeOfDay ?? -1, ...wide]);
  const complete = known(layout?.roles.complete);
  if (complete >= 0) taken.add(complete);
  const handled =
    choice.handled === null ? null : choice.handled !== undefined ? find(choice.handled, 'handled') : null;
  const series = pickSeries(table, kinds, taken, layout, plain, choice, find, notes);
  for (const one of series) taken.add(one);
  const handledFound =
    handled ?? (choice.handled === null ? null : (orNull(known(layout?.roles.handled)) ?? named(isHandledName)));
  const abandoned = orNull(known(layout?.roles.abandoned)) ?? named(isAbandonedName);
  const rowsAre =
    choice.rowsAre ??
    ((layout ? layout.rowsAreContacts : areContacts(table, kinds, kind, taken, time)) ? 'contacts' : 'counts');
  const isHhmm = timeOfDay !== null && isHhmmColumn(table, timeOfDay);
  const base = { timestamp, timeOfDay, series, abandoned, complete: orNull(complete), kind, isSerial, isHhmm, rowsAre };
  const handleTime = pickHandleTime({ table, kinds, taken, layout, plain, choice, find, handled: handledFound });
  for (const one of handleTime?.columns ?? []) taken.add(one);
  if (pivot) {
    notes.push(
      pivot.kind === 'clock'
        ? `A wide table: ${pivot.columns.length} columns are times of day.`
        : `A wide table: ${pivot.columns.length} columns are dates.`,
    );
    return {
      ...base,
      values: pivot.columns,
      added: false,
      handled: null,
      handleTime: null,
      pivot: pivot.kind,
      rowsAre: 'counts',
      notes,
    };
  }
  if (rowsAre === 'contacts') {
    return {
      ...base,
      values: [],
      added: false,
      handled: null,
      handleTime: handleTime && { ...handleTime, per: 'contact' },
      pivot: null,
      notes,
    };
  }
  const counts = pickCounts({
    table,
    kinds,
    taken,
    known: known(layout?.roles.offered),
    handled: handledFound,
    abandoned,
    notes,
  });
  const values = choice.value === undefined ? counts.values : [choice.value].flat().map((name) => find(name, 'value'));
  const added = choice.value === undefined && counts.added;
  return {
    ...base,
    values,
    added,
    handled: values.length === 1 || added ? handledFound : null,
    handleTime: values.length === 1 || added ? handleTime : null,
    pivot: null,
    notes,
  };

  function named(is: (name: string) => boolean): number | null {
    return orNull(columns.findIndex((name, i) => !taken.has(i) && is(name) && kinds[i]!.numbers >= 0.5));
  }
}

const orNull = (at: number): number | null => (at < 0 ? null : at);

interface TimeClues extends RoleClues {
  readonly kinds: readonly ColumnKind[];
  readonly wide: ReadonlySet<number>;
  readonly pivot: 'clock' | 'date' | null;
}

interface TimeRoles {
  readonly timestamp: number;
  readonly timeOfDay: number | null;
  readonly kind: 'wall' | 'steps';
  readonly isSerial: boolean;
}

type Find = (name: string, what: string) => number;
type Known = (names: readonly string[] | undefined) => number;

/** The column of times, and of times of day beside it. */
function pickTime(clues: TimeClues, choice: ColumnChoice, find: Find, known: Known, notes: string[]): TimeRoles {
  const { table, kinds, layout, hasTitleDate, wide, pivot } = clues;
  const { columns } = table;
  const ofDay = (timestamp: number): number | null => {
    if (choice.timeOfDay !== undefined) return find(choice.timeOfDay, 'timeOfDay');
    const listed = known(layout?.roles.timeOfDay);
    const isClock = (i: number) => kinds[i]!.clocks + kinds[i]!.hours >= 0.8 || isHhmmColumn(table, i);
    if (listed >= 0 && listed !== timestamp && isClock(listed)) return listed;
    return (
      orNull(
        columns.findIndex(
          (name, i) =>
            i !== timestamp &&
            !wide.has(i) &&
            kinds[i]!.clocks >= (pivot === 'date' ? 0.5 : 0.8) &&
            !END_NAME.test(name) &&
            !isHandleTimeName(name) &&
            !/avg|average|wait|asa|talk|handle|time to|acw|hold|dauer|dur[ée]e/i.test(name),
        ),
      ) ??
      orNull(
        columns.findIndex(
          (name, i) => i !== timestamp && !wide.has(i) && /(^|\W)hour(\W|$)/i.test(name) && kinds[i]!.hours >= 0.95,
        ),
      ) ??
      orNull(
        columns.findIndex(
          (name, i) =>
            i !== timestamp &&
            !wide.has(i) &&
            /^(?:start.?)?time$|^interval$|^hhmm$/i.test(name) &&
            isHhmmColumn(table, i),
        ),
      )
    );
  };
  if (pivot === 'date') return { timestamp: -1, timeOfDay: ofDay(-1), kind: 'wall', isSerial: false };
  const stamped = columns.map((_, i) => i).filter((i) => !wide.has(i) && kinds[i]!.stamps >= 0.5);
  const listed = known(layout?.roles.timestamp);
  let timestamp =
    choice.timestamp !== undefined
      ? find(choice.timestamp, 'timestamp')
      : listed >= 0 && kinds[listed]!.stamps >= 0.5
        ? listed
        : pickStamp(table, stamped, notes);
  if (timestamp < 0 && hasTitleDate && ofDay(-1) !== null)
    return { timestamp: -1, timeOfDay: ofDay(-1), kind: 'wall', isSerial: false };
  if (timestamp < 0) timestamp = pickSteps(table, kinds);
  if (timestamp < 0) timestamp = columns.findIndex((_, i) => isSerialColumn(table, i));
  if (timestamp < 0) {
    const at = Math.max(
      0,
      columns.findIndex((name) => TIME_NAME.test(name)),
    );
    throw new InputFault([
      issue(
        'import.no-time',
        `line ${table.lineNumbers[0]}, column ${columns[at]}`,
        table.rows[0]![at],
        'a column of dates or times such as 2026-01-05 07:30, 05/01/2026, 5.1.2026 07:30, or a running whole number',
      ),
    ]);
  }
  const isSerial = isSerialColumn(table, timestamp);
  const kind = !isSerial && kinds[timestamp]!.stamps < 0.5 && kinds[timestamp]!.numbers > 0.5 ? 'steps' : 'wall';
  const hasClock = (cell: string) => (isSerial ? /[.,]\d/.test(cell) : timeParts(cell)?.hasTime === true);
  const dateOnly = kind === 'wall' && !sampleCells(table, timestamp).some(hasClock);
  if (isSerial) notes.push(`"${columns[timestamp]}" counts days as a spreadsheet does, from 1900 on.`);
  const timeOfDay = choice.timeOfDay !== undefined || (dateOnly && pivot === null) ? ofDay(timestamp) : null;
  return { timestamp, timeOfDay, kind, isSerial };
}

/** Whether every cell is a time as 830, 1300 or 0 for midnight, and some are no mere hours. */
function isHhmmColumn(table: CsvTable, column: number): boolean {
  const cells = sampleCells(table, column).filter((cell) => cell.trim() !== '');
  const isTime = (cell: string) => /^\s*\d{1,4}\s*$/.test(cell) && Number(cell) % 100 < 60 && Number(cell) <= 2400;
  return cells.length > 1 && cells.every(isTime) && cells.some((cell) => Number(cell) > 24);
}

/** Whether a column that is called a date holds numbers of days since 1900, all of this century. */
function isSerialColumn(table: CsvTable, column: number): boolean {
  if (!/date|time|datum|fecha|day|tag|interval|start/i.test(table.columns[column]!)) return false;
  const cells = sampleCells(table, column).filter((cell) => cell.trim() !== '');
  return cells.length > 1 && cells.every((cell) => !Number.isNaN(serialMinutes(cell)));
}

function pickStamp(table: CsvTable, stamped: readonly number[], notes: string[]): number {
  if (stamped.length <= 1) return stamped[0] ?? -1;
  const starts = stamped.filter((i) => !END_NAME.test(table.columns[i]!));
  const named = starts.filter((i) => TIME_NAME.test(table.columns[i]!));
  const left = named.length > 0 ? named : starts;
  if (left.length === 1 && table.hasHeader) {
    notes.push(`Several time columns; "${table.columns[left[0]!]}" is taken as the start of the interval.`);
    return left[0]!;
  }
  throw new InputFault([
    issue(
      'import.two-times',
      `columns ${stamped.map((i) => table.columns[i]).join(' and ')}`,
      `${stamped.length} columns of times`,
      'one; name the right one as the timestamp',
    ),
  ]);
}

function pickSteps(table: CsvTable, kinds: readonly ColumnKind[]): number {
  const named = table.columns.findIndex((name, i) => STEP_NAME.test(name) && kinds[i]!.integers);
  if (named >= 0) return named;
  return kinds.findIndex(
    (kind, i) =>
      kind.integers &&
      kind.rising &&
      kind.filled > 1 &&
      !/calls|contacts|volume|offered|total|count|^y$/i.test(table.columns[i]!),
  );
}

function pickSeries(
  table: CsvTable,
  kinds: readonly ColumnKind[],
  taken: ReadonlySet<number>,
  layout: Layout | null,
  plain: readonly string[],
  choice: ColumnChoice,
  find: Find,
  notes: string[],
): number[] {
  if (choice.series === null) return [];
  if (choice.series !== undefined) return [choice.series].flat().map((name) => find(name, 'series'));
  if (layout) {
    const there = (names: readonly string[] = []) =>
      names.map((name) => plain.indexOf(name)).filter((i) => i >= 0 && !taken.has(i) && kinds[i]!.filled > 0);
    const named = there(layout.roles.series);
    const listed = named.length > 0 ? named : there(layout.roles.seriesNumber);
    // The queue's name stays in the series' name; of the others, one that says the same in every row tells nothing apart.
    return listed.filter((i, at) => at === 0 || kinds[i]!.distinct > 1);
  }
  const free = table.columns.map((_, i) => i).filter((i) => !taken.has(i));
  const named = free.filter(
    (i) =>
      SERIES_NAME.test(table.columns[i]!) &&
      (kinds[i]!.numbers < 0.5 || /^(series|series_id|unique_id|queue_id)$/i.test(table.columns[i]!)) &&
      kinds[i]!.stamps < 0.5,
  );
  const textual = free.filter(
    (i) =>
      kinds[i]!.durations < 0.5 &&
      kinds[i]!.stamps < 0.5 &&
      kinds[i]!.clocks < 0.5 &&
      kinds[i]!.filled > 0 &&
      !isHandledName(table.columns[i]!) &&
      !isAbandonedName(table.columns[i]!),
  );
  const isCount = (i: number) => /calls|contacts|volume|offered|total|count|^y$|^values?$/i.test(table.columns[i]!);
  // A text of its own in nearly every row is a remark, not the name of a series.
  const repeats = (i: number) => kinds[i]!.distinct <= Math.max(1, kinds[i]!.filled / 2);
  const exact = named.find((i) => /^series$/i.test(table.columns[i]!));
  const chosen = exact ?? named[0] ?? textual.find((i) => !isCount(i) && repeats(i));
  const others = textual.filter((i) => i !== chosen && !isCount(i));
  if (chosen !== undefined && others.length > 0)
    notes.push(`Text columns not used: ${others.map((i) => table.columns[i]).join(', ')}.`);
  return chosen === undefined ? [] : [chosen];
}

/** Whether rows are single contacts: times off any grid beside an id that never repeats, and no column of counts. */
function areContacts(
  table: CsvTable,
  kinds: readonly ColumnKind[],
  kind: 'wall' | 'steps',
  taken: ReadonlySet<number>,
  { timestamp, timeOfDay }: TimeRoles,
): boolean {
  if (kind === 'steps' || timestamp < 0 || !table.hasHeader) return false;
  const ids = table.columns.some(
    (name, i) => !taken.has(i) && ID_NAME.test(name) && kinds[i]!.filled > 3 && kinds[i]!.distinct === kinds[i]!.filled,
  );
  if (
    !ids ||
    table.columns.some(
      (name, i) =>
        !taken.has(i) && /offered|handled|volume|^count$|^calls$|^contacts$/i.test(name) && kinds[i]!.numbers >= 0.5,
    )
  )
    return false;
  const stride = Math.max(1, Math.floor(table.rows.length / 500));
  let off = 0;
  let seen = 0;
  for (let r = 0; r < table.rows.length; r += stride) {
    const parts = timeParts(table.rows[r]![timestamp]!);
    if (!parts) continue;
    const minute = timeOfDay === null ? parts.minute : clockMinutes(table.rows[r]![timeOfDay]!);
    seen += 1;
    if (minute % 5 !== 0 || parts.second !== 0) off += 1;
  }
  const times = table.rows.map((row) => row[timestamp]! + (timeOfDay === null ? '' : row[timeOfDay]!));
  const repeated = 1 - new Set(times).size / Math.max(1, times.length);
  return seen > 0 && (off / seen > 0.5 || repeated > 0.3);
}
