import { dateOfDay, dayNumber } from '../format';

/** A stretch of days on the timeline; both ends are inside. */
export interface TimeSpan {
  readonly start: string;
  readonly end: string;
}

/** What the timeline shows a bar for. */
export interface TimelineItem extends TimeSpan {
  readonly id: string;
  readonly name: string;
}

/** Where a date lies between two others, as a percentage. */
export function positionOf(date: string, from: string, to: string): number {
  const first = dayNumber(from);
  const days = Math.max(1, dayNumber(to) + 1 - first);
  return ((dayNumber(date) - first) / days) * 100;
}

/** First days of months between two dates, thinned to at most so many. */
export function monthTicks(from: string, to: string, most: number): string[] {
  const ticks: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7)) + 1;
  for (;;) {
    if (month > 12) {
      month -= 12;
      year++;
    }
    const tick = `${year}-${String(month).padStart(2, '0')}-01`;
    if (tick > to) break;
    ticks.push(tick);
    month++;
  }
  const step = [1, 2, 3, 6, 12].find((each) => ticks.length / each <= most) ?? 24;
  return ticks.filter((tick) => (Number(tick.slice(5, 7)) - 1) % Math.min(12, step) === 0);
}

export type Hold = 'move' | 'start' | 'end';

/** A span after a drag by some days: moved as a whole, or at one edge; it stays within the bounds and keeps a day. */
export function dragSpan(span: TimeSpan, hold: Hold, days: number, from: string, to: string): TimeSpan {
  const first = dayNumber(from);
  const last = dayNumber(to);
  const start = dayNumber(span.start);
  const end = dayNumber(span.end);
  if (hold === 'end') return { start: span.start, end: dateOfDay(Math.max(start, end + days)) };
  // The start stays inside the plan; the end may lie beyond it.
  const moved = Math.min(last, Math.max(first, start + days));
  if (hold === 'start') return { start: dateOfDay(Math.min(moved, end)), end: span.end };
  return { start: dateOfDay(moved), end: dateOfDay(end + moved - start) };
}
