import { dayToCivil, weekdayOfDay, zoneTransitions } from '../../calendar';
import { dayOfMinute } from '../stamps';

/** What clock changes do to wall times. */
export interface ClockChanges {
  /** Whether clocks show this time twice. */
  readonly isRepeated: (minute: number) => boolean;
  /** Whether clocks never show this time; never so where the zone is not known. */
  readonly isSkipped: (minute: number) => boolean;
}

/** 1970 and 2101, in minutes. */
const FROM = 0;
const TO = 68_900_000;

/** The clock changes of a zone; without one, the small hours of Sundays on which daylight saving ends somewhere. */
export function clockChanges(zone: string | null): ClockChanges {
  if (zone === null) return { isRepeated: endsDaylightSaving, isSkipped: () => false };
  const repeated = new Set<number>();
  const skipped = new Set<number>();
  for (const { instant, offsetBefore, offsetMinutes } of zoneTransitions(zone, FROM, TO)) {
    const [from, to] = [instant + offsetBefore, instant + offsetMinutes];
    for (let minute = Math.min(from, to); minute < Math.max(from, to); minute += 5)
      (from > to ? repeated : skipped).add(minute);
  }
  const on = (set: ReadonlySet<number>) => (minute: number) => set.has(minute - (minute % 5));
  return { isRepeated: on(repeated), isSkipped: on(skipped) };
}

function endsDaylightSaving(minute: number): boolean {
  const day = dayOfMinute(minute);
  if (weekdayOfDay(day) !== 6 || minute - day * 1440 >= 240) return false;
  const date = dayToCivil(day);
  return (
    (date.month === 10 && date.day >= 25) || (date.month === 11 && date.day <= 7) || (date.month === 4 && date.day <= 7)
  );
}

/** Whether every slot of the hour that holds row i is there twice. */
export function wholeHourDoubled(at: ArrayLike<number>, i: number, grain: number): boolean {
  const hour = Math.floor(at[i]! / 60) * 60;
  let count = 0;
  for (let k = Math.max(0, i - 400); k < Math.min(at.length, i + 400); k++)
    if (at[k]! >= hour && at[k]! < hour + 60) count += 1;
  return count === (2 * 60) / Math.min(60, grain);
}
