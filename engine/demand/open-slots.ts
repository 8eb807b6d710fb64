import { MINUTES_PER_DAY, weekdayOfDay } from '../calendar';
import { type History, stepOf } from './history';
import { dayOfMinute } from './stamps';

const WORKING_DAYS = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];

/**
 * Which slots of the week were seen open: those with a value in at least a quarter of the last 26 weeks that have any value.
 *
 * Source: own rule. Units: share of weeks. Cost: O(n).
 */
export function seenSlotsOfWeek(history: History): Uint8Array {
  const grain = stepOf(history.clock);
  const perDay = Math.max(1, Math.round(MINUTES_PER_DAY / grain));
  const seen = new Float64Array(7 * perDay);
  const perWeek = 7 * perDay;
  const n = history.values.length;
  const from = Math.max(0, n - 26 * perWeek);
  const firstDay = dayOfMinute(history.start);
  const offset = Math.round((history.start - firstDay * MINUTES_PER_DAY) / grain);
  const weeks = new Set<number>();
  for (let i = from; i < n; i++) {
    if (Number.isNaN(history.values[i])) continue;
    const step = i + offset;
    const day = firstDay + Math.floor(step / perDay);
    weeks.add(Math.floor((day + 3) / 7));
    const slot = weekdayOfDay(day) * perDay + (step % perDay);
    seen[slot]! += 1;
  }
  const enough = Math.max(1, weeks.size * 0.25);
  return Uint8Array.from(seen, (count) => (count >= enough ? 1 : 0));
}

/**
 * Which slots of the week to plan as open: those seen open, and what a history of less than a week did not reach.
 *
 * A few days say nothing about the rest of their week, which is therefore open as they are; only a weekend beyond five
 * working days with closed hours stays closed. Source: own rule. Cost: O(n).
 */
export function openSlotsOfWeek(history: History): Uint8Array {
  const open = seenSlotsOfWeek(history);
  const perDay = open.length / 7;
  const n = history.values.length;
  if (n >= open.length) return open;
  const firstDay = dayOfMinute(history.start);
  const offset = Math.round((history.start - firstDay * MINUTES_PER_DAY) / stepOf(history.clock));
  openUnreached(open, perDay, weekdayOfDay(firstDay) * perDay + offset, n);
  return open;
}

/** Opens the slots of the week that a history of `n` slots from `start` on did not reach. */
function openUnreached(open: Uint8Array, perDay: number, start: number, n: number): void {
  const perWeek = 7 * perDay;
  const reached = new Uint8Array(perWeek);
  for (let i = 0; i < n; i++) reached[(start + i) % perWeek] = 1;
  const days = [0, 1, 2, 3, 4, 5, 6];
  const isOpen = (day: number): boolean => open.subarray(day * perDay, (day + 1) * perDay).includes(1);
  // Who answers at night answers on Sundays.
  const roundTheClock =
    perDay > 1 && WORKING_DAYS.every((day) => !open.subarray(day * perDay, (day + 1) * perDay).includes(0));
  const working = WORKING_DAYS.every(isOpen) && !WEEKEND.some(isOpen) && !roundTheClock;
  const usual = Array.from({ length: perDay }, (_, slot) => {
    const known = days.filter((day) => reached[day * perDay + slot] === 1);
    return known.length === 0 || known.some((day) => open[day * perDay + slot] === 1);
  });
  for (const day of days) {
    if (working && WEEKEND.includes(day)) continue;
    usual.forEach((isUsual, slot) => {
      if (isUsual && reached[day * perDay + slot] === 0) open[day * perDay + slot] = 1;
    });
  }
}
