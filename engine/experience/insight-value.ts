/**
 * What is learned by hearing so many contacts of a reason in a year, with diminishing returns.
 *
 * Most × (1 - 2^(-contacts ÷ contacts to half)): the first contacts teach most, and half of all there is to learn is
 * known after `contactsToHalf`. What deflection costs is the difference between two numbers of contacts.
 *
 * Source: saturating exponential, the usual form of diminishing returns; the two figures are the planner's own.
 * Units: plan currency a year, contacts a year. Valid: at least 0. Cost: constant.
 *
 * @example insightValue(100_000, 5000, 10_000) // 75,000
 */
export function insightValue(mostPerYear: number, contactsToHalf: number, contactsPerYear: number): number {
  return mostPerYear * (1 - 2 ** (-Math.max(0, contactsPerYear) / contactsToHalf));
}
