import type { ShiftTemplate } from '../../plan';
import type { ShiftColumn } from '../../workforce';

/** A week of a site, interval by interval. */
export interface SiteWeek {
  readonly intervalMinutes: number;
  /** Share of each interval in which the site is open. */
  readonly open: Float32Array;
  /** The site's clock at the start of each interval, as minutes after midnight. */
  readonly clock: Uint16Array;
  readonly dayOf: Uint8Array;
}

/** Which of a template's limits hold; without any it is so many hours in one piece, at any time. */
export interface ShiftLimits {
  readonly starts: boolean;
  readonly siteHours: boolean;
  readonly breaks: boolean;
}

/** Every start of a template in a week; the week goes round, as rosters do. */
export function shiftColumns(
  template: ShiftTemplate,
  group: number,
  week: SiteWeek,
  limits: ShiftLimits,
): ShiftColumn[] {
  const count = week.open.length;
  const pauses = limits.breaks ? template.breaks : [];
  const paused = template.breaks.reduce((sum, pause) => sum + pause.minutes, 0);
  const unpaid = pauses.reduce((sum, pause) => sum + (pause.paid ? 0 : pause.minutes), 0);
  const length = limits.breaks ? template.lengthMinutes : template.lengthMinutes - paused;
  const cost = (length - unpaid) / 60;
  const worked = spans(length, pauses);
  const columns: ShiftColumn[] = [];
  for (let start = 0; start < count; start++) {
    if (limits.starts && !mayStart(template, week.clock[start]!)) continue;
    const shares = new Map<number, number>();
    let isOpen = true;
    const steps = Math.ceil(length / week.intervalMinutes);
    for (let step = 0; step < steps; step++) {
      const interval = (start + step) % count;
      if (limits.siteHours && week.open[interval]! <= 0) {
        isOpen = false;
        break;
      }
      const from = step * week.intervalMinutes;
      const share = overlap(worked, from, from + week.intervalMinutes) / week.intervalMinutes;
      if (share > 0) shares.set(interval, (shares.get(interval) ?? 0) + share);
    }
    if (!isOpen) continue;
    columns.push({
      intervals: [...shares.keys()],
      shares: [...shares.values()],
      cost,
      group,
      day: week.dayOf[start]!,
    });
  }
  return columns;
}

function mayStart(
  { earliestStartMinute: first, latestStartMinute: last, startEveryMinutes }: ShiftTemplate,
  minute: number,
) {
  const since = (minute - first + 1440) % 1440;
  return since <= (last - first + 1440) % 1440 && since % startEveryMinutes === 0;
}

/** The stretches of a shift that are worked, in minutes from its start. */
function spans(length: number, pauses: ShiftTemplate['breaks']): [number, number][] {
  const worked: [number, number][] = [];
  let from = 0;
  for (const pause of pauses) {
    worked.push([from, pause.afterMinutes]);
    from = pause.afterMinutes + pause.minutes;
  }
  worked.push([from, length]);
  return worked;
}

function overlap(stretches: readonly [number, number][], from: number, to: number): number {
  let sum = 0;
  for (const [start, end] of stretches) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return sum;
}
