/**
 * How concentrated shares are: the Herfindahl-Hirschman index, the sum of squared shares.
 *
 * 1 for a single member, 1/n for n equal ones. Use its inverse, `effectiveNumber`, to talk to people.
 *
 * Source: Hirschman (1964, American Economic Review 54(5)). Units: shares of a whole, at least 0; scaled to add to 1.
 *
 * @example herfindahl([0.5, 0.5]) // 0.5
 */
export function herfindahl(shares: readonly number[]): number {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return whole > 0 ? shares.reduce((sum, share) => sum + (share / whole) ** 2, 0) : 0;
}

/**
 * How many equal members would be as concentrated: 1 over the Herfindahl index; 0 for nothing at all.
 *
 * Source: Laakso and Taagepera (1979, Comparative Political Studies 12(1)).
 *
 * @example effectiveNumber([0.8, 0.1, 0.1]) // 1.515151515151515
 */
export function effectiveNumber(shares: readonly number[]): number {
  const index = herfindahl(shares);
  return index > 0 ? 1 / index : 0;
}
