import { describe, expect, it } from 'vitest';
import { repeatableCosine, repeatableExp, repeatableLog, repeatableSine } from '../../../engine/stats';

const ULP = 2 ** -52;

/** Arguments spread evenly over a range. */
const spread = (from: number, to: number): number[] =>
  Array.from({ length: 20_000 }, (_, i) => from + (to - from) * ((i * 0.6180339887498949) % 1));

describe('functions that are the same everywhere', () => {
  it('agree with 20-digit values', () => {
    // Wolfram Functions Site: exp(1), exp(-20), ln 2, ln 10, sin 1, cos 1.
    expect(repeatableExp(1)).toBeCloseTo(Math.E, 14);
    expect(repeatableExp(-20) / 2.061153622438558e-9).toBeCloseTo(1, 14);
    expect(repeatableLog(2)).toBeCloseTo(Math.LN2, 15);
    expect(repeatableLog(10)).toBeCloseTo(Math.LN10, 15);
    expect(repeatableSine(1)).toBeCloseTo(0.8414709848078965, 15);
    expect(repeatableCosine(1)).toBeCloseTo(0.5403023058681398, 15);
  });

  it('keep within a unit of the last place of the platform’s own', () => {
    for (const x of spread(-700, 700)) {
      expect(Math.abs(repeatableExp(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(1.5 * ULP);
      const y = repeatableExp(x);
      expect(Math.abs(repeatableLog(y) - Math.log(y))).toBeLessThanOrEqual(1.5 * ULP * Math.abs(Math.log(y)));
    }
    for (const x of spread(-400, 400)) {
      expect(Math.abs(repeatableSine(x) - Math.sin(x))).toBeLessThanOrEqual(ULP);
      expect(Math.abs(repeatableCosine(x) - Math.cos(x))).toBeLessThanOrEqual(ULP);
    }
  });

  it('know the ends of their ranges', () => {
    expect([repeatableExp(0), repeatableExp(-800), repeatableExp(-Infinity)]).toEqual([1, 0, 0]);
    expect([repeatableExp(800), repeatableExp(Infinity)]).toEqual([Infinity, Infinity]);
    expect(repeatableExp(-745)).toBe(5e-324);
    expect(repeatableExp(709.7) / Math.exp(709.7)).toBeCloseTo(1, 14);
    expect([repeatableLog(0), repeatableLog(1), repeatableLog(Infinity)]).toEqual([-Infinity, 0, Infinity]);
    expect(repeatableLog(5e-324)).toBeCloseTo(-744.4400719213812, 10);
    expect([repeatableExp(Number.NaN), repeatableLog(Number.NaN), repeatableLog(-1)]).toEqual([NaN, NaN, NaN]);
  });
});
