import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { GRAINS_MINUTES } from '../history';
import type { ImportInput } from './byte-source';
import { type DateOrder, timeParts } from './cells';
import { type ColumnRoles, columnRoles } from './column-roles';
import { guessDateOrder } from './date-order';
import { clockChanges } from './daylight-saving';
import { describeCalendar } from './describe-calendar';
import type { ImportFinding } from './finding';
import { gridSeries } from './grid-series';
import type { ImportCorrections } from './import-corrections';
import type { ImportPreview } from './import-preview';
import { recogniseLayout } from './layouts';
import { listFindings } from './list-findings';
import { guessMarks, type NumberMarks } from './number-marks';
import { type RowsRead, type RowsReading, readRows } from './read-rows';
import { type Survey, surveyFile } from './survey';
import { TimeReader } from './time-reader';
import { totalsAmong } from './totals-among';
import { takeAsMissing, zeroRuns } from './zero-runs';

/**
 * Infers what a file means as contact history, with every guess named and open to correction.
 *
 * Exports of Amazon Connect, Genesys Cloud, NICE CXone, Avaya CMS and Zendesk are recognised by their columns; free tables
 * may be long (series, time, value), wide (times of day or dates as columns), plain (time, count), or one row a contact.
 * Intervals of 5 minutes to a week, or running numbers. Any row in error refuses the whole. The file is read in pieces of
 * a megabyte; memory holds its rows as numbers (20 to 36 bytes each) and the result.
 * Valid: up to 5 million rows or 1 GB. Cost: O(characters), three passes at most.
 */
export function inferHistory(
  input: ImportInput,
  corrections: ImportCorrections = {},
  control?: RunControl,
  onSurvey?: (survey: Survey) => void,
): ImportPreview {
  const survey = surveyFile(input, corrections, within(control, 0, 0.1));
  onSurvey?.(survey);
  const layout = recogniseLayout(
    survey.columns,
    survey.titles.map(({ cells }) => cells.join(' ')),
  );
  const roles = columnRoles({ table: survey.sample, layout, hasTitleDate: survey.titleDate !== null }, corrections);
  const { read, reading, notes, isOrderOpen } = readAll(input, survey, roles, corrections, within(control, 0.1, 0.8));
  read.issues.refuse('Nothing was imported');
  if (read.bySeries.size === 0) {
    throw new InputFault([
      issue('import.no-rows', `line ${survey.firstLine}`, 'no row of data', 'at least one row with a time and a count'),
    ]);
  }
  checkpoint(control, 0.82, 'laying out times');
  const zone = zoneOf(corrections, reading.times);
  const changes = clockChanges(zone);
  const gridded = gridSeries(read.bySeries, {
    kind: roles.kind,
    grainMinutes:
      checkedGrain(corrections.grainMinutes) ?? (roles.rowsAre === 'contacts' ? reading.countInto : undefined),
    periods: corrections.periods,
    duplicates: corrections.duplicates ?? 'refuse',
    repeatedHour: corrections.repeatedHour ?? 'mean',
    absent: corrections.absent,
    counted: roles.rowsAre === 'contacts' || layout?.leavesOutZeros === true,
    column: roles.timestamp < 0 ? 'date' : survey.columns[roles.timestamp]!,
    changes,
    issues: read.issues,
  });
  const keepsTotals = corrections.totals === 'keep' || corrections.totalSeries === 'keep';
  const totalSeries = keepsTotals ? [] : totalsAmong(gridded.histories);
  const built = { ...gridded, histories: gridded.histories.filter(({ series }) => !totalSeries.includes(series)) };
  checkpoint(control, 0.92, 'looking for gaps');
  const runs = zeroRuns(built.histories);
  takeAsMissing(built.histories, runs, corrections.asMissing ?? []);
  const whole = describeCalendar(built.histories, changes);
  // Where absent times are 0, what is left without a value is closed.
  const calendar = built.absent === 'zero' ? { ...whole, gaps: [], missingDates: [] } : whole;
  const findings = listFindings({
    survey,
    roles,
    openOrder: isOrderOpen && reading.order !== 'ymd' ? reading.order : null,
    openMarks: reading.marks.isOpen,
    unread: read.unread,
    skipped: read.skips.all(),
    totalSeries,
    built,
    ...calendar,
    zeroRuns: runs,
    zone,
    corrections,
  });
  const names = (columns: readonly number[]) => columns.map((i) => survey.columns[i]!);
  const one = (column: number | null) => (column === null || column < 0 ? null : survey.columns[column]!);
  const said = findings.filter(({ kind }) => NOTED.has(kind)).map(({ sentence }) => sentence);
  return {
    layout: layout && { id: layout.id, name: layout.name },
    columns: {
      timestamp: one(roles.timestamp),
      timeOfDay: one(roles.timeOfDay),
      values: names(roles.values),
      series: names(roles.series),
      handled: one(roles.handled),
      handleTime: names(roles.handleTime?.columns ?? []),
    },
    rowsAre: roles.rowsAre,
    handleTimeIs: roles.handleTime && (roles.handleTime.per === 'contact' ? 'average' : 'total'),
    handleTimeUnit: roles.handleTime?.unit ?? null,
    delimiter: survey.delimiter,
    encoding: survey.encoding,
    hasHeader: survey.hasHeader,
    dateOrder: roles.kind === 'steps' ? null : reading.order,
    decimalMark: reading.marks.decimal,
    thousandsMark: reading.marks.thousands,
    clock: built.clock,
    zone: zoneText(corrections, reading.times, roles.kind),
    zoneId: zone,
    writtenOffsets: [...reading.times.zones].filter((offset) => offset !== '').slice(0, 20),
    absent: built.absent,
    rows: read.rows,
    ...calendar,
    zeros: read.zeros,
    missingCells: read.missingCells,
    notes: [...roles.notes, ...notes, ...said, ...built.notes],
    findings,
    histories: built.histories,
  };
}

