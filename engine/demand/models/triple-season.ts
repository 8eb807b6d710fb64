import { stabilizing, transformed } from '../fit';
import type { Model, Sample } from './model';
import { carriedOn } from './slot-smoothing';

/** Years of history from which the season of the year is seen twice. */
const YEARS = 2;
/** Shares of an error that level, time of day, slot of the week and week of the year take. */
const SHARES = [
  { level: 0.002, day: 0.02, week: 0.08, year: 0.02 },
  { level: 0.01, day: 0.02, week: 0.08, year: 0.02 },
  { level: 0.002, day: 0.05, week: 0.2, year: 0.06 },
  { level: 0.01, day: 0.05, week: 0.2, year: 0.06 },
] as const;
/** Points of the year's shape; between them it runs straight. */
const WEEKS = 52;

/**
 * Exponential smoothing with three seasons: time of day, slot of the week and week of the year, and surprises carried on.
 *
 * Use for intervals within the day over at least two years, where the year moves the level and the shape of the day.
 * Formula: x[t] = level + day[t] + week[t] + year[t] + u[t]; each corrected by a share of u, the year by that of a whole
 * day; u[t] = a u[t-1] + b u[t-day]. Started from the means of slots and weeks over all the history, freed of its growth
 * from the first year to the last.
 * Source: Taylor, "Triple seasonal methods for short-term electricity demand forecasting", EJOR 204 (2010), eq. 5-9 (here
 * the year's season by week and not by interval, which one contact center has too few years for).
 * Units: counts. Valid: two years of 52 weeks. Cost: O(6 n).
 */
export const tripleSeason: Model = {
  id: 'triple-season',
  name: 'day, week and year smoothed together',
  source: 'Taylor 2010',
  forecast: (sample) => {
    const { slots, cycle, year, y, steps } = sample;
    const rows = Math.floor(y.length / slots);
    if (slots < 4 || year === 0 || rows < YEARS * 52 * cycle) return null;
    const transform = stabilizing(y);
    const x = transformed(y, transform);
    const start = startOf(x, sample, rows);
    let best: (Smoothed & { a: number; b: number; sse: number }) | null = null;
    for (const shares of SHARES) {
      const smoothed = smooth(x, sample, start, shares);
      const carried = carriedOn(smoothed.u, slots, slots * cycle * 52);
      if (!best || carried.sse < best.sse) best = { ...smoothed, ...carried };
    }
    const { level, day, week, ofYear, u, a, b } = best!;
    const path = new Float64Array(x.length + steps);
    path.set(u);
    const out = new Float64Array(steps);
    for (let h = 0; h < steps; h++) {
      const t = x.length + h;
      path[t] = a * path[t - 1]! + b * path[t - slots]!;
      const season = day[t % slots]! + week[t % week.length]! + valueAt(ofYear, placeOf(Math.floor(t / slots), year));
      out[h] = Math.max(0, transform.back(level + season + path[t]!));
    }
    return out;
  },
};

interface States {
  readonly level: number;
  readonly day: Float64Array;
  readonly week: Float64Array;
  readonly ofYear: Float64Array;
}

interface Smoothed extends States {
  /** Surprise of each step, before it corrects anything. */
  readonly u: Float64Array;
}

function startOf(x: Float64Array, { slots, cycle, year }: Sample, rows: number): States {
  const means = new Float64Array(rows);
  for (let at = 0; at < rows * slots; at++) means[Math.floor(at / slots)]! += x[at]! / slots;
  const whole = Math.floor(year);
  const mean = (from: number): number => means.subarray(from, from + whole).reduce((sum, v) => sum + v, 0) / whole;
  const growth = (mean(rows - whole) - mean(0)) / (rows - whole);
  const level = mean(rows - whole) + (growth * whole) / 2;
  const { sums, counts } = { sums: new Float64Array(WEEKS), counts: new Float64Array(WEEKS) };
  for (let r = 0; r < rows; r++) {
    const { at, next, share } = placeOf(r, year);
    const rest = means[r]! - level + growth * (rows - r);
    sums[at]! += (1 - share) * rest;
    counts[at]! += 1 - share;
    sums[next]! += share * rest;
    counts[next]! += share;
  }
  const ofYear = sums.map((sum, k) => sum / counts[k]!);
  const day = new Float64Array(slots);
  const week = new Float64Array(slots * cycle);
  const cycles = Math.floor(rows / cycle);
  for (let at = 0; at < cycles * week.length; at++) week[at % week.length]! += (x[at]! - level) / cycles;
  for (let p = 0; p < week.length; p++) day[p % slots]! += week[p]! / cycle;
  for (let p = 0; p < week.length; p++) week[p]! -= day[p % slots]!;
  return { level, day, week, ofYear };
}

function smooth(x: Float64Array, { slots, year }: Sample, start: States, shares: (typeof SHARES)[number]): Smoothed {
  const day = start.day.slice();
  const week = start.week.slice();
  const ofYear = start.ofYear.slice();
  const u = new Float64Array(x.length);
  let { level } = start;
  for (let row = 0, t = 0; t < x.length; row++) {
    const place = placeOf(row, year);
    const season = valueAt(ofYear, place);
    let surprise = 0;
    for (let s = 0; s < slots && t < x.length; s++, t++) {
      const p = t % week.length;
      const error = x[t]! - level - day[s]! - week[p]! - season;
      u[t] = error;
      level += shares.level * error;
      day[s]! += shares.day * error;
      week[p]! += shares.week * error;
      surprise += error / slots;
    }
    ofYear[place.at]! += shares.year * (1 - place.share) * surprise;
    ofYear[place.next]! += shares.year * place.share * surprise;
  }
  return { level, day, week, ofYear, u };
}

/** The two points of the year round a row, and how far it lies towards the later one. */
function placeOf(row: number, year: number): { at: number; next: number; share: number } {
  const along = ((row - year * Math.floor(row / year)) / year) * WEEKS;
  const at = Math.min(WEEKS - 1, Math.floor(along));
  return { at, next: (at + 1) % WEEKS, share: along - at };
}

function valueAt(ofYear: Float64Array, { at, next, share }: ReturnType<typeof placeOf>): number {
  return (1 - share) * ofYear[at]! + share * ofYear[next]!;
}
