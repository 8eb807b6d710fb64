import { checkpoint, InputFault, type Issue, issue, type RunControl } from '../../units';
import { type ImportInput, PIECE, sizeOf } from './byte-source';
import { numberOf, saysMissing, timeParts } from './cells';
import type { ColumnRoles } from './column-roles';
import { durationSeconds } from './durations';
import { IssueList } from './issue-list';
import type { NumberMarks } from './number-marks';
import { raggedRow } from './read-csv-table';
import { eachRow, openQuoteAt } from './row-stream';
import { GrowingRows, type SeriesRows } from './series-rows';
import { Skips, sectionOf, skipReason } from './skipped-rows';
import type { Survey } from './survey';
import type { TimeReader } from './time-reader';

/** Everything that a pass over the rows needs to know. */
export interface RowsReading {
  readonly survey: Survey;
  readonly roles: ColumnRoles;
  readonly marks: NumberMarks;
  readonly times: TimeReader;
  /** Name of the series where nothing in the file names one. */
  readonly fallbackName: string;
  /** Minutes of the interval in which single contacts are counted. */
  readonly countInto: number;
  readonly totals: 'skip' | 'keep';
}

export interface RowsRead {
  readonly bySeries: ReadonlyMap<string, SeriesRows>;
  readonly rows: number;
  readonly zeros: number;
  readonly missingCells: number;
  readonly skips: Skips;
  readonly issues: IssueList;
  /** Number cells that could not be read, the first few. */
  readonly oddNumbers: readonly string[];
  readonly unread: UnreadCells;
}

/** Cells of handle time and contacts handled that are neither empty nor a figure: how many, and the first few. */
export interface UnreadCells {
  readonly count: number;
  readonly first: readonly { readonly line: number; readonly column: string; readonly cell: string }[];
}

const MOST_SERIES = 10_000;
const ODD_NUMBERS = 200;
const UNREAD_SHOWN = 5;

