import { describe, expect, it } from 'vitest';
import {
  gaussLegendre,
  logPoissonDensity,
  poissonDensity,
  poissonDeviance,
  stirlingError,
  studentTQuantile,
} from '../../../engine/stats';

const relative = (got: number, want: number) => Math.abs(got - want) / Math.abs(want);

describe('Student t quantiles', () => {
  // Published tables (Abramowitz & Stegun 26.10) and the closed forms for 1, 2 and 4 degrees of freedom.
  it.each([
    [0.975, 1, Math.tan(0.475 * Math.PI)],
    [0.975, 2, (2 * 0.475) / Math.sqrt(2 * 0.975 * 0.025)],
    [0.975, 9, 2.2621571628],
    [0.975, 19, 2.0930240544],
    [0.995, 30, 2.7499956536],
    [0.975, 1e6, 1.9599663568],
  ])('%s with %s degrees of freedom', (probability, degrees, want) => {
    expect(relative(studentTQuantile(probability, degrees), want)).toBeLessThan(1e-9);
    expect(studentTQuantile(1 - probability, degrees)).toBeCloseTo(-want, 6);
  });

  it('is 0 in the middle', () => expect(studentTQuantile(0.5, 7)).toBe(0));
});

describe('Poisson densities', () => {
  it('agree with the plain formula where that is safe', () => {
    for (const mean of [0.1, 1, 7.5, 30]) {
      let plain = Math.exp(-mean);
      for (let n = 0; n < 60; n++) {
        expect(relative(poissonDensity(n, mean), plain)).toBeLessThan(1e-12);
        plain *= mean / (n + 1);
      }
    }
  });

  it('add up to 1 where the plain formula overflows', () => {
    let sum = 0;
    for (let n = 98_000; n < 102_000; n++) sum += poissonDensity(n, 100_000);
    expect(sum).toBeCloseTo(1, 9);
  });

  it('continue in real counts: the gamma function at one half is the square root of π', () => {
    // e^-m m^0.5 / Γ(1.5) with Γ(1.5) = √π / 2.
    expect(relative(poissonDensity(0.5, 2), (Math.exp(-2) * Math.SQRT2 * 2) / Math.sqrt(Math.PI))).toBeLessThan(1e-13);
    expect(logPoissonDensity(10_000, 1)).toBeCloseTo(-1 - 82108.92783681436, 6);
  });

  it('lie no distance from their own mean', () => {
    expect(poissonDeviance(100, 100)).toBe(0);
    expect(relative(poissonDeviance(1000.001, 1000), 4.99999833e-10)).toBeLessThan(1e-6);
    expect(poissonDeviance(0, 3)).toBe(3);
  });
});

describe("Stirling's error", () => {
  it.each([
    [1, 1 - 0.5 * Math.log(2 * Math.PI)],
    [10, 0.00833056343336287],
    [100, 0.000833330555634921],
  ])('at %s', (n, want) => expect(relative(stirlingError(n), want)).toBeLessThan(1e-10));
});

describe('Gauss-Legendre rules', () => {
  it.each([1, 2, 5, 16, 32])('of %s nodes are exact for polynomials up to their degree', (count) => {
    const { nodes, weights } = gaussLegendre(count);
    for (let power = 0; power <= 2 * count - 1; power++) {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += weights[i]! * nodes[i]! ** power;
      expect(relative(sum, 1 / (power + 1))).toBeLessThan(1e-13);
    }
  });
});
