/**
 * Divides the mean and the conditional value at risk of a sum over its parts, so that the parts add up to it exactly.
 *
 * A part's contribution to the tail is its mean over the tail's years: what the conditional value at risk would change by,
 * per unit, if the part were scaled up a little (Euler's rule, which for a sum of parts is Aumann and Shapley's).
 *
 * Source: Tasche (1999, Risk contributions and performance measurement); Denault (2001, Journal of Risk 4(1)).
 * Units: the sample's. Cost: parts × years.
 */
export function attribute(
  parts: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
): { readonly mean: number; readonly tail: number }[] {
  const years = weights.length;
  return parts.map((part) => {
    let mean = 0;
    let tail = 0;
    for (let year = 0; year < years; year++) {
      mean += part[year]! / years;
      tail += part[year]! * weights[year]!;
    }
    return { mean, tail };
  });
}
