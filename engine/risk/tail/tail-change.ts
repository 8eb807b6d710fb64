import { skewedReach } from './skewed-interval';
import { tailRisk, type WithError } from './tail-risk';

/**
 * How much worse the worst of one sample is than of another that shares its luck, with the interval that sharing leaves.
 *
 * Two plans sampled in the same years differ far less surely than either is known: the interval is that of the mean difference of
 * excesses over each one's value at risk, year by year. Source: as `tailRisk`, whose errors it subtracts year by year. Units: the
 * sample's. Valid: samples of the same years, in the same order. Cost: n log n.
 */
export function tailChange(before: ArrayLike<number>, after: ArrayLike<number>, level: number): WithError {
  const [one, other] = [tailRisk(before, level), tailRisk(after, level)];
  const value = other.conditional.value - one.conditional.value;
  const excess = (losses: ArrayLike<number>, at: number, { valueAtRisk }: typeof one) =>
    Math.max(0, losses[at]! - valueAtRisk.value);
  const { down, up } = skewedReach(
    Float64Array.from({ length: before.length }, (_, at) => excess(after, at, other) - excess(before, at, one)),
  );
  return { value, lo95: value - down / (1 - level), hi95: value + up / (1 - level) };
}
