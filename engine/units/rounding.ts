/** Differences below this share of a number are arithmetic noise, not people. */
const NOISE = 1e-9;

/**
 * Whole heads that cover a fractional need: the one place where headcount is rounded.
 *
 * Tolerant of floating-point noise, so that 21 positions at 30 % shrinkage are 30 people and not 31
 * (21 / 0.7 is 30.000000000000004 in binary).
 *
 * Units: fractional positions or FTE in, heads out. Valid: at least 0. Cost: constant.
 *
 * @example wholeHeads(21 / (1 - 0.3)) // 30
 */
export function wholeHeads(need: number): number {
  return Math.max(0, Math.ceil(need - Math.max(1, Math.abs(need)) * NOISE));
}

/** Whether two numbers agree up to floating-point noise, relative to the larger (or to 1 for small ones). */
export function nearlyEqual(a: number, b: number, tolerance = NOISE): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}
