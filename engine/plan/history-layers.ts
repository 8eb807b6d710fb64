import { formatWallTime, MINUTES_PER_DAY, parseDateTime } from '../calendar';
import { InputFault, issue } from '../units';
import type { History, HistoryLayer } from './schema';

/** What a history holds on its grid. */
export type Gridded = Pick<History, 'start' | 'values' | 'handled' | 'handleTimeSeconds'>;

/**
 * Lays the uploads of a history over each other: where a later one has a value, it counts; lifted ones don't.
 *
 * Use whenever an upload is added, lifted, put back, moved or removed; `values` of a history always are its result.
 * Handled contacts and handle times come from the layer that the value comes from. Null where no layer counts.
 * Units: contacts an interval of the history. Cost: linear in intervals and layers.
 */
export function mergeLayers(intervalMinutes: number, layers: readonly HistoryLayer[]): Gridded | null {
  const on = layers.filter(({ isOn }) => isOn);
  if (on.length === 0) return null;
  const starts = on.map((layer) => wallMinute(layer.start, layer.name));
  const from = Math.min(...starts);
  const to = Math.max(...on.map(({ values }, at) => starts[at]! + values.length * intervalMinutes));
  const slots = Math.round((to - from) / intervalMinutes);
  const empty = () => new Array<number | null>(slots).fill(null);
  const values = empty();
  const handled = on.some((layer) => layer.handled) ? empty() : undefined;
  const handleTimeSeconds = on.some((layer) => layer.handleTimeSeconds) ? empty() : undefined;
  on.forEach((layer, at) => {
    const offset = Math.round((starts[at]! - from) / intervalMinutes);
    for (let i = 0; i < layer.values.length; i++) {
      const value = layer.values[i] ?? null;
      if (value === null) continue;
      values[offset + i] = value;
      if (handled) handled[offset + i] = layer.handled?.[i] ?? null;
      if (handleTimeSeconds) handleTimeSeconds[offset + i] = layer.handleTimeSeconds?.[i] ?? null;
    }
  });
  return {
    start: formatWallTime(from, 0),
    values,
    ...(handled ? { handled } : {}),
    ...(handleTimeSeconds ? { handleTimeSeconds } : {}),
  };
}

/** What an upload would change in a history that it is laid over. */
export interface LayerDifference {
  /** Intervals that had no value before. */
  readonly added: number;
  /** Intervals that say the same as before: duplicates. */
  readonly same: number;
  /** Intervals that say something else: late data, or corrections. */
  readonly changed: number;
  /** Contacts in the changed intervals, before and after. */
  readonly before: number;
  readonly after: number;
  /** First and last changed interval, as wall times; null without any. */
  readonly firstChanged: string | null;
  readonly lastChanged: string | null;
}

/** Compares an upload with what it is laid over, interval by interval. */
export function layerDifference(under: Gridded | null, over: Gridded, intervalMinutes: number): LayerDifference {
  const overStart = wallMinute(over.start, 'the upload');
  const offset = under ? Math.round((overStart - wallMinute(under.start, 'the history')) / intervalMinutes) : 0;
  let added = 0;
  let same = 0;
  let changed = 0;
  let before = 0;
  let after = 0;
  let first = -1;
  let last = -1;
  over.values.forEach((value, i) => {
    if (value === null) return;
    const old = under?.values[offset + i] ?? null;
    if (old === null) added += 1;
    else if (old === value) same += 1;
    else {
      changed += 1;
      before += old;
      after += value;
      if (first < 0) first = i;
      last = i;
    }
  });
  const stamp = (i: number) => (i < 0 ? null : formatWallTime(overStart + i * intervalMinutes, 0));
  return { added, same, changed, before, after, firstChanged: stamp(first), lastChanged: stamp(last) };
}

function wallMinute(start: string, name: string): number {
  const parts = parseDateTime(start);
  if (parts) return parts.dayIndex * MINUTES_PER_DAY + parts.minuteOfDay;
  throw new InputFault([issue('history.start', `${name}, start`, start, 'a wall time such as 2026-03-02T07:00')]);
}
