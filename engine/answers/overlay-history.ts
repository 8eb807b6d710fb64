import { type History, type HistoryLayer, type LayerDifference, layerDifference, mergeLayers } from '../plan';
import { InputFault, issue } from '../units';

/** A history after a change of its layers, and what each layer says about those under it. */
export interface LayeredHistory {
  readonly history: History;
  /** In the order of the layers; what a lifted one would change, against the others that count below it. */
  readonly differences: readonly LayerDifference[];
}

/**
 * Lays an upload over a history of the same interval; nothing of the earlier ones is lost.
 *
 * Use to add late data, a correction, or the month that came after. The first upload becomes the lowest layer.
 * Units: contacts an interval. Valid: an upload on the history's own grid, anything else is an `InputFault`.
 * Cost: linear in intervals and layers.
 */
export function overlayHistory(history: History, upload: History): LayeredHistory {
  if (upload.intervalMinutes !== history.intervalMinutes) {
    throw new InputFault([
      issue(
        'history.interval',
        upload.name,
        `intervals of ${upload.intervalMinutes} minutes`,
        `${history.intervalMinutes} minutes, as ${history.name} has`,
      ),
    ]);
  }
  const layers = layersOf(history);
  return withLayers(history, [...layers, layerOf(upload, freeId(layers))]);
}

/**
 * The same history with its layers lifted, put back, moved or removed.
 *
 * One that is left with a single layer that counts and no other is a plain history again.
 */
export function withLayers(history: History, layers: readonly HistoryLayer[]): LayeredHistory {
  const { intervalMinutes } = history;
  const merged = mergeLayers(intervalMinutes, layers);
  if (!merged) {
    throw new InputFault([
      issue(
        'history.layers',
        history.name,
        'no upload that counts',
        'at least one; remove the history to be rid of all',
      ),
    ]);
  }
  const { layers: _layers, handled: _handled, handleTimeSeconds: _seconds, ...rest } = history;
  const only = layers.length === 1 ? layers[0] : undefined;
  return {
    history: { ...rest, ...merged, source: only?.source ?? rest.source, ...(only ? {} : { layers: [...layers] }) },
    differences: layers.map((layer, at) =>
      layerDifference(mergeLayers(intervalMinutes, layers.slice(0, at)), layer, intervalMinutes),
    ),
  };
}

/** A history's uploads; a plain one is its own only layer. */
export function layersOf(history: History): readonly HistoryLayer[] {
  return history.layers ?? [layerOf(history, 'upload-1')];
}

function layerOf(history: History, id: string): HistoryLayer {
  const { name, start, values, handled, handleTimeSeconds, source } = history;
  return {
    id,
    name: source === '' ? name : source.slice(0, 120),
    isOn: true,
    start,
    values,
    ...(handled ? { handled } : {}),
    ...(handleTimeSeconds ? { handleTimeSeconds } : {}),
    source,
  };
}

function freeId(layers: readonly HistoryLayer[]): string {
  const taken = new Set(layers.map(({ id }) => id));
  for (let count = layers.length + 1; ; count++) if (!taken.has(`upload-${count}`)) return `upload-${count}`;
}