/** Reads all rows into series, and lists every row in error. One pass; memory grows with what is kept, not with the text. */
export function readRows(input: ImportInput, reading: RowsReading, control?: RunControl): RowsRead {
  const { survey, roles, marks, times, totals } = reading;
  const { columns } = survey;
  const width = columns.length;
  const issues = new IssueList();
  const skips = new Skips();
  const bySeries = new Map<string, GrowingRows>();
  const counted = roles.rowsAre === 'contacts' ? new Map<string, Map<number, Tally>>() : null;
  const oddNumbers: string[] = [];
  const unread = { count: 0, first: [] as { line: number; column: string; cell: string }[] };
  const hasWork = roles.handleTime !== null;
  const pieces = Math.max(1, Math.ceil(sizeOf(input) / PIECE));
  const timeColumn = roles.timestamp < 0 ? 'date' : columns[roles.timestamp]!;
  const namer = seriesNamer(reading);
  let date = survey.titleDate;
  let rows = 0;
  let zeros = 0;
  let missingCells = 0;
  let lastPiece = -1;

  eachRow(input, survey, (cells, line, piece, openQuote) => {
    if (piece !== lastPiece) {
      checkpoint(control, piece / pieces, `${rows.toLocaleString('en')} rows read`);
      lastPiece = piece;
    }
    if (openQuote) issues.add(openQuoteAt(line));
    if (line < survey.firstLine) return true;
    if (cells.length !== width) {
      setAside(cells, line, raggedRow(line, cells.length, width));
      return true;
    }
    const clock = roles.timeOfDay === null ? null : cells[roles.timeOfDay]!;
    let at: number | Issue = Number.NaN;
    if (roles.pivot !== 'date') {
      at = times.read(roles.timestamp < 0 ? (date ?? '') : cells[roles.timestamp]!, clock, line, timeColumn);
      if (typeof at !== 'number') {
        setAside(cells, line, at);
        return true;
      }
    } else if (totals === 'skip' && skipReason(cells, columns) === 'totals') {
      skips.add('totals', line, cells);
      return true;
    }
    if (roles.complete !== null && /^\s*(?:false|no|0)\s*$/i.test(cells[roles.complete]!)) {
      skips.add('incomplete', line, cells);
      return true;
    }
    rows += 1;
    if (counted) countContact(at as number, cells, line);
    else if (roles.pivot) readWide(clock, cells, line);
    else if (roles.added) readAdded(at as number, cells, line);
    else
      for (const column of roles.values)
        push(at as number, cells, line, column, readCount(cells[column]!, line, column));
    return true;
  });

  if (counted) for (const [name, tallies] of counted) bySeries.set(name, tallied(tallies, hasWork));
  return {
    bySeries: new Map([...bySeries].map(([name, grown]) => [name, grown.rows()])),
    rows,
    zeros,
    missingCells,
    skips,
    issues,
    oddNumbers,
    unread,
  };

  /** A row that is no data: passed over with its reason, taken as the title of what follows, or an error. */
  function setAside(cells: readonly string[], line: number, fault: Issue): void {
    const reason = skipReason(cells, columns);
    if (reason !== null && (reason !== 'totals' || totals === 'skip')) {
      skips.add(reason, line, cells);
      return;
    }
    const section = cells.length !== width || roles.timestamp < 0 ? sectionOf(cells) : null;
    if (section && (section.date === null || timeParts(section.date))) {
      if (section.date !== null) date = section.date;
      if (section.series !== null) namer.title = section.series;
      return;
    }
    issues.add(fault);
  }

  function readCount(cell: string, line: number, column: number): number {
    if (saysMissing(cell)) {
      missingCells += 1;
      return Number.NaN;
    }
    const value = numberOf(cell, marks.decimal, marks.thousands);
    if (value > 0 && value <= 1e12) return value;
    if (value === 0) {
      zeros += 1;
      return 0;
    }
    const place = `line ${line}, column ${columns[column]}`;
    if (Number.isNaN(value)) {
      if (oddNumbers.length < ODD_NUMBERS) oddNumbers.push(cell);
      const allowed = `a number with "${marks.decimal}" as decimal mark, or an empty cell for a missing one`;
      issues.add(issue('import.number', place, cell, allowed));
    } else if (value < 0) issues.add(issue('import.negative', place, cell, 'a count of at least 0'));
    else issues.add(issue('import.huge', place, cell, 'a count of at most 1e12'));
    return Number.NaN;
  }

  function push(at: number, cells: readonly string[], line: number, column: number, value: number): void {
    const name = namer.nameOf(cells, column);
    const handled = roles.handled === null ? Number.NaN : optionalCount(cells[roles.handled]!, line, roles.handled);
    const work = hasWork ? workOf(cells, Number.isNaN(handled) ? value : handled, line) : Number.NaN;
    rowsOf(name, line).push(at, value, line, handled, work);
  }

  function readAdded(at: number, cells: readonly string[], line: number): void {
    let sum = Number.NaN;
    for (const column of roles.values) {
      const part = readCount(cells[column]!, line, column);
      if (!Number.isNaN(part)) sum = (Number.isNaN(sum) ? 0 : sum) + part;
    }
    push(at, cells, line, roles.values[0]!, sum);
  }

  function readWide(clock: string | null, cells: readonly string[], line: number): void {
    const name = namer.nameOf(cells, -1);
    const base = roles.pivot === 'clock' ? (cells[roles.timestamp] ?? date ?? '') : clock;
    for (const column of roles.values) {
      const head = columns[column]!;
      const when =
        roles.pivot === 'clock'
          ? times.read(base ?? '', head, line, timeColumn)
          : times.read(head, base, line, roles.timeOfDay === null ? head : columns[roles.timeOfDay]!);
      if (typeof when !== 'number') {
        issues.add(when);
        return;
      }
      rowsOf(name, line).push(when, readCount(cells[column]!, line, column), line, Number.NaN, Number.NaN);
    }
  }

  function countContact(at: number, cells: readonly string[], line: number): void {
    const name = namer.nameOf(cells, -1);
    let tallies = counted!.get(name);
    if (!tallies) {
      refuseSeries(counted!.size, -1);
      tallies = new Map();
      counted!.set(name, tallies);
    }
    const slot = Math.floor(at / reading.countInto) * reading.countInto;
    let tally = tallies.get(slot);
    if (!tally) {
      tally = { count: 0, timed: 0, seconds: 0 };
      tallies.set(slot, tally);
    }
    tally.count += 1;
    if (!hasWork) return;
    const seconds = workOf(cells, 1, line);
    if (Number.isNaN(seconds)) return;
    tally.timed += 1;
    tally.seconds += seconds;
  }

  function optionalCount(cell: string, line: number, column: number): number {
    if (saysMissing(cell)) return Number.NaN;
    const value = numberOf(cell, marks.decimal, marks.thousands);
    if (value >= 0) return value;
    noteUnread(cell, line, column);
    return Number.NaN;
  }

  function noteUnread(cell: string, line: number, column: number): void {
    unread.count += 1;
    if (unread.first.length >= UNREAD_SHOWN) return;
    unread.first.push({ line, column: columns[column]!, cell: plainText(cell.slice(0, 40)) });
  }

  /** Seconds of handle time of the row. */
  function workOf(cells: readonly string[], contacts: number, line: number): number {
    const role = roles.handleTime!;
    let sum = Number.NaN;
    for (const column of role.columns) {
      const part = durationSeconds(cells[column]!, role.unit, marks.decimal, marks.thousands);
      if (part >= 0) sum = (Number.isNaN(sum) ? 0 : sum) + part;
      else if (!saysMissing(cells[column]!)) noteUnread(cells[column]!, line, column);
    }
    return role.per === 'contact' ? sum * contacts : sum;
  }

  function rowsOf(name: string, line: number): GrowingRows {
    let grown = bySeries.get(name);
    if (!grown) {
      refuseSeries(bySeries.size, line);
      grown = new GrowingRows(roles.handled !== null, hasWork);
      bySeries.set(name, grown);
    }
    return grown;
  }

  function refuseSeries(count: number, line: number): void {
    if (count < MOST_SERIES) return;
    const column = roles.series.map((i) => columns[i]).join(' and ') || 'the counts';
    throw new InputFault([
      issue(
        'import.series',
        line < 0 ? 'file' : `line ${line}`,
        `more than ${MOST_SERIES} series`,
        `at most ${MOST_SERIES}; is "${column}" the right series column?`,
      ),
    ]);
  }
}

