import type { ImportCorrections as Corrections, HistoryPreview } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { stepName } from './history-lines';

/** A guess that can be corrected by one choice. */
export interface CorrectionField {
  readonly label: string;
  /** What was inferred; null while it is not known, because the file was refused. */
  readonly found: string | null;
  readonly choices: readonly (readonly [value: string, name: string])[];
  /** The planner's choice; undefined where it is as found. */
  readonly value: string | undefined;
  readonly correct: (value: string | undefined) => Partial<Corrections>;
}

const NONE = '\u0000none';
const GRAINS = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 10_080];
const DELIMITERS: readonly (readonly [string, string])[] = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
];
const ORDERS: readonly (readonly [string, string])[] = [
  ['ymd', 'year, month, day'],
  ['dmy', 'day, month, year'],
  ['mdy', 'month, day, year'],
];
const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;

interface Subject {
  readonly plan: Plan;
  readonly preview: HistoryPreview;
  readonly corrections: Corrections;
}

/** Every guess about a file, whether it was taken or refused. */
export function correctionFields(subject: Subject): readonly CorrectionField[] {
  return [...columnFields(subject), ...timeFields(subject), ...writingFields(subject), ...meaningFields(subject)];
}

function columnFields({ preview, corrections }: Subject): CorrectionField[] {
  const { allColumns, understood } = preview;
  if (allColumns.length === 0) return [];
  const columns = understood?.columns;
  const names = allColumns.map((column) => [column, column] as const);
  const withNone = [[NONE, 'none'] as const, ...names];
  const orNull = (name: string | undefined) => (name === NONE ? null : name);
  return [
    {
      label: 'Time',
      found: columns ? (columns.timestamp ?? 'a title or the names of columns') : null,
      choices: names,
      value: corrections.timestamp,
      correct: (timestamp) => ({ timestamp }),
    },
    {
      label: 'Time of day',
      found: found(columns?.timeOfDay),
      choices: names,
      value: corrections.timeOfDay,
      correct: (timeOfDay) => ({ timeOfDay }),
    },
    {
      label: 'Count',
      found: columns ? listed(columns.values) : null,
      choices: names,
      value: one(corrections.value),
      correct: (value) => ({ value }),
    },
    {
      label: 'Series',
      found: columns ? listed(columns.series) : null,
      choices: withNone,
      value: one(corrections.series),
      correct: (series) => ({ series: orNull(series) }),
    },
    {
      label: 'Handled',
      found: found(columns?.handled),
      choices: withNone,
      value: one(corrections.handled),
      correct: (handled) => ({ handled: orNull(handled) }),
    },
    {
      label: 'Handle time',
      found: columns ? listed(columns.handleTime) : null,
      choices: withNone,
      value: one(corrections.handleTime),
      correct: (handleTime) => ({ handleTime: orNull(handleTime) }),
    },
    {
      label: 'Handle time is',
      found: found(understood?.handleTimeIs),
      choices: [
        ['average', 'a mean for each contact'],
        ['total', 'the total of the interval'],
      ],
      value: corrections.handleTimeIs,
      correct: (is) => ({ handleTimeIs: is as Corrections['handleTimeIs'] }),
    },
    {
      label: 'Plain handle times in',
      found: found(understood?.handleTimeUnit),
      choices: [
        ['seconds', 'seconds'],
        ['minutes', 'minutes'],
        ['milliseconds', 'milliseconds'],
      ],
      value: corrections.handleTimeUnit,
      correct: (unit) => ({ handleTimeUnit: unit as Corrections['handleTimeUnit'] }),
    },
  ];
}

function timeFields({ plan, preview, corrections }: Subject): CorrectionField[] {
  const { understood } = preview;
  const zones = zonesOf(plan).map((zone) => [zone, zone] as const);
  const order = ORDERS.find(([key]) => key === understood?.dateOrder)?.[1];
  return [
    {
      label: 'Step',
      found: understood ? (preview.grainMinutes === null ? 'running numbers' : stepName(preview.grainMinutes)) : null,
      choices: GRAINS.map((minutes) => [String(minutes), stepName(minutes)] as const),
      value: corrections.grainMinutes === undefined ? undefined : String(corrections.grainMinutes),
      correct: (minutes) => ({ grainMinutes: minutes === undefined ? undefined : Number(minutes) }),
    },
    {
      label: 'Order of dates',
      found: order ?? null,
      choices: ORDERS,
      value: corrections.dateOrder,
      correct: (dateOrder) => ({ dateOrder: dateOrder as Corrections['dateOrder'] }),
    },
    {
      label: 'Times are written in',
      found: understood ? understood.writtenOffsets.slice(0, 3).join(', ') || 'no zone stated' : null,
      choices: zones,
      value: corrections.writtenIn,
      correct: (writtenIn) => ({ writtenIn }),
    },
    {
      label: 'Keep local time of',
      found: understood ? (understood.zoneId ?? 'as written') : null,
      choices: zones,
      value: corrections.zone,
      correct: (zone) => ({ zone }),
    },
  ];
}

