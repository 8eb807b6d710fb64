import { dayToCivil, weekdayOfDay } from '../../calendar';
import { dayOfMinute } from '../stamps';

/** Whether a time lies in the small hours of a Sunday on which daylight saving ends somewhere. */
export function endsDaylightSaving(minute: number): boolean {
  const day = dayOfMinute(minute);
  if (weekdayOfDay(day) !== 6 || minute - day * 1440 >= 240) return false;
  const date = dayToCivil(day);
  return (
    (date.month === 10 && date.day >= 25) || (date.month === 11 && date.day <= 7) || (date.month === 4 && date.day <= 7)
  );
}

/** Whether every slot of the hour that holds row i is there twice. */
export function wholeHourDoubled(at: readonly number[], i: number, grain: number): boolean {
  const hour = Math.floor(at[i]! / 60) * 60;
  let count = 0;
  for (let k = Math.max(0, i - 400); k < Math.min(at.length, i + 400); k++)
    if (at[k]! >= hour && at[k]! < hour + 60) count += 1;
  return count === (2 * 60) / Math.min(60, grain);
}
