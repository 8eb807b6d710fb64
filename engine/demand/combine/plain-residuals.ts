import { normalQuantile, repeatableExp, repeatableLog, studentTQuantile } from '../../stats';
import type { Frame } from '../frame';
import type { Residuals } from './bands';

/** Trials below which the plain errors stand in for those that are not there. */
export const FEW_TRIALS = 4;

/** What is thought of a series before it is seen: days vary by so much, believed like so many days more than one. */
const PRIOR_CV = 0.2;
const PRIOR_DEGREES = 2;
/** The least that days are taken to vary by. */
const LEAST_CV = 0.02;
/** Stretches of the history that are looked at, and stretches in all, so that quantiles are smooth. */
const MOST_STRETCHES = 6;
const STRETCHES = 16;
/** Irrational steps that scatter chance evenly over intervals and stretches. */
const GOLDEN = 0.6180339887498949;
const SILVER = 0.41421356237309515;

/** Means by position that leave one value out: of its slot in the week, else of its slot of the day, else of none. */
interface SlotMeans {
  /** Rows with a value, and how many of them say something beyond the means. */
  readonly rows: number;
  readonly degrees: number;
  /** Mean of a step's own position, the step left out where it has a value; NaN where nothing else is known. */
  readonly others: (t: number) => number;
}

/**
 * Stand-in errors for a history too short for a backtest: each value against the mean of the others at its place in the
 * week (or of its time of day where there is no other), beside errors as any queue may have them.
 *
 * Use together with what trials there are, so that short histories get an honest, wide forecast; with one value, what any
 * queue may have is all there is. Stretches are as long as the horizon, so that sums over it have errors too.
 * Formula: variance = mean (counts: their Poisson noise) + (cv mean)^2; the logarithm of cv is that of the series and
 * that of 20 %, mixed as the degrees of freedom that the series has to 2.
 * Source: shrinkage of a spread by prior degrees: Gelman et al., Bayesian Data Analysis (3rd ed., 2013), sec. 3.2; the 20 %:
 * own judgement after the variation of daily calls in Jongbloed and Koole 2001. Cost: O(n + horizon).
 */
export function plainResiduals(frame: Frame, steps: number, counts: boolean): Residuals[] {
  const { known, values } = frame;
  const { rows, degrees, others } = slotMeansOf(frame);
  const { cv, scale } = spreadOf(values, others, degrees, counts);
  const own = degrees > 0 ? Math.max(1, Math.min(MOST_STRETCHES, Math.floor(known / Math.max(1, steps)))) : 0;
  const stretches = Array.from({ length: own }, (_, b): Residuals => {
    const from = placesOf(frame, steps, b);
    const forecast = Float64Array.from(from, (t) => finite(others(t), 0));
    return { forecast, actual: forecast.map((f, h) => f + scale * (values[from[h]!]! - others(from[h]!))) };
  });
  const thought =
    own > 0 ? Math.max(2, Math.round((STRETCHES * PRIOR_DEGREES) / (PRIOR_DEGREES + degrees))) : STRETCHES;
  const copies = own > 0 ? Math.max(1, Math.round((thought * degrees) / PRIOR_DEGREES / own)) : 0;
  const mean = meanOf(values);
  const places = placesOf(frame, steps, 0);
  const level = cv * Math.sqrt(1 + 1 / rows);
  for (let k = 0; k < thought; k++) {
    const day = normalQuantile((k + 0.5) / thought);
    const forecast = Float64Array.from(places, (t) => finite(others(t), finite(values[t]!, mean)));
    const actual = forecast.map((f, h) => {
      const chance = counts ? Math.sqrt(f) * normalQuantile(0.001 + 0.998 * ((0.5 + h * GOLDEN + k * SILVER) % 1)) : 0;
      return f * (1 + level * day) + chance;
    });
    stretches.push({ forecast, actual });
  }
  for (let copy = 1; copy < copies; copy++) stretches.push(...stretches.slice(0, own));
  return stretches;
}

