import type { ColumnRoles } from './column-roles';
import type { GapRun } from './describe-calendar';
import type { ImportFinding } from './finding';
import type { Gridded } from './grid-series';
import type { ImportCorrections } from './import-corrections';
import type { UnreadCells } from './read-rows';
import type { SkippedRows } from './skipped-rows';
import type { Survey } from './survey';
import { ORDER_NAMES } from './time-reader';
import type { ZeroRun } from './zero-runs';

interface Found {
  readonly survey: Survey;
  readonly roles: ColumnRoles;
  /** The order of day and month, where every date could be read both ways. */
  readonly openOrder: 'dmy' | 'mdy' | null;
  /** Counts could have decimals or thousands behind their points. */
  readonly openMarks: boolean;
  /** Cells beside the counts that could not be read. */
  readonly unread: UnreadCells;
  readonly skipped: readonly SkippedRows[];
  readonly totalSeries: readonly string[];
  readonly built: Gridded;
  readonly gaps: readonly GapRun[];
  readonly missingDates: readonly string[];
  readonly zeroRuns: readonly ZeroRun[];
  readonly zone: string | null;
  readonly corrections: ImportCorrections;
}

const SKIPPED: Readonly<Record<SkippedRows['reason'], string>> = {
  totals: 'of totals passed over',
  header: 'with the names of the columns again passed over',
  footer: 'below the table passed over',
  incomplete: 'passed over: their intervals were not over when the file was made',
};
const LISTED = 40;

/** Everything odd that was found, each with what was done and what could be done instead. */
export function listFindings(found: Found): readonly ImportFinding[] {
  return [
    ...aboutGuesses(found),
    ...aboutRows(found),
    ...aboutHours(found),
    ...aboutHoles(found),
    ...aboutZeros(found),
  ];
}

function aboutGuesses({ survey, roles, openOrder, openMarks }: Found): ImportFinding[] {
  const findings: ImportFinding[] = [];
  if (openOrder) {
    const other = openOrder === 'dmy' ? 'mdy' : 'dmy';
    findings.push({
      kind: 'date-order',
      id: 'date-order',
      sentence: `Every date could be read both ways; taken as ${ORDER_NAMES[openOrder]}, the likelier here.`,
      choices: [{ label: `Read as ${ORDER_NAMES[other]}`, correction: { dateOrder: other } }],
    });
  }
  if (openMarks) {
    findings.push({
      kind: 'marks',
      id: 'marks',
      sentence: 'Every count has a point before three digits; read as decimals, so that 5.000 is five.',
      choices: [{ label: 'They are thousands', correction: { decimalMark: ',', thousandsMark: true } }],
    });
  }
  if (roles.rowsAre === 'contacts') {
    findings.push({
      kind: 'rows',
      id: 'rows',
      sentence: 'Every row is one contact; they are counted by interval.',
      choices: [{ label: 'Rows are counts', correction: { rowsAre: 'counts' } }],
    });
  }
  const { handleTime } = roles;
  if (handleTime) {
    const names = handleTime.columns.map((i) => `“${survey.columns[i]}”`).join(' and ');
    const isMean = handleTime.per === 'contact';
    findings.push({
      kind: 'handle-time',
      id: 'handle-time',
      sentence: `Handle time from ${names}: ${isMean ? 'a mean for each contact' : 'the total of the interval'}${handleTime.isPlain ? `, in ${handleTime.unit}` : ''}.`,
      choices: [
        ...(roles.rowsAre === 'contacts'
          ? []
          : [
              isMean
                ? { label: 'It is the total', correction: { handleTimeIs: 'total' as const } }
                : { label: 'It is a mean', correction: { handleTimeIs: 'average' as const } },
            ]),
        { label: 'Leave it out', correction: { handleTime: null } },
      ],
    });
  }
  return findings;
}

