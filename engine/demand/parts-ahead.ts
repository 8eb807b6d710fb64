import type { SeriesForecast } from './settle-forecast';

/** A forecast taken apart: contacts of each part by step of the clock; their sum is the mean. */
export interface Parts {
  /** The level, spread evenly over the row's open intervals. */
  readonly trend: Float64Array;
  /** What the season of the year adds or takes. */
  readonly year: Float64Array;
  /** What the weekday adds or takes, and whatever else a day has of its own. */
  readonly week: Float64Array;
  /** What the time of day adds or takes; over a whole day this is nothing. */
  readonly day: Float64Array;
  /** What holidays, days around them and other named days add or take. */
  readonly events: Float64Array;
}

/** Factors of a history's seasons that the forecast's rows are held against. */
export interface SeasonFactors {
  /** By position of the cycle. */
  readonly weekday: Float64Array;
  /** Of a row of the frame. */
  readonly year: (row: number) => number;
  /** Contacts by slot over the last weeks. */
  readonly slotTotals: Float64Array;
}

/** A factor below this says nothing about the level behind it. */
const FAINT = 0.05;

/**
 * Trend, year, week, day and events of a forecast, in contacts.
 *
 * Use for a picture or a file; nothing is forecast by it. Formula: events = mean - the same mean on usual days; of the
 * usual day's total R, trend T = R / (year's factor * weekday's), averaged over a cycle of rows around; year = T (year's
 * factor - 1); week = R - T * year's factor; each spread evenly over the day's open intervals; day = what is left. Without
 * a week, T is R / year's factor and the week is nothing. A day that the horizon cuts is completed by its slots' shares.
 * Source: accounting; seasons by Cleveland et al. 1990. Units: contacts a step. Cost: O(horizon).
 */
export function partsAhead({ forecaster, mean, usual }: SeriesForecast, seasons: SeasonFactors): Parts {
  const { slots, cycle, phase, target, known } = forecaster.frame;
  const first = Math.floor(known / slots);
  const rows = Math.max(0, Math.ceil((known + mean.length) / slots) - first);
  const { totals, width } = rowsOfSteps(forecaster.frame, usual, seasons.slotTotals, first, rows);
  const weekly = cycle > 1;
  const level = Float64Array.from(totals, (total, r) => {
    const factor = seasons.year(first + r) * (weekly ? seasons.weekday[(first + r + phase) % cycle]! : 1);
    return factor > FAINT ? total / factor : Number.NaN;
  });
  const trends = weekly ? averaged(level, cycle, totals) : level.map((v, r) => (Number.isNaN(v) ? totals[r]! : v));
  const empty = () => new Float64Array(target.length);
  const parts = { trend: empty(), year: empty(), week: empty(), day: empty(), events: empty() };
  target.forEach((at, c) => {
    const h = at - known;
    if (h < 0) return;
    const r = Math.floor(at / slots) - first;
    const trend = trends[r]! / width[r]!;
    const seasonal = weekly ? trend * seasons.year(first + r) : totals[r]! / width[r]!;
    parts.trend[c] = trend;
    parts.year[c] = seasonal - trend;
    parts.week[c] = totals[r]! / width[r]! - seasonal;
    parts.events[c] = mean[h]! - usual[h]!;
    parts.day[c] = mean[h]! - (parts.trend[c]! + parts.year[c]! + parts.week[c]! + parts.events[c]!);
    if (slots > 1) return;
    // Without intervals what is left is rounding, and belongs to no time of day.
    parts.trend[c]! += parts.day[c]!;
    parts.day[c] = 0;
  });
  return parts;
}

/** Total of each row on usual days, whole ones where the horizon cuts it, and its open slots. */
function rowsOfSteps(
  { slots, cycle, phase, open, known }: SeriesForecast['forecaster']['frame'],
  usual: Float64Array,
  slotTotals: Float64Array,
  first: number,
  rows: number,
): { totals: Float64Array; width: Float64Array } {
  const totals = new Float64Array(rows);
  const width = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    let seen = 0;
    let whole = 0;
    let count = 0;
    for (let s = 0; s < slots; s++) {
      if (open[((first + r + phase) % cycle) * slots + s] !== 1) continue;
      width[r]! += 1;
      whole += slotTotals[s]!;
      const h = (first + r) * slots + s - known;
      if (h < 0 || h >= usual.length) continue;
      totals[r]! += usual[h]!;
      seen += slotTotals[s]!;
      count += 1;
    }
    if (count > 0 && count < width[r]!) totals[r]! *= seen > 0 ? whole / seen : width[r]! / count;
    width[r] = Math.max(1, width[r]!);
  }
  return { totals, width };
}

/** Mean over a cycle of rows around each, cut at the ends; the row's own total where nothing is known around it. */
function averaged(values: Float64Array, cycle: number, otherwise: Float64Array): Float64Array {
  const half = Math.floor(cycle / 2);
  return values.map((_, r) => {
    let sum = 0;
    let count = 0;
    for (let k = Math.max(0, r - half); k <= Math.min(values.length - 1, r + half); k++) {
      if (Number.isNaN(values[k])) continue;
      sum += values[k]!;
      count += 1;
    }
    return count > 0 ? sum / count : otherwise[r]!;
  });
}
