import type { History } from '../plan';
import { type Seconds, seconds } from '../units';

/** A history's handle time, as a stream can take it. */
export interface MeasuredHandleTime {
  readonly meanSeconds: Seconds;
  /** Contacts that it is the mean of. */
  readonly contacts: number;
  /** Intervals that told their handle time. */
  readonly intervals: number;
}

/** Weeks at the end of a history over which handle time is taken: a quarter of a year. */
const WEEKS = 13;

/**
 * Mean handle time over the last quarter of a year of a history, by contacts handled; null where it holds none.
 *
 * Formula: sum of handle time × contacts over sum of contacts. Units: seconds. Cost: linear in the history.
 */
export function measuredHandleTime(history: History): MeasuredHandleTime | null {
  const { values, handled, handleTimeSeconds, intervalMinutes } = history;
  if (!handleTimeSeconds) return null;
  let work = 0;
  let contacts = 0;
  let intervals = 0;
  const from = Math.max(0, values.length - Math.round((WEEKS * 10_080) / intervalMinutes));
  for (let at = from; at < values.length; at++) {
    const time = handleTimeSeconds[at] ?? null;
    const count = handled?.[at] ?? values[at] ?? null;
    if (time === null || count === null || count <= 0) continue;
    work += time * count;
    contacts += count;
    intervals += 1;
  }
  return contacts > 0 && work >= contacts ? { meanSeconds: seconds(work / contacts), contacts, intervals } : null;
}
