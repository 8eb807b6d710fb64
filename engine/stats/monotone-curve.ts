/** A point that a curve goes through. */
export interface CurveAnchor {
  readonly x: number;
  readonly y: number;
}

/**
 * A smooth curve through points that rises where they rise, and never overshoots them.
 *
 * Use for measured relations of which only a few points are known, such as resolution by handle time. Cubic between the
 * points, flat beyond the ends.
 *
 * Source: Fritsch & Carlson, Monotone Piecewise Cubic Interpolation, SIAM J. Numer. Anal. 17 (1980), with the harmonic
 * mean of slopes (Fritsch & Butland 1984). Units: those of the points. Valid: one point or more, x strictly rising.
 * Cost: O(log points) a look-up.
 *
 * @example monotoneCurve([{ x: 0, y: 0 }, { x: 1, y: 1 }, { x: 2, y: 1 }])(0.5) // 0.625
 */
export function monotoneCurve(points: readonly CurveAnchor[]): (x: number) => number {
  const last = points.length - 1;
  const rises = points.slice(1).map(({ x, y }, at) => (y - points[at]!.y) / (x - points[at]!.x));
  const slopes = points.map((point, at) => {
    if (at === 0) return rises[0] ?? 0;
    if (at === last) return rises[last - 1]!;
    const before = rises[at - 1]!;
    const after = rises[at]!;
    if (before * after <= 0) return 0;
    const left = point.x - points[at - 1]!.x;
    const right = points[at + 1]!.x - point.x;
    const weight = (1 + right / (left + right)) / 3;
    return (before * after) / (weight * after + (1 - weight) * before);
  });
  return (x) => {
    if (x <= points[0]!.x) return points[0]!.y;
    if (x >= points[last]!.x) return points[last]!.y;
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (points[middle]!.x <= x) low = middle;
      else high = middle;
    }
    const width = points[high]!.x - points[low]!.x;
    const t = (x - points[low]!.x) / width;
    const rest = 1 - t;
    return (
      points[low]!.y * (1 + 2 * t) * rest * rest +
      slopes[low]! * width * t * rest * rest +
      points[high]!.y * t * t * (3 - 2 * t) -
      slopes[high]! * width * t * t * rest
    );
  };
}
