import { MINUTES_PER_DAY } from './civil-days';
import type { Grid, LocalTimes } from './grid';
import { zoneSpell } from './zones';

/**
 * What clocks of a zone show at the start of every interval of a grid.
 *
 * Use to lay weekly and daily shapes of a market, or a site's shifts, over the planner's horizon. Asks the zone once
 * for each clock change and counts minutes in between.
 *
 * Units: weekday 0 (Monday) to 6, minute of day 0 to 1439, day number since 1970-01-01. Valid: IANA zones.
 * Cost: one step an interval.
 *
 * @example localTimes(grid, 'Asia/Manila').minuteOfDay[0] // 420 when the planner's midnight is in Berlin in winter
 */
export function localTimes(grid: Grid, zone: string): LocalTimes {
  const { startInstant, intervalMinutes, intervals } = grid;
  const weekday = new Uint8Array(intervals);
  const minuteOfDay = new Uint16Array(intervals);
  const dayIndex = new Int32Array(intervals);
  const { offsetAtStart, transitions } = zoneSpell(zone, startInstant, startInstant + intervals * intervalMinutes);
  let offset = offsetAtStart;
  let next = 0;
  for (let interval = 0; interval < intervals; interval += 1) {
    const instant = startInstant + interval * intervalMinutes;
    while (next < transitions.length && transitions[next]!.instant <= instant) {
      offset = transitions[next]!.offsetMinutes;
      next += 1;
    }
    const local = instant + offset;
    const day = Math.floor(local / MINUTES_PER_DAY);
    dayIndex[interval] = day;
    minuteOfDay[interval] = local - day * MINUTES_PER_DAY;
    weekday[interval] = (((day + 3) % 7) + 7) % 7;
  }
  return { weekday, minuteOfDay, dayIndex };
}