/** Coefficient of variation drawn to what is thought of any series, and how many times larger errors are by that. */
function spreadOf(
  values: Float64Array,
  others: SlotMeans['others'],
  degrees: number,
  counts: boolean,
): { cv: number; scale: number } {
  let squares = 0;
  let chance = 0;
  let sizes = 0;
  values.forEach((v, t) => {
    const f = others(t);
    if (Number.isNaN(v) || Number.isNaN(f)) return;
    squares += (v - f) ** 2;
    chance += counts ? f : 0;
    sizes += f * f;
  });
  if (!(sizes > 0)) return { cv: PRIOR_CV, scale: 1 };
  const seen = Math.max(LEAST_CV, Math.sqrt(Math.max(0, squares - chance) / sizes));
  const cv = repeatableExp(
    (degrees * repeatableLog(seen) + PRIOR_DEGREES * repeatableLog(PRIOR_CV)) / (degrees + PRIOR_DEGREES),
  );
  return { cv, scale: squares > 0 ? Math.min(3, Math.sqrt((chance + cv * cv * sizes) / squares)) : 1 };
}

/** Steps of the history that stand for those of the horizon, b horizons before its end, at the same place in the week. */
function placesOf({ known, slots, cycle }: Frame, steps: number, b: number): Int32Array {
  const unit = known >= slots * cycle ? slots * cycle : known >= slots ? slots : 1;
  const back = unit * Math.ceil(Math.max(1, steps) / unit) * (b + 1);
  const whole = unit * Math.floor(known / unit);
  return Int32Array.from({ length: steps }, (_, h) => {
    const t = known + h - back;
    return t >= 0 ? t : t + whole * Math.ceil(-t / whole);
  });
}

function slotMeansOf({ values, slots, cycle }: Frame): SlotMeans {
  const m = slots * cycle;
  const week = { sums: new Float64Array(m), counts: new Float64Array(m) };
  const day = { sums: new Float64Array(slots), counts: new Float64Array(slots) };
  const seen = new Set<number>();
  values.forEach((v, t) => {
    if (Number.isNaN(v)) return;
    week.sums[t % m]! += v;
    week.counts[t % m]! += 1;
    day.sums[t % slots]! += v;
    day.counts[t % slots]! += 1;
    seen.add(Math.floor(t / slots));
  });
  const rows = Math.max(1, seen.size);
  return {
    rows,
    degrees: rows < 2 * cycle ? rows - 1 : rows - cycle,
    others: (t) => {
      const v = values[t]!;
      const own = Number.isNaN(v) ? 0 : 1;
      for (const { sums, counts } of [week, day]) {
        const count = counts[t % counts.length]! - own;
        if (count > 0) return (sums[t % sums.length]! - (own ? v : 0)) / count;
      }
      return Number.NaN;
    },
  };
}

/**
 * Mean of each slot of the day over a history; of all slots where fewer than two days show it. Cost: O(n).
 */
export function slotMeans({ values, slots }: Pick<Frame, 'values' | 'slots'>): Float64Array {
  const sums = new Float64Array(slots);
  const counts = new Float64Array(slots);
  values.forEach((v, t) => {
    if (Number.isNaN(v)) return;
    sums[t % slots]! += v;
    counts[t % slots]! += 1;
  });
  const mean = meanOf(values);
  return sums.map((sum, slot) => (counts[slot]! > 1 ? sum / counts[slot]! : mean));
}

/**
 * How much wider bands are where a history has few rows (days, weeks): Student's quantile over the normal's, with the
 * degrees of freedom of the history and of what was thought before, times the root of (history + half the horizon) / history.
 *
 * The root is the level's own: a mean says less about a longer stretch that follows a shorter one.
 * Source: Gelman et al. 2013, sec. 3.2; root: own rule. Units: a factor of a band of this share. Cost: O(n).
 */
export function fewRowsWidening(frame: Frame, steps: number, share: number): number {
  const { degrees } = slotMeansOf(frame);
  const tail = (1 + share) / 2;
  const student = studentTQuantile(tail, PRIOR_DEGREES + degrees) / normalQuantile(tail);
  return student * Math.sqrt(1 + Math.min(0.5, steps / frame.known) / 2);
}

/** Every value beside the mean of its slot of the week (of the day in a history under three weeks). Cost: O(n). */
export function besideSlotMeans({ values, slots, cycle }: Pick<Frame, 'values' | 'slots' | 'cycle'>): Residuals {
  const m = values.length >= 3 * slots * cycle ? slots * cycle : slots;
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  values.forEach((v, t) => {
    if (Number.isNaN(v)) return;
    sums[t % m]! += v;
    counts[t % m]! += 1;
  });
  return { forecast: values.map((_, t) => sums[t % m]! / Math.max(1, counts[t % m]!)), actual: values };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    sum += v;
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}
