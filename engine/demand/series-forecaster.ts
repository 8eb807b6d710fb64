import { MINUTES_PER_DAY } from '../calendar';
import type { PathsAt } from './combine';
import { buildFrame, type Frame } from './frame';
import type { History } from './history';
import { stepOf } from './history';
import { MODELS } from './models';
import {
  type CalendarEffect,
  calendarFactors,
  cleanFrame,
  type Finding,
  fillGaps,
  specialDays,
  specialWeeks,
} from './prepare';
import { formatStamp } from './stamps';

/** One series made ready for models: its frame, what was cleaned, and the paths of all models from any past origin. */
export interface SeriesForecaster {
  readonly history: History;
  readonly frame: Frame;
  /** Frame steps to forecast from the end of the history. */
  readonly steps: number;
  readonly findings: readonly Finding[];
  readonly effects: readonly CalendarEffect[];
  /** Day factor of each frame row, from the whole history: 0 where closed. */
  readonly factors: Float64Array | null;
  /** Frame rows that carry a calendar kind. */
  readonly special: Uint8Array;
  /** Whether every known value is a whole number of contacts. */
  readonly counts: boolean;
  /** Total of each whole row as it came; NaN where less than half of its open slots have a value. */
  readonly rowTotals: Float64Array;
  /** Values that trials are held against: as they came, without closures and passing breaks that no calendar names. */
  readonly judged: Float64Array;
  /** Values that the models learn from, before calendar effects are taken out. */
  readonly cleaned: Float64Array;
  /** Paths of `PATHS` methods: every model on usual days with calendar effects laid on, then on days as they came. */
  readonly pathsAt: PathsAt;
  /** The same from the end of the history, also as if no day ahead were named by the calendar. */
  readonly pathsAhead: () => PathsAhead;
}

export interface PathsAhead {
  readonly paths: readonly (Float64Array | null)[];
  /** The same array where no day has an effect. */
  readonly usual: readonly (Float64Array | null)[];
}

/** Methods tried: every model twice, with calendar effects taken out and put back, and without. */
export const PATHS = MODELS.length * 2;

/** Name of a method by its place in `pathsAt`. */
export function methodName(index: number): string {
  const model = MODELS[index % MODELS.length]!;
  return index < MODELS.length ? model.name : `${model.name}, days as they came`;
}

export interface ForecasterOptions {
  readonly horizon: number;
  /** Day numbers of holidays and their names. */
  readonly holidays: ReadonlyMap<number, string>;
  readonly keep?: ReadonlySet<string> | undefined;
}

/** Median total of a day (or week) from which a history is cleaned: with less, nothing and plenty are chance. */
const LEAST_TYPICAL = 5;

/** Calendar factors beyond these are laid on even where days are taken as they came: nobody forecasts Christmas as usual. */
const STRONG = [0.7, 1.4] as const;

/** Lays out, cleans and prepares one series. Cost: O(n) and that of one `pathsAt` call per origin. */
export function prepareSeries(history: History, options: ForecasterOptions): SeriesForecaster {
  const frame = buildFrame(history, options.horizon);
  const { slots, cycle, year, phase, rowDay } = frame;
  const days = rowDay ? namedRows(rowDay, cycle, stepOf(history.clock), options.holidays) : [];
  const special = new Uint8Array(frame.rows);
  const counts = frame.values.every((v) => Number.isNaN(v) || Number.isInteger(v));
  const unit = unitOf(frame, counts);
  for (const { row } of days) special[row] = 1;
  const label = (step: number): string => labelOf(history, frame, step);
  let steps = 0;
  for (const at of frame.target) steps = Math.max(steps, at - frame.known + 1);

  const prepare = (origin: number) => {
    const { values, findings } = cleanFrame(frame, origin, {
      days,
      label,
      keep: options.keep,
      least: LEAST_TYPICAL * unit,
    });
    const filled = fillGaps(frame, values);
    if (days.length === 0)
      return { filled, findings, usual: null, factors: null, effects: [] as readonly CalendarEffect[] };
    const { totals, missing } = rowTotalsOf(frame, filled, values, origin);
    const { byRow, effects } = calendarFactors(totals, missing, cycle, days, frame.rows);
    return { filled, findings, usual: withoutEffects(filled, byRow, missing, slots, cycle), factors: byRow, effects };
  };

  const usualPaths = (prepared: ReturnType<typeof prepare>, ahead: number, wanted?: readonly boolean[]) => {
    const { filled, usual, factors } = prepared;
    const sample = { slots, cycle, year, phase, steps: ahead };
    const run = (values: Float64Array, first: number) => {
      const y = unit === 1 ? values : values.map((v) => v / unit);
      return MODELS.map((model, i) =>
        wanted && !wanted[first + i] ? null : sound(model.forecast({ ...sample, y }), unit),
      );
    };
    return [...run(usual ?? filled, 0), ...(factors ? run(filled, MODELS.length) : MODELS.map(() => null))];
  };
  const pathsAt: PathsAt = (origin, ahead, wanted) => {
    const prepared = prepare(origin);
    return laidOn(usualPaths(prepared, ahead, wanted), prepared.factors, origin, slots);
  };

  const atEnd = prepare(frame.known);
  const { filled, findings, factors, effects } = atEnd;
  const pathsAhead = (): PathsAhead => {
    const usual = usualPaths(atEnd, steps);
    return { usual, paths: laidOn(usual, factors, frame.known, slots) };
  };
  const { totals, missing } = rowTotalsOf(frame, fillGaps(frame), frame.values, frame.known);
  const rowTotals = totals.map((total, r) => (missing[r] === 1 ? Number.NaN : total));
  return {
    history,
    frame,
    steps,
    findings,
    effects,
    factors,
    special,
    counts,
    rowTotals,
    judged: judgedValues(frame, findings, special, options.keep),
    cleaned: filled,
    pathsAt,
    pathsAhead,
  };
}

