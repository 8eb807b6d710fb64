import { repeatableExp, repeatableLog } from '../../stats';
import type { Frame } from '../frame';
import type { Occurrence } from './calendar-effects';
import { calendarSpikes } from './calendar-spikes';

export type FindingKind = 'closure' | 'outlier' | 'level-shift' | 'break' | 'missing';

/** Something in a history that is not business as usual, and what was done about it. */
export interface Finding {
  /** Stable name for undoing, such as `outlier:2024-05-03`. */
  readonly id: string;
  readonly kind: FindingKind;
  /** Frame step where it starts, and the steps it spans. */
  readonly step: number;
  readonly steps: number;
  /** Observed over usual: 0 for a closure, 2 for twice the usual. */
  readonly size: number;
  /** What was done, in one sentence. */
  readonly action: string;
}

export interface Cleaned {
  /** Values with what was found taken out (NaN). */
  readonly values: Float64Array;
  readonly findings: readonly Finding[];
}

export interface CleanOptions {
  /** Rows that a calendar explains: outliers only where they are far above others of their kind. */
  readonly days?: readonly Occurrence[] | undefined;
  /** Name of a frame step, for the findings' ids. */
  readonly label: (step: number) => string;
  /** Median of the rows' totals below which nothing is looked for. */
  readonly least: number;
  /** Findings to leave as they are. */
  readonly keep?: ReadonlySet<string> | undefined;
}

/** Robust standard deviations beyond which a day is an outlier. */
const OUTLIER = 8;
/** Least distance of an outlier from the usual, as a logarithm: 0.5 is 1.65 times or 0.6 times. */
const OUTLIER_SIZE = 0.5;

/**
 * Finds closures, outliers, passing breaks and lasting shifts of level in a history, and takes what is not demand out of
 * what the models learn from.
 *
 * Closed days, outliers and breaks become missing; a lasting shift is named and left (scaling what lies before it made
 * backtests worse). Whatever is listed in `keep` stays as it was.
 * Formula: a day against the median of the same weekday in the four weeks before and after, in robust standard deviations
 * of that distance over the whole history; a shift is a step between eight-week means.
 * Source: Hampel identifier: Davies and Gather 1993; level shifts: Chen and Liu 1993. Cost: O(n log n).
 */
export function cleanFrame(frame: Frame, upTo: number, options: CleanOptions): Cleaned {
  const { slots } = frame;
  const values = frame.values.slice(0, upTo);
  const rows = Math.floor(upTo / slots);
  const { totals, counts } = totalsOf(values, slots, rows);
  const findings: Finding[] = [];
  const add = (finding: Finding, act: () => void): void => {
    findings.push(finding);
    if (!options.keep?.has(finding.id)) act();
  };
  const blank = (from: number, to: number): void => {
    values.fill(Number.NaN, from * slots, to * slots);
  };
  const usual = usualTotals(totals, frame.cycle);
  const typical = median(totals.filter((v) => !Number.isNaN(v)));
  if (typical >= options.least) {
    for (let r = 0; r < rows; r++) {
      const gone = counts[r] === 0 ? 'missing' : totals[r] === 0 && usual[r]! > 0 ? 'closure' : null;
      if (!gone) continue;
      let end = r + 1;
      while (end < rows && (gone === 'missing' ? counts[end] === 0 : totals[end] === 0 && counts[end]! > 0)) end++;
      const action =
        gone === 'missing'
          ? 'no data; the models see the same slots of the week before'
          : 'no contacts; not learned as demand';
      add(
        {
          id: `${gone}:${options.label(r * slots)}`,
          kind: gone,
          step: r * slots,
          steps: (end - r) * slots,
          size: 0,
          action,
        },
        () => blank(r, end),
      );
      r = end - 1;
    }
    findBreaks(totals, frame.cycle, rows).forEach(({ from, to, size }) => {
      const action = 'passing break; left out of what the models learn';
      add(
        {
          id: `break:${options.label(from * slots)}`,
          kind: 'break',
          step: from * slots,
          steps: (to - from) * slots,
          size,
          action,
        },
        () => blank(from, to),
      );
    });
    const spread = robustSpread(totals, usual);
    const special = new Set(options.days?.map(({ row }) => row));
    const spikes = calendarSpikes(totals, usual, options.days ?? [], spread);
    for (let r = 0; r < rows; r++) {
      const y = totals[r]!;
      const u = usual[r]!;
      if (Number.isNaN(y) || u <= 0 || y === 0) continue;
      if (special.has(r) && !spikes.has(r)) continue;
      const distance = repeatableLog(y / u);
      if (Math.abs(distance) < Math.max(OUTLIER * spread, OUTLIER_SIZE)) continue;
      const beside = spikes.has(r) ? 'other days of its kind in the calendar' : 'the same weekdays around it';
      const action = `unlike ${beside}; left out of what the models learn`;
      add(
        {
          id: `outlier:${options.label(r * slots)}`,
          kind: 'outlier',
          step: r * slots,
          steps: slots,
          size: y / u,
          action,
        },
        () => blank(r, r + 1),
      );
    }
    for (const { row, size } of findShifts(totals, frame, rows, options.least)) {
      const action = 'lasting shift; named for you, the models follow it on their own';
      add(
        {
          id: `level-shift:${options.label(row * slots)}`,
          kind: 'level-shift',
          step: row * slots,
          steps: 0,
          size,
          action,
        },
        () => {},
      );
    }
  }
  return { values, findings };
}

