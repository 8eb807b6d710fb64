import { dayNumber, weekdayOfDay } from '../calendar';
import type { History, Plan } from '../plan';
import { type Share, share } from '../units';

/** Weeks at the end of a history from which the shape of week and day is taken: a quarter of a year. */
const SHAPE_WEEKS = 13;
const PARTS_MINUTES = [15, 30, 60] as const;
const DAY = 1440;

/** A history's contacts by calendar day, as its own clock cuts days. */
export interface DailyHistory {
  /** Day number of the first entry. */
  readonly firstDay: number;
  /** Contacts of each day; NaN for a day without any value. */
  readonly contacts: Float64Array;
}

/** Adds a history up by calendar day; a week's value is spread evenly over its seven days. */
export function dailyHistory(history: History): DailyHistory {
  const start = startMinute(history);
  const step = history.intervalMinutes;
  const firstDay = Math.floor(start / DAY);
  const days = Math.ceil((start + history.values.length * step) / DAY) - firstDay;
  const contacts = new Float64Array(days).fill(Number.NaN);
  const add = (day: number, value: number) => {
    const before = contacts[day] ?? Number.NaN;
    if (day < days) contacts[day] = (Number.isNaN(before) ? 0 : before) + value;
  };
  history.values.forEach((value, at) => {
    if (value === null) return;
    const day = Math.floor((start + at * step) / DAY) - firstDay;
    if (step <= DAY) add(day, value);
    else for (let next = 0; next < step / DAY; next++) add(day + next, value / (step / DAY));
  });
  return { firstDay, contacts };
}

type Shape = Pick<Plan['streams'][number]['demand'], 'dayOfWeekShare' | 'intradayShare'>;

/**
 * The shape of week and day in the last quarter of a history.
 *
 * Where the history is too coarse to show one, the stream's own shape stands in for it.
 * Units: shares that add to 1. Cost: linear in the history.
 */
export function historyShape(history: History, own: Shape): Shape {
  const start = startMinute(history);
  const step = history.intervalMinutes;
  if (step > DAY) return own;
  const part = PARTS_MINUTES.find((minutes) => minutes % step === 0);
  const parts = part === undefined ? 0 : DAY / part;
  const byWeekday = new Float64Array(7);
  const byPart = Array.from({ length: 7 }, () => new Float64Array(parts));
  const from = Math.max(0, history.values.length - Math.ceil((SHAPE_WEEKS * 7 * DAY) / step));
  for (let at = from; at < history.values.length; at++) {
    const value = history.values[at];
    if (value === null || value === undefined) continue;
    const minute = start + at * step;
    const weekday = weekdayOfDay(Math.floor(minute / DAY));
    byWeekday[weekday]! += value;
    if (part !== undefined) byPart[weekday]![Math.floor((minute % DAY) / part)]! += value;
  }
  const total = sum(byWeekday);
  if (total <= 0) return own;
  const dayOfWeekShare = Array.from(byWeekday, (value) => share(value / total));
  if (part === undefined) return { dayOfWeekShare, intradayShare: own.intradayShare };
  const everyDay = new Float64Array(parts);
  for (const row of byPart) for (let at = 0; at < parts; at++) everyDay[at]! += row[at]!;
  return {
    dayOfWeekShare,
    // A weekday without contacts has no shape of its own; its share of the week is zero anyway.
    intradayShare: byPart.map((row) => shares(sum(row) > 0 ? row : everyDay)),
  };
}

function shares(row: Float64Array): Share[] {
  const total = sum(row);
  return Array.from(row, (value) => share(value / total));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function startMinute(history: History): number {
  const [hour, minute] = [history.start.slice(11, 13), history.start.slice(14, 16)];
  return dayNumber(history.start.slice(0, 10), 'history.start') * DAY + Number(hour) * 60 + Number(minute);
}
