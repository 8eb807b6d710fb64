import { dateOfDay, MINUTES_PER_DAY, twoDigits, WEEKDAY_NAMES, weekdayOfDay } from '../../calendar';
import { type History, stepOf } from '../history';
import { seenSlotsOfWeek } from '../open-slots';
import { dayOfMinute, formatStamp } from '../stamps';
import type { ClockChanges } from './daylight-saving';

/** A run of open intervals without a value. */
export interface GapRun {
  readonly series: string;
  readonly from: string;
  readonly to: string;
  readonly intervals: number;
}

/** Lists stop here; the screen says so. */
const MOST_LISTED = 200;

/** Opening hours, missing dates and gaps of the imported series, in words. */
export function describeCalendar(
  histories: readonly History[],
  changes: ClockChanges,
): {
  openingHours: string;
  missingDates: readonly string[];
  gaps: readonly GapRun[];
} {
  const first = histories[0];
  if (!first || first.clock.kind === 'steps') return { openingHours: '', missingDates: [], gaps: [] };
  const grain = stepOf(first.clock);
  if (grain > MINUTES_PER_DAY) return { openingHours: '', missingDates: [], gaps: gapsOf(histories, null, changes) };
  const open = seenSlotsOfWeek(first);
  return {
    openingHours: hoursText(open, grain),
    missingDates: missingDatesOf(histories, open, grain),
    gaps: gapsOf(histories, open, changes),
  };
}

function hoursText(open: Uint8Array, grain: number): string {
  const perDay = MINUTES_PER_DAY / grain;
  const days = WEEKDAY_NAMES.map((_, d) => {
    const spans: string[] = [];
    for (let s = 0; s < perDay; s++) {
      if (open[d * perDay + s] !== 1) continue;
      let end = s;
      while (end < perDay && open[d * perDay + end] === 1) end++;
      spans.push(`${clock(s * grain)}-${clock(end * grain)}`);
      s = end;
    }
    return spans.join(',');
  });
  if (grain === MINUTES_PER_DAY) {
    const shut = WEEKDAY_NAMES.filter((_, d) => days[d] === '');
    return shut.length === 0 ? 'every day' : `closed ${shut.join(', ')}`;
  }
  const parts: string[] = [];
  for (let d = 0; d < 7; d++) {
    let end = d;
    while (end + 1 < 7 && days[end + 1] === days[d]) end++;
    const name = end > d ? `${WEEKDAY_NAMES[d]}-${WEEKDAY_NAMES[end]}` : WEEKDAY_NAMES[d]!;
    parts.push(`${name} ${days[d] === '' ? 'closed' : days[d]}`);
    d = end;
  }
  return parts.join('; ');
}

function clock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** Dates of open weekdays on which no series has a value. */
function missingDatesOf(histories: readonly History[], open: Uint8Array, grain: number): string[] {
  const perDay = MINUTES_PER_DAY / grain;
  const openDay = WEEKDAY_NAMES.map((_, d) => open.subarray(d * perDay, (d + 1) * perDay).includes(1));
  const seen = new Set<number>();
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { start, values } of histories) {
    for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) seen.add(dayOfMinute(start + i * grain));
    from = Math.min(from, dayOfMinute(start));
    to = Math.max(to, dayOfMinute(start + (values.length - 1) * grain));
  }
  const dates: string[] = [];
  for (let day = from; day <= to && dates.length < MOST_LISTED; day++) {
    if (openDay[weekdayOfDay(day)] && !seen.has(day)) dates.push(dateOfDay(day));
  }
  return dates;
}

function gapsOf(histories: readonly History[], open: Uint8Array | null, changes: ClockChanges): GapRun[] {
  const gaps: GapRun[] = [];
  for (const { series, clock: kind, start, values } of histories) {
    const grain = stepOf(kind);
    const perDay = MINUTES_PER_DAY / grain;
    const isOpen = (i: number): boolean => {
      if (!open) return true;
      const minute = start + i * grain;
      const day = dayOfMinute(minute);
      return open[weekdayOfDay(day) * perDay + Math.floor((minute - day * MINUTES_PER_DAY) / grain)] === 1;
    };
    let from = -1;
    let last = -1;
    let count = 0;
    for (let i = 0; i <= values.length && gaps.length < MOST_LISTED; i++) {
      const missing =
        i < values.length &&
        Number.isNaN(values[i]) &&
        isOpen(i) &&
        !(grain < MINUTES_PER_DAY && changes.isSkipped(start + i * grain));
      if (missing) {
        if (from < 0) from = i;
        last = i;
        count += 1;
      } else if (from >= 0 && (i === values.length || !Number.isNaN(values[i]))) {
        gaps.push({
          series,
          from: formatStamp(kind, start + from * grain),
          to: formatStamp(kind, start + last * grain),
          intervals: count,
        });
        from = -1;
        count = 0;
      }
    }
  }
  return gaps;
}
