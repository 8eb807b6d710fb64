import { dayNumber } from '../../calendar';

/** Reach of a measure on a day, 0 to 1: rising in equal parts over its ramp, the last of them at full reach. */
export function reachOn(start: { readonly startDate: string; readonly rampDays: number }, day: number): number {
  const past = day - dayNumber(start.startDate, 'startDate') + 1;
  if (past <= 0) return 0;
  return start.rampDays > 0 ? Math.min(1, past / start.rampDays) : 1;
}

/** What every day is called in the engine's count of days, from a book's slots. */
export const dayOfSlot = (book: { readonly firstDay: number }, slot: number): number => book.firstDay + slot;