/** The known values without what was found to be no demand: nobody asks a forecast to foresee a fire. */
function judgedValues(
  { values, slots }: Frame,
  findings: readonly Finding[],
  special: Uint8Array,
  keep: ReadonlySet<string> | undefined,
): Float64Array {
  const judged = values.slice();
  for (const { id, kind, step, steps } of findings) {
    if ((kind !== 'closure' && kind !== 'break') || keep?.has(id)) continue;
    for (let at = step; at < step + steps; at++) if (special[Math.floor(at / slots)] !== 1) judged[at] = Number.NaN;
  }
  return judged;
}

/** Paths with the calendar's effects laid on: all of them after usual days, strong ones after days as they came. */
function laidOn(
  usual: readonly (Float64Array | null)[],
  factors: Float64Array | null,
  origin: number,
  slots: number,
): readonly (Float64Array | null)[] {
  if (!factors) return usual;
  return usual.map((path, i) =>
    path
      ? path.map((v, h) => {
          const factor = factors[Math.floor((origin + h) / slots)] ?? 1;
          return i < MODELS.length || factor < STRONG[0] || factor > STRONG[1] ? v * factor : v;
        })
      : null,
  );
}

/** Rows that the calendar says something about: days, or weeks. */
function namedRows(rowDay: Int32Array, cycle: number, grainMinutes: number, holidays: ReadonlyMap<number, string>) {
  if (grainMinutes > MINUTES_PER_DAY) return specialWeeks(rowDay, Math.round(grainMinutes / MINUTES_PER_DAY), holidays);
  return cycle > 1 ? specialDays(rowDay, holidays) : [];
}

/** A path in contacts without a single impossible number, or nothing. */
function sound(path: Float64Array | null, unit: number): Float64Array | null {
  if (!path) return null;
  for (let h = 0; h < path.length; h++) {
    if (!Number.isFinite(path[h])) return null;
    path[h] = path[h]! < 0 ? 0 : path[h]! * unit;
  }
  return path;
}

/** Mean of what is no count in the models' own units, where their penalties and thresholds mean the same for all. */
const USUAL_MEAN = 100;

/** What the models count in: contacts, or for other figures a hundredth of their mean. */
function unitOf({ values }: Frame, counts: boolean): number {
  if (counts) return 1;
  let sum = 0;
  let known = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    sum += v;
    known += 1;
  }
  return sum > 0 ? sum / known / USUAL_MEAN : 1;
}

function rowTotalsOf(
  frame: Frame,
  filled: Float64Array,
  values: Float64Array,
  origin: number,
): { totals: Float64Array; missing: Uint8Array } {
  const { slots } = frame;
  const rows = Math.floor(origin / slots);
  const totals = new Float64Array(rows);
  const missing = new Uint8Array(rows);
  for (let r = 0; r < rows; r++) {
    let seen = 0;
    let open = 0;
    for (let s = 0; s < slots; s++) {
      const at = r * slots + s;
      totals[r]! += filled[at]!;
      if (!Number.isNaN(values[at])) seen += 1;
      if (frame.open[((r + frame.phase) % frame.cycle) * slots + s] === 1) open += 1;
    }
    if (seen * 2 < open) missing[r] = 1;
  }
  return { totals, missing };
}

/** The history as if every day had been a usual one. */
function withoutEffects(
  filled: Float64Array,
  byRow: Float64Array,
  missing: Uint8Array,
  slots: number,
  cycle: number,
): Float64Array {
  const out = Float64Array.from(filled);
  const m = slots * cycle;
  for (let at = 0; at < out.length; at++) {
    const row = Math.floor(at / slots);
    const factor = byRow[row]!;
    if (factor === 1) continue;
    if (factor > 0.05 && missing[row] !== 1) out[at]! /= factor;
    else if (at >= m) out[at] = out[at - m]!;
  }
  return out;
}

/** Time of a frame step, as written in the history. */
export function labelOf(history: History, frame: Frame, step: number): string {
  const row = Math.floor(step / frame.slots);
  if (frame.rowDay === null)
    return formatStamp(history.clock, history.start + (step - frame.known) + history.values.length);
  return formatStamp(
    { kind: 'wall', grainMinutes: Math.max(MINUTES_PER_DAY, stepOf(history.clock)) },
    (frame.rowDay[row] ?? 0) * MINUTES_PER_DAY,
  );
}