function writingFields({ preview, corrections }: Subject): CorrectionField[] {
  const { understood } = preview;
  const delimiter = DELIMITERS.find(([key]) => key === understood?.delimiter)?.[1];
  return [
    {
      label: 'Decimal mark',
      found: understood ? (understood.decimalMark === ',' ? 'comma' : 'point') : null,
      choices: [
        ['.', 'point'],
        [',', 'comma'],
      ],
      value: corrections.decimalMark,
      correct: (mark) => ({ decimalMark: mark as Corrections['decimalMark'] }),
    },
    {
      label: 'Thousands mark',
      found: understood ? (understood.thousandsMark ? 'yes' : 'none') : null,
      choices: [
        ['yes', 'yes, drop it'],
        ['no', 'none'],
      ],
      value: yesNo(corrections.thousandsMark),
      correct: (answer) => ({ thousandsMark: answer === undefined ? undefined : answer === 'yes' }),
    },
    {
      label: 'Columns parted by',
      found: delimiter ?? null,
      choices: DELIMITERS,
      value: corrections.delimiter,
      correct: (mark) => ({ delimiter: mark as Corrections['delimiter'] }),
    },
    {
      label: 'First line',
      found: understood ? (understood.hasHeader ? 'names of columns' : 'data') : null,
      choices: [
        ['yes', 'names of columns'],
        ['no', 'data'],
      ],
      value: yesNo(corrections.hasHeader),
      correct: (answer) => ({ hasHeader: answer === undefined ? undefined : answer === 'yes' }),
    },
    {
      label: 'Letters encoded as',
      found: found(understood?.encoding),
      choices: ENCODINGS.map((name) => [name, name] as const),
      value: corrections.encoding,
      correct: (encoding) => ({ encoding: encoding as Corrections['encoding'] }),
    },
  ];
}

function meaningFields({ preview, corrections }: Subject): CorrectionField[] {
  const { understood } = preview;
  return [
    {
      label: 'A row is',
      found: understood ? (understood.rowsAre === 'contacts' ? 'one contact' : 'a count') : null,
      choices: [
        ['counts', 'a count'],
        ['contacts', 'one contact'],
      ],
      value: corrections.rowsAre,
      correct: (rowsAre) => ({ rowsAre: rowsAre as Corrections['rowsAre'] }),
    },
    {
      label: 'An absent time is',
      found: understood ? (understood.absent === 'zero' ? 'no contacts' : 'missing data') : null,
      choices: [
        ['missing', 'missing data'],
        ['zero', 'no contacts'],
      ],
      value: corrections.absent,
      correct: (absent) => ({ absent: absent as Corrections['absent'] }),
    },
    {
      label: 'A doubled time',
      found: 'an error',
      choices: [
        ['sum', 'is added up'],
        ['mean', 'is averaged'],
        ['first', 'counts once, the first'],
      ],
      value: corrections.duplicates === 'refuse' ? undefined : corrections.duplicates,
      correct: (duplicates) => ({ duplicates: duplicates as Corrections['duplicates'] }),
    },
    {
      label: 'Totals in the file',
      found: 'skipped',
      choices: [['keep', 'are read as data']],
      value: corrections.totals === 'skip' ? undefined : corrections.totals,
      correct: (totals) => ({ totals: totals as Corrections['totals'] }),
    },
  ];
}

/** Zones of the plan, its own first, and UTC. */
function zonesOf(plan: Plan): readonly string[] {
  return [
    ...new Set([
      plan.calendar.zone,
      ...plan.markets.map(({ zone }) => zone),
      ...plan.sites.map(({ zone }) => zone),
      'UTC',
    ]),
  ];
}

function found(name: string | null | undefined): string | null {
  return name === undefined ? null : (name ?? 'none');
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  return names.length <= 3 ? names.join(' + ') : `${names.length} columns`;
}

function one(choice: string | readonly string[] | null | undefined): string | undefined {
  if (choice === null) return NONE;
  return typeof choice === 'string' ? choice : undefined;
}

function yesNo(choice: boolean | undefined): string | undefined {
  return choice === undefined ? undefined : choice ? 'yes' : 'no';
}
