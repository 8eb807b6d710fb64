/**
 * Mean of the worst part of some equally likely losses: the conditional value at risk, as the linear program has it.
 *
 * The worst (1 - level) × n losses, the last of them in part. For its sampling error use `tailRisk` of `risk`.
 *
 * Source: Rockafellar and Uryasev (2000). Cost: sorting.
 *
 * @example tailMean([1, 2, 3, 4], 0.5) // 3.5
 */
export function tailMean(losses: readonly number[], level: number): number {
  const worst = [...losses].sort((a, b) => b - a);
  let left = losses.length * (1 - level);
  let sum = 0;
  for (const loss of worst) {
    const part = Math.min(1, left);
    if (part <= 0) break;
    sum += part * loss;
    left -= part;
  }
  return sum / (losses.length * (1 - level));
}
