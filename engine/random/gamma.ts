import { normal } from './normal';
import type { RandomStream } from './random-stream';

/**
 * A gamma random number with the given shape and mean.
 *
 * Use for uncertain rates (a busy or a quiet day multiplies all volumes by one gamma number of mean 1) and for
 * waiting times in stages. Squeeze of a cubed normal for shapes of 1 and above; smaller ones are reached from
 * shape + 1 by a power of a uniform number.
 *
 * Source: Marsaglia & Tsang, A Simple Method for Generating Gamma Variables, ACM TOMS 26 (2000).
 * Units: those of the mean; the variance is mean^2 / shape. Valid: shape above 0, mean at least 0. Cost: about 20 ns.
 *
 * @example gamma(stream, 28.7, 1) // a day's busyness factor
 */
export function gamma(stream: RandomStream, shape: number, mean: number): number {
  const scale = mean / shape;
  if (shape < 1) {
    const boost = stream.uniformAboveZero() ** (1 / shape);
    return scale * boost * standardGamma(stream, shape + 1);
  }
  return scale * standardGamma(stream, shape);
}

function standardGamma(stream: RandomStream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const cube = root * root * root;
    const u = stream.uniformAboveZero();
    if (u < 1 - 0.0331 * x * x * x * x) return d * cube;
    if (Math.log(u) < 0.5 * x * x + d * (1 - cube + Math.log(cube))) return d * cube;
  }
}
