import { dayNumber } from '../../calendar';
import type { DemandEvent, EventCourse } from '../../plan';

/** An event is over when less than a thousandth of it is left: ten half-lives. */
const HALF_LIVES = 10;

/**
 * How strong an event is on a day, 0 to 1, counted in days from its first.
 *
 * A pulse is at full strength for its days and then fades to a half in each half-life; a step lasts; a ramp rises in
 * equal parts, the last of its rising days at full strength. Days are whole: what happens within one is the stream's
 * shape. After ten half-lives nothing is left.
 *
 * Units: days. Valid: any day. Cost: constant.
 *
 * @example eventLevel({ kind: 'pulse', days: 2, halfLifeDays: 1 }, 3) // 0.25
 */
export function eventLevel(course: EventCourse, day: number): number {
  if (day < 0) return 0;
  const rising = course.kind === 'ramp' ? course.rampDays : 0;
  if (day < rising) return (day + 1) / rising;
  const end = fullDays(course) + rising;
  if (day < end) return 1;
  const halfLife = course.kind === 'step' ? 0 : course.halfLifeDays;
  const past = day - end + 1;
  return past <= halfLife * HALF_LIVES ? 0.5 ** (past / halfLife) : 0;
}

/** Days at full strength after the rise; without end where the course has none. */
function fullDays(course: EventCourse): number {
  return course.days ?? Number.POSITIVE_INFINITY;
}

/** Strength of an event that is on, by slot of a book; all zero where it is off. */
export function levelsOf(event: DemandEvent, firstDay: number, days: number): Float64Array {
  const levels = new Float64Array(days);
  if (!event.on) return levels;
  const start = dayNumber(event.startDate, 'events.startDate') - firstDay;
  for (let slot = 0; slot < days; slot++) levels[slot] = eventLevel(event.course, slot - start);
  return levels;
}
