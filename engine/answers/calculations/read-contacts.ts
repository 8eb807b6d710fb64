import { dayNumber, isDate, MINUTES_PER_DAY } from '../../calendar';
import type { CsvTable } from '../../demand';
import { InputFault, type Issue, issue } from '../../units';

/** Contacts by interval and stream, as a file has them. */
export interface ContactsTable {
  /** The name of the column of times, and the times as they are written, in the file's order. */
  readonly timeColumn: string;
  readonly times: readonly string[];
  readonly intervalMinutes: number;
  readonly streams: readonly { readonly name: string; readonly contacts: Float64Array }[];
  /** What was assumed, in sentences. */
  readonly notes: readonly string[];
}

const MOST_ISSUES = 50;
const NUMBER = /^\d+(\.\d*)?(e[+-]?\d+)?$|^\.\d+(e[+-]?\d+)?$/i;

/**
 * Contacts of a table with a column a stream, or of a long one with the columns stream (or series), timestamp, and contacts
 * (value, mean). The interval is that given, or the shortest step between times. Every wrong cell is named with its line.
 */
export function readContacts(csv: CsvTable, givenMinutes: number | null): ContactsTable {
  const plain = csv.columns.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const find = (...names: string[]) => plain.findIndex((name) => names.includes(name));
  const stream = find('stream', 'series', 'queue', 'skill');
  const value = find('contacts', 'value', 'mean', 'calls', 'volume');
  const time = find('timestamp', 'time', 'date', 'interval', 'datetime');
  const issues: Issue[] = [];
  const isLong = stream >= 0 && value >= 0 && time >= 0;
  const found = isLong ? longTable(csv, stream, time, value, issues) : wideTable(csv, Math.max(0, time), issues);
  const minutes = givenMinutes ?? stepOf(found.times);
  if (minutes === null) {
    issues.push(
      issue(
        'contacts.interval',
        'interval',
        found.times.slice(0, 2).join(', '),
        'times such as 2027-01-04T09:30 with one step, or the interval said in minutes',
      ),
    );
  }
  if (issues.length > 0) throw new InputFault(issues.slice(0, MOST_ISSUES));
  return { timeColumn: csv.columns[Math.max(0, time)]!, intervalMinutes: minutes!, ...found };
}

type Found = Pick<ContactsTable, 'times' | 'streams' | 'notes'>;

function wideTable({ columns, rows, lineNumbers }: CsvTable, time: number, issues: Issue[]): Found {
  const places = columns.map((_, at) => at).filter((at) => at !== time);
  const streams = places.map((at) => ({ name: columns[at]!.trim(), contacts: new Float64Array(rows.length) }));
  const times = rows.map((cells, row) => {
    places.forEach((place, at) => {
      streams[at]!.contacts[row] = count(
        cells[place] ?? '',
        () => `line ${lineNumbers[row]}, column ${columns[place]}`,
        issues,
      );
    });
    return (cells[time] ?? '').trim();
  });
  return { times, streams, notes: [] };
}

function longTable(
  { rows, lineNumbers }: CsvTable,
  stream: number,
  time: number,
  value: number,
  issues: Issue[],
): Found {
  const placeOf = new Map<string, number>();
  const byStream = new Map<string, Map<number, number>>();
  rows.forEach((cells, row) => {
    const line = () => `line ${lineNumbers[row]}`;
    const name = (cells[stream] ?? '').trim();
    const known = byStream.get(name) ?? new Map<number, number>();
    byStream.set(name, known);
    const written = (cells[time] ?? '').trim();
    // Where clocks go back an hour of the night comes twice.
    const isAgain = known.has(placeOf.get(written) ?? -1) && /[T ]0[0-3]:/.test(written);
    const at = isAgain ? `${written} (again)` : written;
    let place = placeOf.get(at);
    if (place === undefined) {
      place = placeOf.size;
      placeOf.set(at, place);
    }
    if (known.has(place) && issues.length < MOST_ISSUES) {
      issues.push(issue('contacts.twice', line(), `${name}, ${at}`, 'each time of a stream once'));
    }
    known.set(
      place,
      count(cells[value] ?? '', () => `${line()}, contacts`, issues),
    );
  });
  // Times in order where they sort as text, as ISO times do; otherwise as they came.
  const times = [...placeOf.keys()];
  const sorted = times.every((one) => /^\d{4}-\d{2}-\d{2}/.test(one)) ? [...times].sort() : times;
  const absent = [...byStream.values()].reduce((sum, known) => sum + times.length - known.size, 0);
  return {
    times: sorted,
    streams: [...byStream].map(([name, known]) => ({
      name,
      contacts: Float64Array.from(sorted, (one) => known.get(placeOf.get(one)!) ?? 0),
    })),
    notes: absent > 0 ? [`${absent.toLocaleString('en')} times without a row of their stream have no contacts.`] : [],
  };
}

function count(cell: string, place: () => string, issues: Issue[]): number {
  const text = cell.trim();
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (number <= 1e8) return number;
  if (issues.length < MOST_ISSUES) {
    issues.push(
      issue(
        'contacts.count',
        place(),
        text === '' ? undefined : text,
        'a number of contacts from 0 to 1e8; 0 where closed',
      ),
    );
  }
  return 0;
}

/** The shortest step between times that follow one another near the start, in minutes; null where they are no dates. */
function stepOf(times: readonly string[]): number | null {
  const minutes = times.slice(0, 200).map(minutesOf);
  let step = Number.POSITIVE_INFINITY;
  minutes.forEach((here, at) => {
    const before = at > 0 ? minutes[at - 1] : null;
    if (here !== null && before !== null && before !== undefined && here > before) step = Math.min(step, here - before);
  });
  return step >= 1 && step <= MINUTES_PER_DAY ? step : null;
}

function minutesOf(time: string): number | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(time);
  const [, date, hour = '0', minute = '0'] = found ?? [];
  return isDate(date) ? dayNumber(date) * MINUTES_PER_DAY + Number(hour) * 60 + Number(minute) : null;
}
