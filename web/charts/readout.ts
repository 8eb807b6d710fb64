import type { LineState } from './line-state';
import { readableWall } from './wall-time';

const exact = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export function isPresent(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && !Number.isNaN(value);
}

/** A value as the readout shows it, or a dash where there is none. */
export function readValue(state: LineState, value: number | null | undefined): string {
  if (!isPresent(value)) return '–';
  const format = state.data.y.formatExact ?? state.data.y.format ?? ((number: number) => exact.format(number));
  return format(value);
}

/** Every figure at one position, in words, for screen readers. */
export function readoutText(state: LineState, index: number): string {
  const lines = state.data.series
    .filter((series) => series.as !== 'points' || isPresent(series.values[index]))
    .map((series) => [`${series.label} ${readValue(state, series.values[index])}`, series.notes?.[index]])
    .map((words) => words.filter(Boolean).join(', '));
  const bands = (state.data.bands ?? [])
    .filter((band) => isPresent(band.lower[index]))
    .map((band) => `${band.label} ${readValue(state, band.lower[index])} to ${readValue(state, band.upper[index])}`);
  return [readableWall(state.data.x[index] ?? '', state.data.timeOfDay), ...lines, ...bands].join(', ');
}
