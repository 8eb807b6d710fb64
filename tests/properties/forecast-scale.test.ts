import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastDemand } from '../../engine/answers/forecast-demand';
import { dayNumber } from '../../engine/calendar';
import type { Clock, History } from '../../engine/demand';
import { normal, RandomStream } from '../../engine/random';

const MONDAY = dayNumber('2025-01-06') * 1440;
/** Days after which the calendar repeats, weekdays and all. */
const GREGORIAN = 146_097;

interface Kind {
  readonly clock: Clock;
  readonly length: number;
  readonly horizon: number;
  /** Steps of the season. */
  readonly period: number;
}

const KINDS: readonly Kind[] = [
  { clock: { kind: 'wall', grainMinutes: 60 }, length: 24 * 50 + 5, horizon: 48, period: 24 },
  { clock: { kind: 'wall', grainMinutes: 1440 }, length: 430, horizon: 14, period: 7 },
  { clock: { kind: 'wall', grainMinutes: 1440 }, length: 16, horizon: 14, period: 7 },
  { clock: { kind: 'wall', grainMinutes: 10_080 }, length: 70, horizon: 6, period: 52 },
  { clock: { kind: 'steps', periods: [12] }, length: 60, horizon: 12, period: 12 },
  { clock: { kind: 'steps', periods: [] }, length: 3, horizon: 3, period: 3 },
];

/** A series that is no count: a season, a level that wanders, now and then nothing at all or far too much. */
function measured({ clock, length, period }: Kind, seed: number, zeros: boolean): History {
  const stream = new RandomStream(seed, 1, 2, 3);
  let level = 1;
  const values = Float64Array.from({ length }, (_, t) => {
    level *= Math.exp(0.01 * normal(stream));
    const luck = stream.uniform();
    const value = level * (1.5 + Math.sin((2 * Math.PI * t) / period)) * Math.exp(0.1 * normal(stream));
    return zeros && luck < 0.03 ? 0 : luck > 0.995 ? 8 * value : luck > 0.98 ? Number.NaN : value;
  });
  values[0] = 1.1;
  return { series: 's', clock, start: MONDAY, values };
}

const figures = (history: History, horizon: number): number[] =>
  forecastDemand([history], { horizon, levels: [50, 80, 95] }).series[0]!.rows.flatMap(({ mean, bounds }) => [
    mean,
    ...bounds.flatMap(({ lo, hi }) => [lo, hi]),
  ]);

const kind = fc.constantFrom(...KINDS);

describe('a forecast of the same history', () => {
  it('in other units is the same in those units, from 1e-9 to 1e10 times', () => {
    fc.assert(
      fc.property(
        kind,
        fc.nat(1e6),
        fc.boolean(),
        fc.constantFrom(1e-9, 1e-3, 7, 1e6, 1e10),
        (of, seed, zeros, times) => {
          const history = measured(of, seed, zeros);
          const plain = figures(history, of.horizon);
          const other = figures({ ...history, values: history.values.map((v) => v * times) }, of.horizon);
          const largest = Math.max(...plain);
          plain.forEach((value, i) => {
            expect(Math.abs(other[i]! / times - value) / largest).toBeLessThan(1e-6);
          });
        },
      ),
      { numRuns: 15, seed: 20261125 },
    );
  });

  it('400 years later is the same to the last digit', () => {
    fc.assert(
      fc.property(kind, fc.nat(1e6), (of, seed) => {
        const history = measured(of, seed, true);
        const later = history.start + GREGORIAN * 1440;
        expect(figures({ ...history, start: later }, of.horizon)).toEqual(figures(history, of.horizon));
      }),
      { numRuns: 8, seed: 20261126 },
    );
  });

  it('that never changes repeats it, nothing included, however small or large', () => {
    for (const { clock, length, horizon } of KINDS) {
      for (const value of [0, 1e-9, 1, 250, 1e12]) {
        const history: History = { series: 's', clock, start: MONDAY, values: new Float64Array(length).fill(value) };
        const { rows, total } = forecastDemand([history], { horizon }).series[0]!;
        for (const { mean, bounds } of rows) {
          expect(Math.abs(mean - value)).toBeLessThanOrEqual(1e-6 * value);
          for (const { lo, hi } of bounds) {
            expect(lo).toBeGreaterThanOrEqual(0);
            expect(lo).toBeLessThanOrEqual(mean);
            expect(hi).toBeGreaterThanOrEqual(mean);
            expect(hi).toBeLessThanOrEqual(3 * value + 8);
          }
        }
        expect(Math.abs(total!.mean - horizon * value)).toBeLessThanOrEqual(1e-6 * horizon * value);
      }
    }
  });
});