/** Guesses that a list of notes names as well, for those who see no findings. */
const NOTED: ReadonlySet<ImportFinding['kind']> = new Set([
  'date-order',
  'handle-time',
  'marks',
  'rows',
  'repeated-hour',
  'unread',
]);

interface Reading extends RowsReading {
  readonly order: DateOrder;
}

/** Reads the rows; once more where they belie the order of dates or the marks of numbers that a first look suggested. */
function readAll(
  input: ImportInput,
  survey: Survey,
  roles: ColumnRoles,
  corrections: ImportCorrections,
  control: RunControl | undefined,
): { read: RowsRead; reading: Reading; notes: readonly string[]; isOrderOpen: boolean } {
  const guess = guessDateOrder(survey, roles, corrections.dateOrder);
  let order = guess.order;
  const numeric = { counts: roles.values, others: roles.handleTime?.columns ?? [] };
  let marks = guessMarks(survey.sample, numeric, corrections);
  for (let attempt = 0; ; attempt++) {
    const reading: Reading = { ...readingOf(survey, roles, corrections, order), marks, order };
    const read = readRows(input, reading, control);
    const { dayFirst, monthFirst } = reading.times;
    if (dayFirst && monthFirst && read.issues.has('import.time')) throw bothOrders(survey, roles, reading.times);
    const belied = dayFirst && !monthFirst ? 'dmy' : monthFirst && !dayFirst ? 'mdy' : order;
    const better = corrections.dateOrder === undefined && order !== 'ymd' ? belied : order;
    const reMarked =
      read.oddNumbers.length > 0 ? guessMarks(survey.sample, numeric, corrections, read.oddNumbers) : marks;
    if (attempt > 1 || (better === order && sameMarks(reMarked, marks))) {
      return { read, reading, notes: marks.notes, isOrderOpen: guess.isOpen && order === guess.order };
    }
    order = better;
    marks = reMarked;
  }
}

function readingOf(survey: Survey, roles: ColumnRoles, corrections: ImportCorrections, order: DateOrder) {
  const times = new TimeReader({
    kind: roles.kind,
    isSerial: roles.isSerial,
    isHhmm: roles.isHhmm,
    order,
    writtenIn: corrections.writtenIn,
    zone: corrections.zone,
  });
  const hasTimes =
    roles.timeOfDay !== null ||
    survey.sample.rows.some((row) => roles.timestamp >= 0 && timeParts(row[roles.timestamp]!)?.hasTime === true);
  return {
    survey,
    roles,
    times,
    fallbackName: roles.rowsAre === 'contacts' || roles.added ? 'contacts' : 'value',
    countInto: corrections.grainMinutes ?? (hasTimes ? 30 : 1440),
    totals: corrections.totals ?? ('skip' as const),
  };
}

function sameMarks(a: NumberMarks, b: NumberMarks): boolean {
  return a.decimal === b.decimal && a.thousands === b.thousands;
}

function bothOrders(survey: Survey, roles: ColumnRoles, { dayFirst, monthFirst }: TimeReader): InputFault {
  const name = survey.columns[roles.timestamp] ?? 'date';
  const fault = (at: { line: number; cell: string }, what: string) =>
    issue(
      'import.date-order',
      `line ${at.line}, column ${name}`,
      at.cell,
      `one order of day and month in the whole file; here the ${what} stands first`,
    );
  return new InputFault([fault(dayFirst!, 'day'), fault(monthFirst!, 'month')]);
}

/** The zone of the local times kept: the planner's, or UTC where every time says so. */
function zoneOf({ zone, writtenIn }: ImportCorrections, times: TimeReader): string | null {
  if (zone ?? writtenIn) return (zone ?? writtenIn)!;
  const stated = [...times.zones];
  return stated.length > 0 && stated.every((offset) => /^(Z|UTC|GMT|\+00:?00)$/.test(offset)) ? 'UTC' : null;
}

function zoneText({ zone, writtenIn }: ImportCorrections, times: TimeReader, kind: 'wall' | 'steps'): string {
  if (kind === 'steps') return 'running numbers, no dates';
  const stated = [...times.zones].filter((offset) => offset !== '');
  const written =
    stated.length > 0 ? `written with ${stated.slice(0, 3).join(', ')}` : writtenIn ? `written in ${writtenIn}` : '';
  if (zone) return written === '' ? `local time of ${zone}` : `${written}; read as local time of ${zone}`;
  if (writtenIn) return `local time of ${writtenIn}`;
  return written === '' ? 'local wall time, no zone stated' : `${written}; read as the local time that is written`;
}

function checkedGrain(grain: number | undefined): number | undefined {
  if (grain === undefined || (GRAINS_MINUTES as readonly number[]).includes(grain)) return grain;
  throw new InputFault([
    issue('import.grain', 'corrections, grainMinutes', grain, `one of ${GRAINS_MINUTES.join(', ')} minutes`),
  ]);
}

/** A control that reports a part of the whole. */
function within(control: RunControl | undefined, from: number, to: number): RunControl | undefined {
  if (!control) return undefined;
  return {
    shouldStop: control.shouldStop,
    onProgress: (share, label) => control.onProgress?.(from + (to - from) * share, label),
  };
}
