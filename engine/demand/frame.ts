import { MINUTES_PER_DAY, weekdayOfDay } from '../calendar';
import type { History } from './history';
import { openSlotsOfWeek } from './open-slots';
import { dayOfMinute } from './stamps';

/**
 * A history laid out as the models want it: one row a day (or a week, or a cycle of steps), one column a slot of the
 * day, closed weekdays and closed hours left out, so that "the same slot last week" is a fixed number of steps back.
 */
export interface Frame {
  /** Slots in a row. */
  readonly slots: number;
  /** Rows in a cycle: the open days of a week; 1 where there is no such cycle. */
  readonly cycle: number;
  /** Rows in a year, or 0 where no year is known. */
  readonly year: number;
  /** Rows that hold the history and the horizon. */
  readonly rows: number;
  /** Day number of each row, or null for running steps. */
  readonly rowDay: Int32Array | null;
  /** Position of row 0 in its cycle. */
  readonly phase: number;
  /** Steps of the frame that the history covers; the forecast starts at this step. */
  readonly known: number;
  /** Values by row and slot over the known steps; NaN where missing or closed. */
  readonly values: Float64Array;
  /** By cycle row and slot: 1 where the slot is open. */
  readonly open: Uint8Array;
  /** For each step of the clock after the history: its step in the frame, or -1 where closed. */
  readonly target: Int32Array;
}

interface Layout {
  readonly perDay: number;
  readonly openWeek: Uint8Array;
}

/**
 * Lays a history out by days and slots with room for a horizon.
 *
 * Use before any model; `horizon` counts steps of the unbroken clock, closed hours included.
 * Cost: O(n + horizon).
 */
export function buildFrame(history: History, horizon: number): Frame {
  const { clock } = history;
  if (clock.kind === 'steps') return stepFrame(history, clock.periods, horizon);
  if (clock.grainMinutes > MINUTES_PER_DAY) return weekFrame(history, clock.grainMinutes, horizon);
  return dayFrame(history, clock.grainMinutes, horizon);
}

/** Slots, cycle and year from the periods of a series without dates. */
export function structureOf(periods: readonly number[]): { slots: number; cycle: number; year: number } {
  const whole = periods.filter((p) => Number.isInteger(p) && p > 1).sort((a, b) => a - b);
  const year = periods.find((p) => p > 300 || (p >= 51.5 && p <= 53.5)) ?? 0;
  const seasonal = whole.filter((p) => p !== year);
  const [first, second] = seasonal;
  if (first === undefined) return { slots: 1, cycle: 1, year };
  if (second !== undefined && second % first === 0) return { slots: first, cycle: second / first, year };
  return first <= 13 ? { slots: 1, cycle: first, year } : { slots: first, cycle: 1, year };
}

function stepFrame(history: History, periods: readonly number[], horizon: number): Frame {
  const { slots, cycle, year } = structureOf(periods);
  const n = history.values.length;
  const pad = (slots - (n % slots)) % slots;
  const known = n + pad;
  const values = new Float64Array(known).fill(Number.NaN);
  values.set(history.values, pad);
  const rows = Math.ceil((known + horizon) / slots);
  const target = Int32Array.from({ length: horizon }, (_, h) => known + h);
  const open = new Uint8Array(cycle * slots).fill(1);
  return { slots, cycle, year, rows, rowDay: null, phase: 0, known, values, open, target };
}

function weekFrame(history: History, grain: number, horizon: number): Frame {
  const n = history.values.length;
  const step = Math.round(grain / MINUTES_PER_DAY);
  const first = dayOfMinute(history.start);
  return {
    slots: 1,
    cycle: 1,
    year: 365.25 / step,
    rows: n + horizon,
    rowDay: Int32Array.from({ length: n + horizon }, (_, r) => first + r * step),
    phase: 0,
    known: n,
    values: history.values.slice(),
    open: Uint8Array.of(1),
    target: Int32Array.from({ length: horizon }, (_, h) => n + h),
  };
}

function dayFrame(history: History, grain: number, horizon: number): Frame {
  const layout: Layout = { perDay: Math.round(MINUTES_PER_DAY / grain), openWeek: openSlotsOfWeek(history) };
  const { perDay, openWeek } = layout;
  const n = history.values.length;
  const firstDay = dayOfMinute(history.start);
  const offset = Math.round((history.start - firstDay * MINUTES_PER_DAY) / grain);
  const weekdays = [0, 1, 2, 3, 4, 5, 6].filter((d) => openWeek.subarray(d * perDay, (d + 1) * perDay).includes(1));
  let from = perDay;
  let to = 0;
  for (let slot = 0; slot < perDay; slot++) {
    if (weekdays.some((d) => openWeek[d * perDay + slot] === 1)) {
      from = Math.min(from, slot);
      to = Math.max(to, slot + 1);
    }
  }
  const slots = Math.max(1, to - from);
  const lastDay = firstDay + Math.floor((offset + n + horizon - 1) / perDay);
  const position = new Map(weekdays.map((d, i) => [d, i]));
  const days: number[] = [];
  for (let day = firstDay; day <= lastDay; day++) if (position.has(weekdayOfDay(day))) days.push(day);
  const rowDay = Int32Array.from(days);
  const rowOf = new Map(days.map((day, row) => [day, row]));
  const cycle = Math.max(1, weekdays.length);
  const place = (step: number): number => {
    const day = firstDay + Math.floor(step / perDay);
    const slot = step % perDay;
    const row = rowOf.get(day);
    if (row === undefined || slot < from || slot >= to) return -1;
    return row * slots + slot - from;
  };
  const target = new Int32Array(horizon);
  let known = Number.POSITIVE_INFINITY;
  for (let h = 0; h < horizon; h++) {
    const at = place(offset + n + h);
    const weekSlot =
      weekdayOfDay(firstDay + Math.floor((offset + n + h) / perDay)) * perDay + ((offset + n + h) % perDay);
    target[h] = openWeek[weekSlot] === 1 ? at : -1;
    if (at >= 0) known = Math.min(known, at);
  }
  if (!Number.isFinite(known)) known = rowsBefore(days, dayOfMinute(history.start + n * grain)) * slots;
  const values = new Float64Array(known).fill(Number.NaN);
  for (let i = 0; i < n; i++) {
    const at = place(offset + i);
    if (at >= 0 && at < known) values[at] = history.values[i]!;
  }
  const open = new Uint8Array(cycle * slots);
  weekdays.forEach((d, i) => {
    for (let s = 0; s < slots; s++) open[i * slots + s] = openWeek[d * perDay + from + s]!;
  });
  const phase = days.length > 0 ? position.get(weekdayOfDay(days[0]!))! : 0;
  const year = (365.25 * cycle) / 7;
  return { slots, cycle, year, rows: days.length, rowDay, phase, known, values, open, target };
}

function rowsBefore(days: readonly number[], day: number): number {
  let count = 0;
  while (count < days.length && days[count]! < day) count++;
  return count;
}
