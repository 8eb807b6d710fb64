import { repeatableLog } from '../../stats';
import { NO_TRANSFORM, stabilizing, type Transform, transformed } from '../fit';
import type { RowMethod, RowShape } from './model';
import { DAMPING, type Shares, type Start, squaredErrors } from './squared-errors';

/** Shares with the squared errors that they make. */
interface Fit extends Shares {
  readonly sse: number;
}

/** Rows beyond which older history no longer moves the fit. */
const LONGEST = 1500;

/** One pass of additive exponential smoothing with a damped trend and a season of length m: the state it ends in. */
function smooth(x: Float64Array, m: number, start: Start, { alpha, beta, gamma }: Shares) {
  const season = Float64Array.from(start.season);
  let { level } = start;
  let trend = 0;
  for (let t = 0; t < x.length; t++) {
    const p = t % m;
    const expected = level + DAMPING * trend;
    const error = x[t]! - expected - season[p]!;
    level = expected + alpha * error;
    trend = DAMPING * trend + beta * error;
    season[p]! += gamma * error;
  }
  return { level, trend, season };
}

/** First level and season from the first few cycles. */
function startOf(x: Float64Array, m: number): Start {
  const cycles = Math.max(1, Math.min(5, Math.floor(x.length / m)));
  const season = new Float64Array(m);
  let mean = 0;
  for (let t = 0; t < cycles * m; t++) mean += x[t]!;
  mean /= cycles * m;
  if (m > 1) {
    for (let c = 0; c < cycles; c++) {
      let own = 0;
      for (let p = 0; p < m; p++) own += x[c * m + p]!;
      own /= m;
      for (let p = 0; p < m; p++) season[p]! += (x[c * m + p]! - own) / cycles;
    }
  }
  return { level: mean, season };
}

/** Steps tried around a fit: level, trend and season, up and down. */
const MOVES = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
] as const;

const ALPHAS = [0.02, 0.06, 0.12, 0.2, 0.32, 0.5, 0.75];

/** The one with the least squared error. */
function bestOf(x: Float64Array, m: number, start: Start, sets: readonly Shares[], before: Fit | null = null): Fit {
  let best = before;
  squaredErrors(x, m, start, sets).forEach((sse, i) => {
    if (!best || sse < best.sse) best = { ...sets[i]!, sse };
  });
  return best!;
}

/** The best of a coarse grid without a trend, and the same with a damped one. */
function coarse(x: Float64Array, m: number, start: Start): { level: Fit; trended: Fit } {
  const gammas = m > 1 ? [0.005, 0.05, 0.15] : [0];
  const grid = ALPHAS.flatMap((alpha) => gammas.map((gamma) => ({ alpha, beta: 0, gamma })));
  const level = bestOf(x, m, start, grid);
  const { alpha, gamma } = level;
  const slopes = [0.05, 0.2].flatMap((share) =>
    [0.6, 1].map((times) => ({ alpha: alpha * times, beta: alpha * share, gamma })),
  );
  return { level, trended: bestOf(x, m, start, slopes) };
}

/** Halving steps around a fit, by turns in each of its parameters. */
function refined(x: Float64Array, m: number, start: Start, from: Fit): Fit {
  const moves = MOVES.filter(([, db, dg]) => (db === 0 || from.beta > 0) && (dg === 0 || m > 1));
  let best = from;
  let step = 0.5;
  for (let round = 0; round < 5; round++, step /= 1.7) {
    const { alpha, beta, gamma } = best;
    const around = moves.map(([da, db, dg]) => {
      const moved = Math.min(0.99, alpha * (1 + step * da));
      return {
        alpha: moved,
        beta: Math.min(moved, beta * (1 + step * db)),
        gamma: m > 1 ? Math.min(0.5, Math.max(0.001, gamma * (1 + step * dg))) : 0,
      };
    });
    best = bestOf(x, m, start, around, best);
  }
  return best;
}

/**
 * Exponential smoothing with the form selected: additive or multiplicative (by logarithm or root), with or without a
 * damped trend, with or without a season.
 *
 * Use for day totals and weekly counts whose level moves. Formula: level, trend and season each corrected by a share of
 * the last error; the form has the lowest corrected Akaike criterion, transforms compared through their Jacobian.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, ch. 2 and 7; damping: Gardner and McKenzie 1985.
 * Units: counts. Valid: at least two cycles. Cost: O(25 n) for each of four forms, O(30 n) for the best.
 */
export const smoothing: RowMethod = (past, shape, rows) => {
  const path = smoothRows(past, shape, rows, [NO_TRANSFORM, stabilizing(past)]);
  return path?.map((v) => Math.max(0, v)) ?? null;
};

/** The same on values of any sign, under the transforms given. */
export function smoothRows(
  past: Float64Array,
  shape: RowShape,
  rows: number,
  transforms: readonly Transform[],
): Float64Array | null {
  const y = past.length > LONGEST ? past.subarray(past.length - LONGEST) : past;
  const n = y.length;
  const m = shape.cycle;
  if (n < Math.max(2 * m, 4)) return null;
  const first = n % m;
  const used = first > 0 ? y.subarray(first) : y;
  let best: { fit: Fit; x: Float64Array; start: Start; transform: Transform; score: number; m: number } | null = null;
  for (const transform of transforms) {
    const x = transformed(used, transform);
    let jacobian = 0;
    if (transform.kind === 'log') for (let t = 0; t < x.length; t++) jacobian += 2 * x[t]!;
    else if (transform.kind === 'root')
      for (let t = 0; t < x.length; t++) jacobian += 2 * repeatableLog(2 * Math.max(x[t]!, 0.5));
    for (const season of m > 1 ? [m, 1] : [1]) {
      const start = startOf(x, season);
      const { level: flat, trended } = coarse(x, season, start);
      for (const found of [flat, trended]) {
        const scored = Math.max(1, x.length - season);
        const k = 3 + (season > 1 ? season : 0) + (found === trended ? 2 : 0);
        const spread = Math.max(found.sse / scored, 1e-12);
        const score =
          x.length * repeatableLog(spread) + jacobian + 2 * k + (2 * k * (k + 1)) / Math.max(1, x.length - k - 1);
        if (!best || score < best.score) best = { fit: found, x, start, transform, score, m: season };
      }
    }
  }
  const { transform, m: season } = best!;
  const chosen = smooth(best!.x, season, best!.start, refined(best!.x, season, best!.start, best!.fit));
  const out = new Float64Array(rows);
  let { level } = chosen;
  let slope = chosen.trend;
  for (let h = 0; h < rows; h++) {
    slope *= DAMPING;
    level += slope;
    const p = (used.length + h) % season;
    out[h] = transform.back(level + chosen.season[p]!);
  }
  return out;
}
