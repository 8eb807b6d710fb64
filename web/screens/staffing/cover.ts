import type { StaffAnswer, StaffStream } from '../../../engine/answers';

/** Agents by interval, of one stream or of several added up; NaN where closed. */
export interface Cover {
  readonly intervals: readonly string[];
  readonly contacts: Float64Array;
  readonly required: Float64Array;
  readonly available: Float64Array;
}

/** Adds up streams by interval. An interval is closed when none of them takes contacts in it and none needs anybody. */
export function coverOf(answer: StaffAnswer, streams: readonly StaffStream[]): Cover {
  const count = answer.intervals.length;
  const contacts = new Float64Array(count).fill(Number.NaN);
  const required = new Float64Array(count).fill(Number.NaN);
  const available = new Float64Array(count).fill(Number.NaN);
  for (const stream of streams) {
    for (let at = 0; at < count; at++) {
      const need = stream.requiredAgents[at] ?? 0;
      if ((stream.open[at] ?? 0) <= 0 && need <= 0) continue;
      add(contacts, at, stream.contacts[at] ?? 0);
      add(required, at, need);
      add(available, at, stream.availableAgents[at] ?? 0);
    }
  }
  return { intervals: answer.intervals, contacts, required, available };
}

function add(row: Float64Array, at: number, value: number): void {
  const before = row[at] ?? Number.NaN;
  row[at] = (Number.isNaN(before) ? 0 : before) + value;
}

/** Where each interval stands in a grid of days by times of the day; the clock's change may leave gaps or double up. */
export interface DayGrid {
  readonly days: readonly string[];
  readonly times: readonly string[];
  /** Positions of the intervals that a cell stands for: one, none in a skipped hour, two in a doubled one. */
  readonly at: readonly (readonly (readonly number[])[])[];
}

/** Lays intervals out by day and time of day. */
export function dayGrid(answer: StaffAnswer): DayGrid {
  const perDay = Math.round(1440 / answer.intervalMinutes);
  const times = Array.from({ length: perDay }, (_, slot) => clock(slot * answer.intervalMinutes));
  const days = answer.days;
  const dayAt = new Map(days.map((day, index) => [day, index]));
  const at: number[][][] = days.map(() => times.map(() => []));
  answer.intervals.forEach((interval, index) => {
    const day = dayAt.get(interval.slice(0, 10));
    const minutes = Number(interval.slice(11, 13)) * 60 + Number(interval.slice(14, 16));
    const time = Math.floor(minutes / answer.intervalMinutes);
    if (day !== undefined) at[day]?.[time]?.push(index);
  });
  return { days, times, at };
}

/** One figure a cell; where a cell stands for two intervals, the one with the fewest to spare. */
export function gridValues(grid: DayGrid, figure: (at: number) => number, worst: 'least' | 'most'): Float64Array[] {
  return grid.at.map((row) =>
    Float64Array.from(row, (cell) => {
      const values = cell.map(figure).filter((value) => !Number.isNaN(value));
      if (values.length === 0) return Number.NaN;
      return worst === 'least' ? Math.min(...values) : Math.max(...values);
    }),
  );
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