function aboutRows({ survey, skipped, totalSeries, built, corrections, unread }: Found): ImportFinding[] {
  const findings: ImportFinding[] = [];
  if (unread.count > 0) {
    const shown = unread.first.map(({ line, column, cell }) => `line ${line}, column ${column}: “${cell}”`);
    findings.push({
      kind: 'unread',
      id: 'unread',
      sentence: `${counted(unread.count, 'cell')} of handle time or contacts handled could not be read and count as unknown: ${shown.join('; ')}${unread.count > shown.length ? ' and more' : ''}.`,
      choices: [],
    });
  }
  if (survey.titles.length > 0) {
    findings.push({
      kind: 'titles',
      id: 'titles',
      sentence: `${counted(survey.titles.length, 'row')} of titles above the names of the columns (${lines(survey.titles.map(({ line }) => line))}).`,
      choices: [],
    });
  }
  for (const { reason, count, lines: at, sample } of skipped) {
    findings.push({
      kind: reason,
      id: reason,
      sentence: `${counted(count, 'row')} ${SKIPPED[reason]}: ${lines(at)}${count > at.length ? ' and more' : ''}${sample === '' ? '' : `, such as “${sample}”`}.`,
      choices: reason === 'totals' ? [{ label: 'Read them as data', correction: { totals: 'keep' } }] : [],
    });
  }
  if (totalSeries.length > 0) {
    findings.push({
      kind: 'total-series',
      id: 'total-series',
      sentence: `${totalSeries.map((name) => `“${name}”`).join(', ')} adds up the other series and is left out.`,
      choices: [{ label: 'Keep it', correction: { totals: 'keep' } }],
    });
  }
  if (built.joined > 0) {
    const how = { sum: 'added up', mean: 'averaged', first: 'counted once, the first' }[
      corrections.duplicates as 'sum' | 'mean' | 'first'
    ];
    findings.push({
      kind: 'duplicate',
      id: 'duplicate',
      sentence: `${counted(built.joined, 'row')} of a time that was there already: ${how}.`,
      choices: [{ label: 'Refuse them', correction: { duplicates: 'refuse' } }],
    });
  }
  return findings;
}

function aboutHours({ built, zone, corrections }: Found): ImportFinding[] {
  const findings: ImportFinding[] = [];
  if (built.repeated.length > 0) {
    const sum = corrections.repeatedHour === 'sum';
    findings.push({
      kind: 'repeated-hour',
      id: 'repeated-hour',
      sentence: `The hour doubled when daylight saving ended is there twice (${some(built.repeated)}); ${sum ? 'the two are added up' : 'the mean of the two is kept'}.`,
      choices: [
        sum
          ? { label: 'Keep their mean', correction: { repeatedHour: 'mean' } }
          : { label: 'Add them up', correction: { repeatedHour: 'sum' } },
      ],
    });
  }
  if (built.skipped.length > 0) {
    findings.push({
      kind: 'skipped-hour',
      id: 'skipped-hour',
      sentence: `Contacts at times that clocks of ${zone ?? 'the zone'} skip (${some(built.skipped)}): is that the right zone?`,
      choices: [],
    });
  }
  return findings;
}

function aboutHoles({ gaps, missingDates, built }: Found): ImportFinding[] {
  const asZero = { label: 'Read absent times as 0', correction: { absent: 'zero' as const } };
  const asMissing = { label: 'Read absent times as missing', correction: { absent: 'missing' as const } };
  const findings: ImportFinding[] = [];
  if (missingDates.length > 0) {
    findings.push({
      kind: 'closed-day',
      id: 'closed-day',
      sentence: `${counted(missingDates.length, 'day')} without data on weekdays that usually have some: ${some(missingDates)}. Closed or lost, they count as missing, not as 0.`,
      choices: [asZero],
    });
  }
  const short = gaps.filter(({ from, to }) => from.slice(0, 10) === to.slice(0, 10));
  if (short.length > 0) {
    const named = short.slice(0, LISTED).map(({ from, to }) => (from === to ? from : `${from} to ${to.slice(11)}`));
    findings.push({
      kind: 'gap',
      id: 'gap',
      sentence: `${counted(short.length, 'gap')} within days, ${counted(
        short.reduce((sum, gap) => sum + gap.intervals, 0),
        'interval',
      )}: ${some(named)}. They count as missing.`,
      choices: [asZero],
    });
  }
  if (built.absent === 'zero') {
    const note = built.notes.find((one) => one.includes(' 0'));
    findings.push({ kind: 'gap', id: 'absent', sentence: note ?? 'Absent times are read as 0.', choices: [asMissing] });
  }
  return findings;
}

function aboutZeros({ zeroRuns, corrections }: Found): ImportFinding[] {
  const taken = corrections.asMissing ?? [];
  return zeroRuns.slice(0, LISTED).map((run) => {
    const isMissing = taken.includes(run.id);
    const span = run.from === run.to ? run.from : `${run.from} to ${run.to}`;
    const others = taken.filter((id) => id !== run.id);
    return {
      kind: 'zero-run',
      id: run.id,
      sentence: `${run.series}: no contact at all ${span}, where other weeks had about ${Math.round(run.expected)}; ${isMissing ? 'taken as missing' : 'kept as 0'}.`,
      choices: [
        isMissing
          ? { label: 'Keep as 0', correction: { asMissing: others } }
          : { label: 'Take as missing', correction: { asMissing: [...others, run.id] } },
      ],
    };
  });
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

function lines(at: readonly number[]): string {
  return `${at.length === 1 ? 'line' : 'lines'} ${at.join(', ')}`;
}

function some(texts: readonly string[]): string {
  const shown = texts.slice(0, 8).join(', ');
  return texts.length > 8 ? `${shown} and ${texts.length - 8} more` : shown;
}
