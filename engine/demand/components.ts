import { dateOfDay, WEEKDAY_NAMES, weekdayOfDay } from '../calendar';
import { repeatableExp, repeatableLog } from '../stats';
import { localLine, yearSeason } from './models';
import { type Parts, partsAhead } from './parts-ahead';
import type { SeriesForecast } from './settle-forecast';
import { formatStamp } from './stamps';

/** A history taken apart, where each part multiplies the level, and its forecast, where parts add up. */
export interface Components {
  /**
   * By row (day or week): its time, total, smooth level, the year's factor where 1.5 years are there, and the factor of a
   * holiday or another day that the calendar names: 1 on usual days, 0 where closed.
   */
  readonly rows: readonly {
    readonly timestamp: string;
    readonly total: number;
    readonly level: number;
    readonly year: number | null;
    readonly event: number;
  }[];
  /** Factor of each open weekday; empty where there is no week. */
  readonly week: readonly { readonly weekday: string; readonly factor: number }[];
  /** Share of the day's contacts by slot, over the last 8 weeks; empty without intervals. */
  readonly day: readonly { readonly slot: number; readonly share: number }[];
  /** By step of the clock ahead, contacts of each part; together they are the mean. */
  readonly ahead: Parts;
}

/**
 * Level, year, week, day and events of a history and its forecast, for a picture of what the forecast rests on.
 *
 * Use on a screen; the models estimate their own seasons. Formula: total = level times year's factor times weekday's
 * factor, on logarithms; level by a local line over half a year (or a third of a shorter history); ahead: `partsAhead`.
 * Source: Cleveland et al. 1990. Cost: O(rows * span / 7).
 */
export function componentsOf(forecast: SeriesForecast): Components {
  const { frame, cleaned, history, factors } = forecast.forecaster;
  const { slots, cycle, phase, rowDay, year } = frame;
  const rows = Math.floor(cleaned.length / slots);
  const totals = new Float64Array(rows);
  for (let at = 0; at < rows * slots; at++) totals[Math.floor(at / slots)]! += cleaned[at]!;
  const floor = totals.reduce((a, b) => a + b, 0) / Math.max(1, rows) / 1000 || 1e-6;
  const logs = Float64Array.from(totals, (v) => repeatableLog(Math.max(v, floor)));
  const yearly = year > 0 && rows >= 1.5 * year ? yearSeason(logs, year, cycle, 0.02) : null;
  const week = new Float64Array(cycle);
  const counts = new Float64Array(cycle);
  const span = Math.max(4 * cycle, Math.min(year > 0 ? year / 2 : rows / 3, rows / 3));
  const calm = Float64Array.from(logs, (v, r) => v - (yearly ? yearly[binOf(r, year, yearly.length)]! : 0));
  const level = rows > 1 ? localLine(calm, span, cycle) : calm;
  for (let r = 0; r < rows; r++) {
    week[(r + phase) % cycle]! += calm[r]! - level[r]!;
    counts[(r + phase) % cycle]! += 1;
  }
  for (let p = 0; p < cycle; p++) week[p]! /= Math.max(1, counts[p]!);
  const day = new Float64Array(slots);
  for (let at = Math.max(0, rows - 8 * cycle) * slots; at < rows * slots; at++) day[at % slots]! += cleaned[at]!;
  const whole = day.reduce((a, b) => a + b, 0);
  const yearAt = (r: number): number | null => (yearly ? repeatableExp(yearly[binOf(r, year, yearly.length)]!) : null);
  return {
    rows: Array.from(totals, (total, r) => ({
      timestamp: rowDay ? dateOfDay(rowDay[r]!) : formatStamp(history.clock, history.start + r * slots),
      total,
      level: repeatableExp(level[r]!),
      year: yearAt(r),
      event: factors?.[r] ?? 1,
    })),
    week:
      cycle > 1
        ? Array.from(week, (v, p) => ({ weekday: weekdayName(rowDay, p, phase, cycle), factor: repeatableExp(v) }))
        : [],
    day: slots > 1 && whole > 0 ? Array.from(day, (v, slot) => ({ slot, share: v / whole })) : [],
    ahead: partsAhead(forecast, { weekday: week.map(repeatableExp), year: (r) => yearAt(r) ?? 1, slotTotals: day }),
  };
}

function binOf(t: number, year: number, bins: number): number {
  return Math.min(bins - 1, Math.floor(((t % year) / year) * bins));
}

function weekdayName(rowDay: Int32Array | null, position: number, phase: number, cycle: number): string {
  const day = rowDay?.[(((position - phase) % cycle) + cycle) % cycle];
  return day === undefined ? `step ${position + 1}` : WEEKDAY_NAMES[weekdayOfDay(day)]!;
}