function totalsOf(values: Float64Array, slots: number, rows: number): { totals: Float64Array; counts: Int32Array } {
  const totals = new Float64Array(rows);
  const counts = new Int32Array(rows);
  for (let r = 0; r < rows; r++) {
    for (let s = 0; s < slots; s++) {
      const v = values[r * slots + s]!;
      if (Number.isNaN(v)) continue;
      totals[r]! += v;
      counts[r]! += 1;
    }
  }
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  for (let r = 0; r < rows; r++) if (counts[r]! < most * 0.3) totals[r] = Number.NaN;
  return { totals, counts };
}

/** Median of the same position of the cycle in the four cycles before and after. */
function usualTotals(totals: Float64Array, cycle: number): Float64Array {
  const rows = totals.length;
  const out = new Float64Array(rows);
  const near = new Float64Array(8);
  for (let r = 0; r < rows; r++) {
    let count = 0;
    for (let k = -4; k <= 4; k++) {
      const at = r + k * cycle;
      if (k === 0 || at < 0 || at >= rows || Number.isNaN(totals[at])) continue;
      const v = totals[at]!;
      let place = count++;
      for (; place > 0 && near[place - 1]! > v; place--) near[place] = near[place - 1]!;
      near[place] = v;
    }
    if (count >= 3) out[r] = (near[(count - 1) >> 1]! + near[count >> 1]!) / 2;
  }
  return out;
}

function robustSpread(totals: Float64Array, usual: Float64Array): number {
  const distances: number[] = [];
  for (let r = 0; r < totals.length; r++) {
    if (totals[r]! > 0 && usual[r]! > 0) distances.push(Math.abs(repeatableLog(totals[r]! / usual[r]!)));
  }
  return 1.4826 * median(Float64Array.from(distances));
}

/** Runs of at least a cycle at less than half or more than twice the level before, which come back within 26 cycles. */
function findBreaks(totals: Float64Array, cycle: number, rows: number): { from: number; to: number; size: number }[] {
  const found: { from: number; to: number; size: number }[] = [];
  if (cycle === 1) return found;
  const weeks = Math.floor(rows / cycle);
  const start = rows - weeks * cycle;
  const weekly = Float64Array.from({ length: weeks }, (_, w) =>
    median(totals.subarray(start + w * cycle, start + (w + 1) * cycle).filter((v) => !Number.isNaN(v))),
  );
  for (let w = 6; w < weeks - 2; w++) {
    const before = median(weekly.slice(w - 6, w));
    if (before <= 0) continue;
    const steady = weekly.slice(w - 6, w).every((v) => v > before * 0.75 && v < before * 1.33);
    if (!steady || (weekly[w]! > before * 0.45 && weekly[w]! < before * 2.2)) continue;
    const low = weekly[w]! < before;
    let end = w + 1;
    while (end < weeks && (low ? weekly[end]! < before * 0.7 : weekly[end]! > before * 1.4)) end++;
    const backAgain = end + 2 <= weeks && weekly[end]! > before * 0.7 && weekly[end]! < before * 1.4;
    if (end - w > 26 || !backAgain) continue;
    found.push({ from: start + w * cycle, to: start + end * cycle, size: median(weekly.slice(w, end)) / before });
    w = end;
  }
  return found;
}

/** Lasting steps between the means of eight cycles' medians before and after (at the end four suffice), far beyond the history's own wandering. */
function findShifts(totals: Float64Array, frame: Frame, rows: number, least: number): { row: number; size: number }[] {
  const block = Math.max(frame.cycle, 1);
  const weeks = Math.floor(rows / block);
  if (weeks < 30) return [];
  const start = rows - weeks * block;
  const weekly = Float64Array.from({ length: weeks }, (_, w) => {
    const part = totals.subarray(start + w * block, start + (w + 1) * block).filter((v) => !Number.isNaN(v));
    // A week that was closed for the most part has no level to step from.
    const level = part.length > 0 ? median(part) : 0;
    return level > 1e-9 * least ? repeatableLog(level) : Number.NaN;
  });
  const steps = new Float64Array(weeks);
  for (let w = 8; w + 4 <= weeks; w++) {
    const before = weekly.slice(w - 8, w).filter((v) => !Number.isNaN(v));
    const after = weekly.slice(w, w + 8).filter((v) => !Number.isNaN(v));
    if (before.length > 0 && after.length > 0) steps[w] = mean(after) - mean(before);
  }
  const wander = 1.4826 * median(Float64Array.from(steps.subarray(8, weeks - 3), Math.abs));
  const found: { row: number; size: number }[] = [];
  const limit = Math.max(0.4, 5 * wander);
  for (let w = 8; w + 4 <= weeks; w++) {
    const size = Math.abs(steps[w]!);
    if (size < limit) continue;
    let peak = true;
    for (let k = -8; k <= 8; k++) if (Math.abs(steps[w + k] ?? 0) > size) peak = false;
    if (!peak || found.some((f) => Math.abs(f.row - (start + w * block)) < 8 * block)) continue;
    found.push({ row: start + w * block, size: repeatableExp(steps[w]!) });
  }
  return found;
}

function median(values: Float64Array): number {
  if (values.length === 0) return 0;
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
