import { MINUTES_PER_DAY, weekdayOfDay } from './civil-days';
import type { Grid } from './grid';
import { requireHolidays } from './holidays';
import type { OpeningHours } from './opening-hours';
import { momentOf, wallAtOffset, zoneSpell } from './zones';

/**
 * The open part of every interval of a grid, for hours kept by the clocks of a zone.
 *
 * Use for a market's or a site's hours over the planner's horizon; 1 is open throughout, 0 closed. When clocks change,
 * an opening time that they skip means the moment of the skip; of a time that they show twice, opening takes the first
 * and closing the second, so that no promised minute is missing. Hours begun before a holiday run on into it.
 *
 * Units: shares 0 to 1; `holidays` are dates of the zone's own calendar. Valid: IANA zones, existing dates.
 * Cost: one step a day and span, one an interval.
 *
 * @example openShares(parseOpeningHours('24/7'), grid, 'Asia/Manila', [])[0] // 1
 */
export function openShares(
  hours: OpeningHours,
  grid: Grid,
  zone: string,
  holidays: readonly string[] = [],
): Float32Array {
  const { startInstant, intervalMinutes, intervals } = grid;
  const shares = new Float32Array(intervals);
  const endInstant = startInstant + intervals * intervalMinutes;
  const { offsetAtStart, transitions } = zoneSpell(zone, startInstant, endInstant);
  const closedDays = requireHolidays(holidays);
  const firstDay = wallAtOffset(startInstant, offsetAtStart).dayIndex - 2;
  const lastDay = wallAtOffset(endInstant, transitions.at(-1)?.offsetMinutes ?? offsetAtStart).dayIndex + 1;
  let openUntil = Number.NEGATIVE_INFINITY;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const weekdaySpans = hours.days[weekdayOfDay(day)] ?? [];
    const spans = closedDays.has(day) && hours.holiday !== 'as-weekday' ? hours.holiday : weekdaySpans;
    const midnight = day * MINUTES_PER_DAY;
    for (const span of spans) {
      const opens = momentOf(midnight + span.startMinute, offsetAtStart, transitions).earliest;
      const closes = momentOf(midnight + span.endMinute, offsetAtStart, transitions).latest;
      // Spans come in order of their start, so counting from where the last one ended counts no minute twice.
      if (closes > openUntil) addOpen(shares, grid, Math.max(opens, openUntil), closes);
      openUntil = Math.max(openUntil, closes);
    }
  }
  return shares;
}

function addOpen(shares: Float32Array, grid: Grid, opens: number, closes: number): void {
  const { startInstant, intervalMinutes, intervals } = grid;
  const from = Math.max(0, (opens - startInstant) / intervalMinutes);
  const to = Math.min(intervals, (closes - startInstant) / intervalMinutes);
  for (let interval = Math.floor(from); interval < to; interval += 1) {
    shares[interval]! += Math.min(to, interval + 1) - Math.max(from, interval);
  }
}
