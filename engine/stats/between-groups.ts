/** How far groups lie apart in a figure, each with a weight. */
export interface GroupSpread {
  readonly mean: number;
  /** Standard deviation between the groups' figures. */
  readonly between: number;
  /** Mean of the worst share of the weight, the group on its edge in part. */
  readonly worst: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Spread of a figure between groups, by weight.
 *
 * Mean = Σ weight × value ÷ Σ weight; between² = Σ weight × (value - mean)² ÷ Σ weight: the part of the variance of everything in the
 * groups that lies between them (law of total variance). Worst = the mean of that share of the weight with the largest values, or the
 * least ones.
 *
 * Source: total variance, such as Searle, Casella and McCulloch, Variance Components (1992), ch. 3. Units: the values'. Valid: weights
 * above 0 for one group at least. Cost: sorting the groups.
 *
 * @example betweenGroups([{ weight: 3, value: 10 }, { weight: 1, value: 18 }], { share: 0.5, worse: 'more' }).worst // 14
 */
export function betweenGroups(
  groups: readonly { readonly weight: number; readonly value: number }[],
  tail: { readonly share: number; readonly worse: 'more' | 'less' },
): GroupSpread {
  const there = groups.filter(({ weight }) => weight > 0);
  const whole = there.reduce((sum, { weight }) => sum + weight, 0);
  const mean = there.reduce((sum, { weight, value }) => sum + weight * value, 0) / whole;
  const variance = there.reduce((sum, { weight, value }) => sum + weight * (value - mean) ** 2, 0) / whole;
  const sign = tail.worse === 'more' ? -1 : 1;
  const ordered = [...there].sort((a, b) => sign * (a.value - b.value));
  let left = tail.share * whole;
  let worst = 0;
  for (const { weight, value } of ordered) {
    const taken = Math.min(left, weight);
    worst += taken * value;
    left -= taken;
    if (left <= 0) break;
  }
  const values = there.map(({ value }) => value);
  return {
    mean,
    between: Math.sqrt(variance),
    worst: worst / (tail.share * whole),
    least: Math.min(...values),
    most: Math.max(...values),
  };
}
