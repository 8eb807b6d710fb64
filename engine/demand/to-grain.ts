import { MINUTES_PER_DAY, weekdayOfDay } from '../calendar';
import { InputFault, issue } from '../units';
import { GRAINS_MINUTES, type History } from './history';
import { openSlotsOfWeek } from './open-slots';
import { dayOfMinute } from './stamps';

/**
 * The same history in wider intervals, by adding up.
 *
 * Use to forecast 5-minute data at 30 minutes. An interval of which some open parts are missing is scaled up from at
 * least half of them, and missing below that; parts that are closed at that time of the week are not waited for.
 * Weeks start on Monday. Handle times are averaged by contacts handled, or by all where those are not told.
 * Units: minutes, a multiple of the history's own. Cost: O(n).
 */
export function toGrain(history: History, grainMinutes: number): History {
  const { clock, start, values } = history;
  const own = clock.kind === 'wall' ? clock.grainMinutes : 0;
  if (grainMinutes === own) return history;
  if (own === 0 || grainMinutes % own !== 0 || !(GRAINS_MINUTES as readonly number[]).includes(grainMinutes)) {
    const allowed =
      own === 0 ? 'none: running numbers have no minutes' : GRAINS_MINUTES.filter((g) => g % own === 0).join(', ');
    throw new InputFault([issue('forecast.grain', 'grainMinutes', grainMinutes, allowed)]);
  }
  const open = own <= MINUTES_PER_DAY ? openSlotsOfWeek(history) : null;
  const perDay = Math.max(1, Math.round(MINUTES_PER_DAY / own));
  const isOpen = (minute: number): boolean => {
    if (!open) return true;
    const day = dayOfMinute(minute);
    return open[weekdayOfDay(day) * perDay + Math.floor((minute - day * MINUTES_PER_DAY) / own)] === 1;
  };
  // Day 4, 1970-01-05, was a Monday.
  const anchor = grainMinutes > MINUTES_PER_DAY ? 4 * MINUTES_PER_DAY : 0;
  const first = Math.floor((start - anchor) / grainMinutes) * grainMinutes + anchor;
  const length = Math.ceil((start + values.length * own - first) / grainMinutes);
  const parts = grainMinutes / own;
  const out = new Float64Array(length).fill(Number.NaN);
  const handles = history.handleTimeSeconds ? new Float64Array(length).fill(Number.NaN) : undefined;
  const done = history.handled ? new Float64Array(length).fill(Number.NaN) : undefined;
  for (let g = 0; g < length; g++) {
    let sum = 0;
    let seen = 0;
    let due = 0;
    let work = 0;
    let timed = 0;
    let handled = 0;
    let told = 0;
    for (let p = 0; p < parts; p++) {
      const minute = first + g * grainMinutes + p * own;
      const v = values[(minute - start) / own];
      const known = v !== undefined && !Number.isNaN(v);
      if (known || isOpen(minute)) due += 1;
      if (!known) continue;
      sum += v;
      seen += 1;
      const slot = (minute - start) / own;
      const count = history.handled?.[slot] ?? Number.NaN;
      if (!Number.isNaN(count)) {
        handled += count;
        told += 1;
      }
      const handle = history.handleTimeSeconds?.[slot] ?? Number.NaN;
      if (!Number.isNaN(handle)) {
        const weight = Number.isNaN(count) ? v : count;
        work += handle * weight;
        timed += weight;
      }
    }
    if (seen > 0 && seen * 2 >= due) {
      out[g] = (sum * due) / seen;
      if (done && told > 0) done[g] = (handled * due) / seen;
    }
    if (handles && timed > 0) handles[g] = work / timed;
  }
  const edges = trimmed(out);
  const cut = <T extends Float64Array>(list: T): Float64Array => list.slice(edges.from, edges.to);
  return {
    series: history.series,
    clock: { kind: 'wall', grainMinutes },
    start: first + edges.from * grainMinutes,
    values: cut(out),
    ...(done ? { handled: cut(done) } : {}),
    ...(handles ? { handleTimeSeconds: cut(handles) } : {}),
  };
}

function trimmed(values: Float64Array): { from: number; to: number } {
  let from = 0;
  let to = values.length;
  while (from < to && Number.isNaN(values[from])) from++;
  while (to > from && Number.isNaN(values[to - 1])) to--;
  return { from, to };
}
