import { OTHER_NAMES, ZONES } from './zone-data';

/** A zone's clock since 1970: how far ahead of UTC it runs at first, and each change. Minutes, ascending. */
export interface ZoneClock {
  readonly offsetAtStart: number;
  readonly instants: readonly number[];
  readonly offsets: readonly number[];
}

/** Two days before 1970-01-01T00:00Z: where the data's first clock change counts from. */
const FROM = -2 * 1440;

/** Lines of the data by the name in small letters; a line is read when its zone is first asked for. */
let lines: Map<string, string> | null = null;
const read = new Map<string, ZoneClock>();

/**
 * The clock of a zone of the IANA database, or null where there is none of that name; capitals don't matter.
 *
 * The data ships with the engine, so that a plan has the same shifts in every browser and on every server, whatever
 * edition of the database these bring along. After 2069 clocks stay as they are.
 */
export function zoneClock(zone: string): ZoneClock | null {
  const name = zone.toLowerCase();
  const known = read.get(name);
  if (known) return known;
  lines ??= linesByName();
  const line = lines.get(name);
  if (line === undefined) return null;
  const clock = readLine(line);
  read.set(name, clock);
  return clock;
}

function linesByName(): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of ZONES.trim().split('\n')) found.set(line.slice(0, line.indexOf(' ')).toLowerCase(), line);
  for (const pair of OTHER_NAMES.trim().split('\n')) {
    const [zone = '', other = ''] = pair.toLowerCase().split(' ');
    const line = found.get(zone);
    if (line !== undefined) found.set(other, line);
  }
  return found;
}

function readLine(line: string): ZoneClock {
  const [, start = '0', ...words] = line.split(' ');
  const offsetAtStart = Number.parseInt(start, 36);
  const instants: number[] = [];
  const offsets: number[] = [];
  let instant = FROM;
  let before = Number.NaN;
  let offset = offsetAtStart;
  for (const word of words) {
    const [span = '', to] = word.split(':');
    instant += Number.parseInt(span, 36);
    const next = to === undefined ? before : Number.parseInt(to, 36);
    before = offset;
    offset = next;
    instants.push(instant);
    offsets.push(offset);
  }
  return { offsetAtStart, instants, offsets };
}
