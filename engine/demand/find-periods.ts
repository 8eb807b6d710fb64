/** Seasons tried on running numbers: weekdays, months, hours, half and quarter hours of day and week, weeks. */
const CANDIDATES: readonly (readonly number[])[] = [[7], [12], [24, 168], [48, 336], [52], [96, 672]];

/** Share of the variance that a season must explain, and by how much a longer one must do better than a shorter. */
const LEAST = 0.2;
const BETTER = 0.05;

/**
 * The seasons of a series without dates: the candidate whose positions differ most.
 *
 * Use where the planner has not named them. Formula: share of the variance round a centered mean of one season that the
 * means of the season's positions explain, adjusted for their number.
 * Source: seasonal strength: Wang, Smith and Hyndman 2006. Units: steps. Valid: at least three seasons. Cost: O(12 n).
 */
export function findPeriods(values: Float64Array): readonly number[] {
  let best: readonly number[] = [];
  let most = LEAST - BETTER;
  for (const periods of CANDIDATES) {
    const p = periods[0]!;
    if (values.length < 3 * p) continue;
    const share = explained(values, p);
    if (share > most + BETTER) {
      most = share;
      best = periods;
    }
  }
  return best;
}

function explained(values: Float64Array, p: number): number {
  const n = values.length;
  const sums = new Float64Array(p);
  const counts = new Float64Array(p);
  const rest = new Float64Array(n).fill(Number.NaN);
  let whole = 0;
  let used = 0;
  for (let t = p; t + p < n; t++) {
    let level = 0;
    for (let k = -Math.floor(p / 2); k < p - Math.floor(p / 2); k++) level += values[t + k]! / p;
    const v = values[t]! - level;
    if (Number.isNaN(v)) continue;
    rest[t] = v;
    sums[t % p]! += v;
    counts[t % p]! += 1;
    whole += v * v;
    used += 1;
  }
  if (used <= p + 1 || whole <= 0) return 0;
  let left = 0;
  for (let t = 0; t < n; t++) {
    if (!Number.isNaN(rest[t])) left += (rest[t]! - sums[t % p]! / Math.max(1, counts[t % p]!)) ** 2;
  }
  return 1 - (left / whole) * ((used - 1) / (used - p));
}
