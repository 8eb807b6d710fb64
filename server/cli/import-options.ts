import type { Delimiter, HistoryAnswer, ImportCorrections } from '../../engine/answers';
import type { OptionReader } from './options';
import type { VerbOption } from './verb';

const DELIMITERS: Readonly<Record<string, Delimiter>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };

/** Options that correct what was inferred from a file. */
export const importOptions: Readonly<Record<string, VerbOption>> = {
  timestamp: { type: 'string', value: 'COLUMN', help: 'the column of times' },
  'time-of-day': { type: 'string', value: 'COLUMN', help: 'a column of times of day beside one of dates' },
  value: { type: 'string', multiple: true, value: 'COLUMN', help: 'a column of counts; may be given again' },
  series: {
    type: 'string',
    multiple: true,
    value: 'COLUMN',
    help: 'a column that names the series, or none; may be given again',
  },
  handled: { type: 'string', value: 'COLUMN', help: 'the column of contacts handled, or none' },
  'handle-time': {
    type: 'string',
    multiple: true,
    value: 'COLUMN',
    help: 'a column of handle times, or none; several are added up',
  },
  'handle-time-is': {
    type: 'string',
    value: 'average|total',
    help: 'a mean for each contact, or the interval’s total',
  },
  'handle-time-unit': { type: 'string', value: 'UNIT', help: 'of plain numbers: seconds, minutes or milliseconds' },
  'rows-are': { type: 'string', value: 'counts|contacts', help: 'counts of an interval, or one contact each' },
  interval: { type: 'string', value: 'MINUTES', help: 'the interval of the rows, or in which contacts are counted' },
  'date-order': { type: 'string', value: 'ymd|dmy|mdy', help: 'order of day, month and year' },
  'decimal-mark': { type: 'string', value: '.|,', help: 'decimal mark of the counts' },
  delimiter: { type: 'string', value: 'NAME', help: 'comma, semicolon, tab or bar' },
  encoding: { type: 'string', value: 'NAME', help: 'utf-8, utf-16le, utf-16be or windows-1252' },
  zone: { type: 'string', value: 'ZONE', help: 'whose local time is wanted, such as Europe/Berlin' },
  'written-in': { type: 'string', value: 'ZONE', help: 'the zone of times that state none, such as UTC' },
  absent: { type: 'string', value: 'missing|zero', help: 'what a time without a row means inside the opening hours' },
  duplicates: { type: 'string', value: 'refuse|sum|mean|first', help: 'what a second row for a time means (refuse)' },
  'repeated-hour': {
    type: 'string',
    value: 'mean|sum',
    help: 'what becomes of the hour that clocks show twice (mean)',
  },
  totals: { type: 'string', value: 'skip|keep', help: 'whether rows of totals are passed over (skip)' },
  sheet: { type: 'string', value: 'NAME', help: 'the sheet of a workbook; the first without it' },
};

/** The option that sets a correction: `dateOrder` is `--date-order`, the grain `--interval`. */
export function optionOf(correction: string): string {
  if (correction === 'grainMinutes') return '--interval';
  return `--${correction.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Options by the place that a fault of a correction names. */
export const correctionOptions: Readonly<Record<string, string>> = Object.fromEntries(
  ['timestamp', 'timeOfDay', 'value', 'series', 'handled', 'handleTime', 'grainMinutes', 'zone', 'writtenIn'].map(
    (name) => [`corrections, ${name}`, optionOf(name)],
  ),
);

/** The corrections that options ask for. */
export function importCorrections(options: OptionReader): ImportCorrections {
  const several = (name: string) => {
    const texts = options.texts(name);
    if (texts.length === 0) return undefined;
    return texts.length === 1 && texts[0] === 'none' ? null : texts;
  };
  const handled = options.text('handled');
  const value = options.texts('value');
  const delimiter = options.choice('delimiter', ['comma', 'semicolon', 'tab', 'bar']);
  return {
    timestamp: options.text('timestamp'),
    timeOfDay: options.text('time-of-day'),
    value: value.length > 0 ? value : undefined,
    series: several('series'),
    handled: handled === 'none' ? null : handled,
    handleTime: several('handle-time'),
    handleTimeIs: options.choice('handle-time-is', ['average', 'total']),
    handleTimeUnit: options.choice('handle-time-unit', ['seconds', 'minutes', 'milliseconds']),
    rowsAre: options.choice('rows-are', ['counts', 'contacts']),
    grainMinutes: options.number('interval', { min: 5, max: 10_080, whole: true }),
    dateOrder: options.choice('date-order', ['ymd', 'dmy', 'mdy']),
    decimalMark: options.choice('decimal-mark', ['.', ',']),
    delimiter: delimiter && DELIMITERS[delimiter],
    encoding: options.choice('encoding', ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
    zone: options.text('zone'),
    writtenIn: options.text('written-in'),
    absent: options.choice('absent', ['missing', 'zero']),
    duplicates: options.choice('duplicates', ['refuse', 'sum', 'mean', 'first']),
    repeatedHour: options.choice('repeated-hour', ['mean', 'sum']),
    totals: options.choice('totals', ['skip', 'keep']),
  };
}

const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** What was inferred from a file, a line each, for people. */
export function inferredLines(history: HistoryAnswer): string {
  const { columns, layout, clock, histories } = history;
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(' and ');
  const time = [columns.timestamp, columns.timeOfDay].filter((name) => name !== null);
  const step = clock.kind === 'steps' ? 'running numbers' : `every ${clock.grainMinutes} minutes`;
  const lines = [
    `Layout: ${layout?.name ?? 'a free table'}, ${NAMES[history.delimiter] ?? 'other'} separated, ${history.encoding}${history.hasHeader ? '' : ', without a header'}`,
    `Times: ${time.length > 0 ? quoted(time) : 'a title or the names of columns'}, ${step}${history.dateOrder ? `, read as ${history.dateOrder}` : ''}; ${history.zone}`,
    history.rowsAre === 'contacts'
      ? 'Counts: every row is one contact'
      : `Counts: ${listed(columns.values)}${columns.handled ? `, handled "${columns.handled}"` : ''}`,
    `Series: ${histories.length}${columns.series.length > 0 ? ` by ${quoted(columns.series)}` : ''}`,
    ...(columns.handleTime.length > 0
      ? [`Handle time: ${quoted(columns.handleTime)}, ${history.handleTimeIs}, ${history.handleTimeUnit}`]
      : []),
  ];
  const said = new Set(history.findings.map(({ sentence }) => sentence));
  return [
    ...lines,
    ...history.findings.map(({ sentence }) => `Found: ${sentence}`),
    ...history.notes.filter((note) => !said.has(note)).map((note) => `Note: ${note}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function listed(names: readonly string[]): string {
  if (names.length <= 4) return names.map((name) => `"${name}"`).join(' and ');
  return `${names.length} columns from "${names[0]}" to "${names.at(-1)}"`;
}
