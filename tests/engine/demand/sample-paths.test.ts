import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastDemand } from '../../../engine/answers/forecast-demand';
import { dayNumber } from '../../../engine/calendar';
import type { History } from '../../../engine/demand';
import { namedStream, normal } from '../../../engine/random';
import { InputFault } from '../../../engine/units';

const start = dayNumber('2025-01-06') * 1440;
const DAYS = 400;

/** Days whose surprises last: a level that drifts, shared with other series as far as `common` says. */
function drifting(series: string, common: number): History {
  const shared = namedStream({ seed: 1, entity: 'shared', purpose: 'drift' });
  const own = namedStream({ seed: 1, entity: series, purpose: 'drift' });
  let level = 0;
  const values = Float64Array.from({ length: DAYS }, (_, d) => {
    level = 0.9 * level + 0.05 * (common * normal(shared) + Math.sqrt(1 - common * common) * normal(own));
    return Math.max(0, Math.round(300 * Math.exp(level) * (d % 7 > 4 ? 0.5 : 1) + 5 * normal(own)));
  });
  return { series, clock: { kind: 'wall', grainMinutes: 1440 }, start, values };
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (v: readonly number[]): number => v.reduce((s, x) => s + x, 0) / v.length;
  const [ma, mb] = [mean(a), mean(b)];
  const dot = (f: (i: number) => number): number => a.reduce((s, _, i) => s + f(i), 0);
  return (
    dot((i) => (a[i]! - ma) * (b[i]! - mb)) / Math.sqrt(dot((i) => (a[i]! - ma) ** 2) * dot((i) => (b[i]! - mb) ** 2))
  );
}

describe('sample paths', () => {
  const options = { horizon: 14, paths: 480, seed: 5 };
  const [a, b] = forecastDemand([drifting('a', 0.95), drifting('b', 0.95)], options).series;
  const at = (series: typeof a, h: number): number[] => series!.paths!.map((path) => path[h]!);

  it('spread over each step as its bands do', () => {
    for (const h of [0, 6, 13]) {
      const { bounds } = a!.rows[h]!;
      for (const { level, lo, hi } of bounds) {
        const inside = at(a, h).filter((v) => v >= lo && v <= hi).length / options.paths;
        expect(Math.abs(inside - level / 100)).toBeLessThan(0.03);
      }
    }
  });

  it('keep what hangs together over days and over series', () => {
    expect(correlation(at(a, 3), at(a, 4))).toBeGreaterThan(0.5);
    expect(correlation(at(a, 3), at(b, 3))).toBeGreaterThan(0.5);
    const apart = forecastDemand([drifting('a', 0), drifting('b', 0)], options).series;
    expect(Math.abs(correlation(at(apart[0], 3), at(apart[1], 3)))).toBeLessThan(0.5);
  });

  it('give sums over series whose bands are wider the more the series go together', () => {
    const wide = forecastDemand([drifting('a', 0.95), drifting('b', 0.95)], options).together!;
    expect(wide.rows).toHaveLength(14);
    const sum = (h: number): number => a!.rows[h]!.mean + b!.rows[h]!.mean;
    wide.rows.forEach((row, h) => {
      expect(row.mean).toBeCloseTo(sum(h), 8);
    });
    expect(wide.total!.mean).toBeCloseTo(a!.total!.mean + b!.total!.mean, 6);
    const width = ({ bounds }: { bounds: readonly { lo: number; hi: number }[] }): number =>
      bounds[0]!.hi - bounds[0]!.lo;
    expect(width(wide.total!)).toBeGreaterThan(0.7 * (width(a!.total!) + width(b!.total!)));
    // Within a week errors partly cancel.
    expect(width(wide.total!)).toBeLessThan(wide.rows.reduce((w, row) => w + width(row), 0));
  });

  it('are the same for the same seed, others for another, and never negative or impossible', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(4), fc.nat(3000), fc.constant(Number.NaN)), { minLength: 1, maxLength: 70 }),
        fc.integer({ min: 0, max: 1e6 }),
        (values, seed) => {
          if (values.every((v) => Number.isNaN(v))) return;
          const history: History = { ...drifting('x', 0), values: Float64Array.from(values) };
          const draw = (s: number) => forecastDemand([history], { horizon: 9, paths: 30, seed: s }).series[0]!.paths!;
          const paths = draw(seed);
          expect(paths).toHaveLength(30);
          for (const path of paths) for (const v of path) expect(Number.isFinite(v) && v >= 0).toBe(true);
          expect(draw(seed)).toEqual(paths);
        },
      ),
      { numRuns: 15, seed: 20261125 },
    );
    const other = forecastDemand([drifting('a', 0.95)], { ...options, seed: 6 }).series[0]!.paths!;
    expect(other).not.toEqual(a!.paths);
  });

  it('are absent unless asked for, and refused beyond reason', () => {
    expect(forecastDemand([drifting('a', 0)], { horizon: 3 }).series[0]).not.toHaveProperty('paths');
    expect(() => forecastDemand([drifting('a', 0)], { horizon: 3, paths: 1e6 })).toThrow(InputFault);
  });
});
