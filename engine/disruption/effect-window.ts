import { dayNumber, type Grid } from '../calendar';
import type { Curve } from '../plan';
import { effectDays, effectLevel } from './effect-level';

/** The intervals in which an effect is felt, and its strength in each. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** Start of the disruption, in intervals of the grid; before the horizon it is negative. */
  readonly start: number;
  readonly perDay: number;
}

/** Where a curve that begins on a date lies on the grid; outside the horizon it is cut. */
export function effectWindow(grid: Grid, startDate: string, curve: Curve): Window {
  const perDay = 1440 / grid.intervalMinutes;
  const dayOffset = dayNumber(startDate) - grid.startDay;
  const days = grid.dayStarts.length - 1;
  const start = dayOffset >= 0 && dayOffset <= days ? grid.dayStarts[dayOffset]! : dayOffset * perDay;
  const end = start + Math.ceil(effectDays(curve) * perDay);
  return { start, perDay, from: Math.max(0, start), to: Math.min(grid.intervals, end) };
}

/** Walks an effect's intervals with its level, 0 to 1. */
export function eachLevel(window: Window, curve: Curve, visit: (interval: number, level: number) => void): void {
  for (let t = window.from; t < window.to; t++) visit(t, effectLevel(curve, (t - window.start) / window.perDay));
}
