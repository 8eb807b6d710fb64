/** Minutes since 1970-01-01 00:00 of a wall clock: a plain count, which no zone or clock change bends. */
export type WallMinutes = number;

const WALL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/;

/**
 * Wall minutes of an ISO date or wall time; NaN where the text is neither.
 *
 * @example wallMinutes('1970-01-02T01:30') // 1530
 */
export function wallMinutes(text: string): WallMinutes {
  const match = WALL.exec(text);
  if (!match) return Number.NaN;
  const [, year, month, day, hour, minute] = match;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0)) / 60_000;
}

/** Whether a text names a time of day and not only a date. */
export function hasClock(text: string): boolean {
  return text.length > 10;
}

/** ISO date of wall minutes, and its wall time: `2027-01-04T07:30`. */
export function isoWall(at: WallMinutes): string {
  return new Date(at * 60_000).toISOString().slice(0, 16);
}

// Wall time is written as if it were UTC, and formatted as UTC: the reader's own zone never enters.
const written = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const formats = {
  day: written({ day: 'numeric', month: 'short' }),
  month: written({ month: 'short' }),
  year: written({ year: 'numeric' }),
  monthYear: written({ month: 'short', year: 'numeric' }),
  date: written({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
  weekday: written({ weekday: 'short', day: 'numeric', month: 'short' }),
  weekdayDay: written({ weekday: 'short', day: 'numeric' }),
  clock: written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
};

/** Wall minutes as a planner writes them: `4 Jan`, `Mon 4 Jan 2027`, `07:30`. */
export function formatWall(at: WallMinutes, as: keyof typeof formats): string {
  return formats[as].format(at * 60_000);
}

/**
 * A date or wall time as text for a readout.
 *
 * @example readableWall('2027-01-04T07:30') // 'Mon, 4 Jan 2027, 07:30'
 */
export function readableWall(text: string, timeOfDay = false): string {
  const at = wallMinutes(text);
  if (Number.isNaN(at)) return text;
  if (timeOfDay) return formatWall(at, 'clock');
  return hasClock(text) ? `${formatWall(at, 'date')}, ${formatWall(at, 'clock')}` : formatWall(at, 'date');
}
