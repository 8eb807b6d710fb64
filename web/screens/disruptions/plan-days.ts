import type { Plan } from '../../../engine/plan';
import { addDays, dayNumber } from '../../format';

type Calendar = Plan['calendar'];

export function lastDayOf({ startDate, weeks }: Calendar): string {
  return addDays(startDate, weeks * 7 - 1);
}

/** Whether a text is a day between the plan's first and last. */
export function isDayOf(calendar: Calendar, text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(dayNumber(text))) return false;
  return text >= calendar.startDate && text <= lastDayOf(calendar);
}

/** Where a new disruption starts unless told otherwise: the Monday at a quarter of the horizon. */
export function firstStart(calendar: Calendar): string {
  const { startDate, weeks } = calendar;
  const first = dayNumber(startDate);
  const day = first + Math.floor(weeks / 4) * 7;
  // Day 0 is a Thursday.
  const toMonday = (11 - (((day % 7) + 7) % 7)) % 7;
  const monday = addDays(startDate, day + toMonday - first);
  return isDayOf(calendar, monday) ? monday : startDate;
}
