import { repeatableLog } from '../../stats';
import type { Occurrence } from './calendar-effects';

/** Robust standard deviations, and times the usual of its kind, beyond which a calendar day is no calendar effect. */
const OUTLIER = 8;
const SPIKE = repeatableLog(5);
/** Other days of a kind needed to know what it does; with fewer, those of its group stand in, then all calendar days. */
const KNOWN = 3;

/**
 * Rows of calendar days far above what their kind of day has ever shown: a fault of the data, no effect of the calendar.
 *
 * Use beside the outliers of usual days: holidays, the days round them and the edges of a month are often unlike their
 * weekday, so each is held against the other days of its kind.
 * Formula: log of total over usual, less the median of the other days of the kind, above 8 robust standard deviations of
 * theirs (at least `spread`, that of usual days) and above log 5; and above twice the largest of them.
 * Source: Hampel identifier: Davies and Gather 1993; own choice of classes. Cost: O(days^2) by kind.
 */
export function calendarSpikes(
  totals: Float64Array,
  usual: Float64Array,
  days: readonly Occurrence[],
  spread: number,
): Set<number> {
  const high = days.some(({ row }) => usual[row]! > 0 && repeatableLog(totals[row]! / usual[row]!) >= SPIKE);
  if (!high) return new Set();
  const seen = days
    .filter(({ row }) => row < totals.length && totals[row]! > 0 && usual[row]! > 0)
    .map((day) => ({ ...day, log: repeatableLog(totals[day.row]! / usual[day.row]!) }));
  const found = new Set<number>();
  for (const { row, kind, group, log } of seen) {
    if (log < SPIKE) continue;
    const all = seen.filter((o) => o.row !== row);
    const same = all.filter((o) => o.kind === kind);
    const others = [same, all.filter((o) => o.group === group), all].find((list) => list.length >= KNOWN);
    // A peak that has come before on this very day is its effect, however seldom it was seen.
    if (!others || (same.length < KNOWN && same.some((o) => log < o.log + Math.LN2))) continue;
    const logs = Float64Array.from(others, (o) => o.log).sort();
    const center = logs[logs.length >> 1]!;
    const sizes = logs.map((v) => Math.abs(v - center)).sort();
    const own = Math.max(spread, 1.4826 * sizes[sizes.length >> 1]!);
    // A second fault of the same kind must not hide the first: the largest but one counts where there are many.
    const largest = logs[logs.length - (logs.length > 2 * KNOWN ? 2 : 1)]!;
    if (log - center > Math.max(OUTLIER * own, SPIKE) && log > largest + Math.LN2) found.add(row);
  }
  return found;
}
