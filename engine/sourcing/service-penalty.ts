/**
 * What a provider gives back of a month's bill for service below what was promised.
 *
 * Bill × share per point × points missed, and never more than the bill. Points missed are those below target of the
 * streams that it serves, weighted by the contacts that it answered; above target earns nothing.
 *
 * Units: plan currency, points (0.01 of a share). Valid: shares of 0 to 1. Cost: O(streams).
 *
 * @example servicePenalty(100_000, 0.005, [{ answered: 10, level: 0.76, target: 0.8 }]) // 2000
 */
export function servicePenalty(
  bill: number,
  sharePerPoint: number,
  streams: readonly { readonly answered: number; readonly level: number; readonly target: number }[],
): number {
  let points = 0;
  let answered = 0;
  for (const stream of streams) {
    if (!(stream.answered > 0) || Number.isNaN(stream.level)) continue;
    points += stream.answered * Math.max(0, stream.target - stream.level) * 100;
    answered += stream.answered;
  }
  return answered > 0 ? bill * Math.min(1, (sharePerPoint * points) / answered) : 0;
}