/** Contacts of an interval, counted. */
interface Tally {
  count: number;
  /** Those with a handle time. */
  timed: number;
  seconds: number;
}

function tallied(tallies: ReadonlyMap<number, Tally>, hasWork: boolean): GrowingRows {
  const grown = new GrowingRows(hasWork, hasWork);
  for (const [at, { count, timed, seconds }] of [...tallies].sort(([a], [b]) => a - b)) {
    grown.push(at, count, 0, timed, timed > 0 ? seconds : Number.NaN);
  }
  return grown;
}

/** Names series from the row's own texts, the title above, or the column; the same text is cut out of a piece once. */
function seriesNamer({ survey, roles, fallbackName }: RowsReading) {
  const copies = new Map<string, string>();
  const several = roles.values.length > 1 && !roles.added && roles.pivot === null;
  return {
    title: survey.titleSeries ?? '',
    nameOf(cells: readonly string[], column: number): string {
      let own = roles.series.length === 0 ? this.title : plainText(cells[roles.series[0]!]!);
      for (let i = 1; i < roles.series.length; i++) {
        const more = plainText(cells[roles.series[i]!]!);
        if (more !== '') own = own === '' ? more : `${own} · ${more}`;
      }
      const name = several
        ? own === ''
          ? survey.columns[column]!
          : `${own} ${survey.columns[column]}`
        : own !== ''
          ? own
          : roles.added || column < 0
            ? fallbackName
            : survey.columns[column]!;
      const known = copies.get(name);
      if (known !== undefined) return known;
      // A name that is cut out of a piece of the file would keep that whole piece in memory.
      const copy = JSON.parse(JSON.stringify(name)) as string;
      if (copies.size < MOST_SERIES) copies.set(copy, copy);
      return copy;
    },
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out of names
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** A name without control characters, which nothing shows and plans refuse. */
function plainText(cell: string): string {
  const text = cell.trim();
  return text.length > 0 && text.search(CONTROLS) >= 0 ? text.replace(CONTROLS, ' ').trim() : text;
}
