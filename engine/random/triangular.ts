/**
 * The value that a triangular number does not exceed with a given probability.
 *
 * Use for a figure of which only the least, the likeliest and the most are known. Draw it by a uniform number.
 * Formula: below the mode low + √(u (high - low)(mode - low)), above it high - √((1 - u)(high - low)(high - mode)).
 * Source: inverse of the triangular distribution (Law, Simulation Modeling and Analysis, 5th ed., 2015, section 8.3.15).
 * Units: of the figure. Valid: low <= mode <= high, u from 0 to 1. Mean (low + mode + high) ÷ 3. Cost: constant.
 *
 * @example triangularQuantile(0, 1, 2, 0.5) // 1
 */
export function triangularQuantile(low: number, mode: number, high: number, u: number): number {
  const width = high - low;
  if (width <= 0) return mode;
  return u <= (mode - low) / width
    ? low + Math.sqrt(u * width * (mode - low))
    : high - Math.sqrt((1 - u) * width * (high - mode));
}
