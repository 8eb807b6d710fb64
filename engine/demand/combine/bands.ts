import { repeatableExp, repeatableLog, roughNormalQuantile } from '../../stats';

/** One backtest trial of the final forecast: what was said and what came (NaN where nothing is known). */
export interface Residuals {
  /** Step of the frame where the forecast starts; absent where that has no meaning (sums, stand-in errors). */
  readonly origin?: number | undefined;
  readonly forecast: Float64Array;
  readonly actual: Float64Array;
}

/** Lower and upper bound of one level, step by step. */
export interface Band {
  /** Percent, such as 80. */
  readonly level: number;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

export interface BandInput {
  readonly trials: readonly Residuals[];
  readonly forecast: Float64Array;
  /** Steps that share a horizon: the slots of a day, or 1. */
  readonly slots: number;
  /** Percent. */
  readonly levels: readonly number[];
  /** Slots of the day (or days of the week) that have a spread of their own, and the frame step of the first forecast. */
  readonly positions?: { readonly count: number; readonly first: number } | undefined;
  /** How much wider a band of a level (a share) has to be, its errors being measured by a power of the forecast. */
  readonly widening?: ((share: number, power: number) => number) | undefined;
  /** Whether what is forecast are whole contacts, which vary at least as Poisson counts do. */
  readonly counts?: boolean | undefined;
}

/** Counts have a variance that grows with their mean at least (Poisson), so their errors are never taken as even. */
const POWERS = [0.5, 1] as const;
/** Less than anything that is measured, in any unit. */
const NOTHING = 1e-150;
/** Errors that a position's own spread must outweigh. */
const SHARED_SPREAD = 30;
/** Errors wanted before a quantile is taken; neighbouring horizons are joined until there are as many. */
const ENOUGH = 160;

/**
 * Prediction bands from the forecast's own backtest errors, by horizon, over-dispersed with the size of the forecast.
 *
 * Use with the errors of the very combination that forecasts, each trial weighted without itself. Errors are divided by
 * the forecast to the power 1/2 (counts) or 1 (proportional), whichever makes them most alike over small and large
 * forecasts, and by the spread of their slot of the day; the band is the forecast plus their quantiles times the same,
 * never below zero, never narrower further ahead, and never outside that of a higher level. Counts get 0 for a lower
 * bound where even a Poisson count would be 0 in that share of cases.
 * Formula: a rank somewhat above the level of the absolute errors (`cautiousRank`), averaged with the same ranks of the
 * signed errors.
 * Source: split conformal prediction: Vovk, Gammerman and Shafer 2005; for time series: Barber et al. 2023; scaled by
 * spread: Lei et al. 2018, sec. 5.2; over-dispersion: Jongbloed and Koole 2001.
 * Valid: at least one trial. Cost: O(trials * horizon * log).
 */
export function conformalBands({ trials, forecast, slots, levels, positions, widening, counts }: BandInput): Band[] {
  const power = evenPower(trials);
  const floor = sizeFloor(trials, forecast);
  const rows = Math.ceil(forecast.length / slots);
  const size = (value: number): number => raised(Math.max(value, floor), power);
  const spread = spreadByPosition(trials, size, positions?.count ?? 1);
  const scaled = scaledErrors(trials, slots, rows, size, spread);
  const pools = Array.from({ length: rows }, (_, r) => {
    const signed = joined(scaled, r).sort();
    return { signed, absolute: sortedSizes(signed) };
  });
  const bands = [...levels]
    .sort((a, b) => a - b)
    .map((level): Band => {
      const share = level / 100;
      const rank = cautiousRank(share, Math.max(1, trials.length));
      const below = new Float64Array(rows);
      const above = new Float64Array(rows);
      for (let r = 0; r < rows; r++) {
        const { signed, absolute } = pools[r]!;
        const magnitude = quantile(absolute, rank);
        below[r] = (magnitude - quantile(signed, (1 - rank) / 2)) / 2;
        above[r] = (magnitude + quantile(signed, (1 + rank) / 2)) / 2;
      }
      widen(below);
      widen(above);
      const times = widening?.(share, power) ?? 1;
      const lo = new Float64Array(forecast.length);
      const hi = new Float64Array(forecast.length);
      for (let h = 0; h < forecast.length; h++) {
        const r = Math.floor(h / slots);
        const unit = times * size(forecast[h]!) * spread[((positions?.first ?? 0) + h) % spread.length]!;
        const none = counts === true && repeatableExp(-forecast[h]!) >= (1 - share) / 2;
        lo[h] = none ? 0 : Math.max(0, forecast[h]! - Math.max(0, below[r]!) * unit);
        hi[h] = forecast[h]! + Math.max(0, above[r]!) * unit;
      }
      return { level, lo, hi };
    });
  nest(bands);
  return bands;
}

/**
 * The rank taken for a share, the errors of a trial being alike: share + the least of (1 - share) / 2, 1.5 (1 - share) /
 * trials, and what Student's quantile adds to the normal's, phi(z) z (z^2 + 1) / (2 trials).
 */
function cautiousRank(share: number, trials: number): number {
  const z = roughNormalQuantile((1 + share) / 2);
  const student = (repeatableExp(-0.5 * z * z) * z * (z * z + 1)) / (2 * Math.sqrt(2 * Math.PI));
  return share + Math.min((1 - share) / 2, (1.5 * (1 - share)) / trials, student / trials);
}

/** Holds each band outside those of lower levels. */
function nest(ascending: readonly Band[]): void {
  for (let i = 1; i < ascending.length; i++) {
    const inner = ascending[i - 1]!;
    const { lo, hi } = ascending[i]!;
    for (let h = 0; h < lo.length; h++) {
      lo[h] = Math.min(lo[h]!, inner.lo[h]!);
      hi[h] = Math.max(hi[h]!, inner.hi[h]!);
    }
  }
}

/** Mean scaled error of each position over that of all, drawn to 1. */
function spreadByPosition(
  trials: readonly Residuals[],
  size: (value: number) => number,
  positions: number,
): Float64Array {
  const sums = new Float64Array(positions);
  const counts = new Float64Array(positions);
  let all = 0;
  let seen = 0;
  for (const { origin, forecast, actual } of positions > 1 ? trials : []) {
    if (origin === undefined) continue;
    for (let h = 0; h < actual.length; h++) {
      if (Number.isNaN(actual[h])) continue;
      const error = Math.abs(actual[h]! - forecast[h]!) / size(forecast[h]!);
      sums[(origin + h) % positions]! += error;
      counts[(origin + h) % positions]! += 1;
      all += error;
      seen += 1;
    }
  }
  const mean = seen > 0 ? all / seen : 0;
  if (!(mean > 0)) return new Float64Array(positions).fill(1);
  return sums.map((sum, p) => (sum / mean + SHARED_SPREAD) / (counts[p]! + SHARED_SPREAD));
}

/** Scaled errors by row ahead. */
function scaledErrors(
  trials: readonly Residuals[],
  slots: number,
  rows: number,
  size: (value: number) => number,
  spread: Float64Array,
): number[][] {
  const byRow: number[][] = Array.from({ length: rows }, () => []);
  for (const { origin, forecast, actual } of trials) {
    for (let h = 0; h < actual.length; h++) {
      const row = byRow[Math.floor(h / slots)];
      if (!row || Number.isNaN(actual[h])) continue;
      const own = origin === undefined ? 1 : spread[(origin + h) % spread.length]!;
      row.push((actual[h]! - forecast[h]!) / (size(forecast[h]!) * own));
    }
  }
  return byRow;
}

/** Errors of a row and of as many neighbours on both sides as it takes. */
function joined(byRow: readonly number[][], r: number): Float64Array {
  let from = r;
  let to = r;
  let count = byRow[r]?.length ?? 0;
  for (let reach = 1; count < ENOUGH && reach < byRow.length; reach++) {
    if (from > 0) {
      from -= 1;
      count += byRow[from]!.length;
    }
    if (to + 1 < byRow.length) {
      to += 1;
      count += byRow[to]!.length;
    }
  }
  const pool = new Float64Array(count);
  for (let row = from, at = 0; row <= to; at += byRow[row++]!.length) pool.set(byRow[row]!, at);
  return pool;
}

/** Absolute values of sorted numbers, sorted: its two ends joined. */
function sortedSizes(sorted: Float64Array): Float64Array {
  const out = new Float64Array(sorted.length);
  let low = 0;
  let high = sorted.length - 1;
  for (let at = high; at >= 0; at--) {
    if (Math.abs(sorted[low]!) > Math.abs(sorted[high]!)) out[at] = Math.abs(sorted[low++]!);
    else out[at] = Math.abs(sorted[high--]!);
  }
  return out;
}

/** Never narrower further ahead: each value at least the pool-adjacent mean of those before (isotonic regression). */
function widen(values: Float64Array): void {
  const means: number[] = [];
  const counts: number[] = [];
  for (const v of values) {
    means.push(v);
    counts.push(1);
    while (means.length > 1 && means[means.length - 2]! > means[means.length - 1]!) {
      const count = counts.pop()!;
      const mean = means.pop()!;
      const last = means.length - 1;
      means[last] = (means[last]! * counts[last]! + mean * count) / (counts[last]! + count);
      counts[last]! += count;
    }
  }
  let at = 0;
  means.forEach((mean, i) => {
    for (let k = 0; k < counts[i]!; k++) values[at++] = mean;
  });
}

/** The power of the forecast that makes errors most alike over its sizes. */
function evenPower(trials: readonly Residuals[]): number {
  const pairs: [number, number][] = [];
  for (const { forecast, actual } of trials) {
    for (let h = 0; h < actual.length; h++) {
      if (!Number.isNaN(actual[h]) && forecast[h]! > 0) pairs.push([forecast[h]!, Math.abs(actual[h]! - forecast[h]!)]);
    }
  }
  if (pairs.length < 40) return 0.5;
  pairs.sort((a, b) => a[0] - b[0]);
  let best: number = 0.5;
  let least = Number.POSITIVE_INFINITY;
  for (const power of POWERS) {
    const means = [0, 1, 2, 3].map((q) => {
      const part = pairs.slice(Math.floor((q * pairs.length) / 4), Math.floor(((q + 1) * pairs.length) / 4));
      return part.reduce((sum, [f, e]) => sum + e / raised(f, power), 0) / part.length;
    });
    const spread = repeatableLog((Math.max(...means) + NOTHING) / (Math.min(...means) + NOTHING));
    if (spread < least) {
      least = spread;
      best = power;
    }
  }
  return best;
}

/** One of the powers; a root and no `**`, whose last digit differs between machines. */
export function raised(value: number, power: number): number {
  return power === 1 ? value : Math.sqrt(value);
}

/** Size below which a forecast is treated as this size, so that quiet slots keep a band. */
function sizeFloor(trials: readonly Residuals[], forecast: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const path of [forecast, ...trials.map((t) => t.forecast)]) {
    for (const v of path) {
      sum += v;
      count += 1;
    }
  }
  return Math.max((0.02 * sum) / Math.max(1, count), NOTHING);
}

/** Quantile of sorted values by linear interpolation; 0 of none. */
export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return 0;
  const at = Math.min(sorted.length - 1, Math.max(0, share * (sorted.length + 1) - 1));
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}
