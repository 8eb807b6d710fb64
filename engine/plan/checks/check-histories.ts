import { parseDateTime } from '../../calendar';
import { mergeLayers } from '../history-layers';
import type { History } from '../schema';
import { type Add, checkZone, existingDate } from './check-tools';

/** A history: columns of one length, layers of its grid, and values that are what its layers give. */
export function checkHistory(history: History, path: string, add: Add): void {
  if (history.zone !== null) checkZone(`${path}.zone`, history.zone, add);
  checkColumns(history, path, add);
  checkDecisions(history, path, add);
  const { layers } = history;
  if (!layers) return;
  const ids = new Set<string>();
  let isReadable = true;
  layers.forEach((layer, at) => {
    const place = `${path}.layers[${at}]`;
    if (ids.has(layer.id)) add('plan.duplicate', `${place}.id`, layer.id, 'an id that no other layer has');
    ids.add(layer.id);
    checkColumns(layer, place, add);
    const minute = minuteOf(layer.start);
    const own = minuteOf(history.start);
    if (minute === null || own === null) isReadable = false;
    else if ((minute - own) % history.intervalMinutes !== 0) {
      add(
        'plan.grid',
        `${place}.start`,
        layer.start,
        `a start on the history's grid of ${history.intervalMinutes} minutes`,
      );
      isReadable = false;
    }
  });
  if (!isReadable) return;
  const merged = mergeLayers(history.intervalMinutes, layers);
  if (merged === null) {
    add('plan.layers', `${path}.layers`, 'every layer lifted off', 'at least one layer that counts');
  } else if (merged.start !== history.start || !alike(merged.values, history.values)) {
    add('plan.layers', `${path}.values`, 'other values than its layers give', 'the layers laid over each other');
  }
}

function checkDecisions({ decisions = [] }: History, path: string, add: Add): void {
  const ids = new Set<string>();
  decisions.forEach(({ id, from, until }, at) => {
    const place = `${path}.decisions[${at}]`;
    if (ids.has(id)) add('plan.duplicate', `${place}.id`, id, 'an id that no other decision has');
    ids.add(id);
    existingDate(`${place}.from`, from, add);
    existingDate(`${place}.until`, until, add);
    if (until < from) add('plan.order', `${place}.until`, until, `a day that is not before ${from}`);
  });
}

type Columns = Pick<History, 'start' | 'values' | 'handled' | 'handleTimeSeconds'>;

function checkColumns({ start, values, handled, handleTimeSeconds }: Columns, path: string, add: Add): void {
  if (minuteOf(start) === null) add('plan.date', `${path}.start`, start, 'an existing day and time');
  for (const [key, column] of Object.entries({ handled, handleTimeSeconds })) {
    if (column && column.length !== values.length) {
      add('plan.length', `${path}.${key}`, `${column.length} intervals`, `${values.length}, as many as values`);
    }
  }
}

function minuteOf(start: string): number | null {
  const parts = parseDateTime(start);
  return parts && parts.dayIndex * 1440 + parts.minuteOfDay;
}

function alike(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
