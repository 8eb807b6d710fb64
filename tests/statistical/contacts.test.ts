import { describe, expect, test } from 'vitest';
import { referenceFigures } from '../support/contact-references';
import { compare, theoryCases } from '../support/contact-theory';
import { hasShared } from '../support/shared-table';

/** Half-widths of a figure's own 95 % interval that theory may be away: beyond 1.7 by chance once in a thousand. */
const WIDTHS = 1.7;

describe('contacts against theory (short; 400 replications in tests/long)', () => {
  test.each(theoryCases().map((one) => [one.name, one] as const))('%s', (_, one) => {
    for (const { name, exact, mean, half, distance } of compare(one, 20270104, 40)) {
      expect(distance, `${name}: ${mean} ± ${half}, theory ${exact}`).toBeLessThanOrEqual(WIDTHS);
    }
  });
});

describe.skipIf(!hasShared('data/simulation_references'))('contacts against published simulations (short)', () => {
  test('100 replications of each', () => {
    const far = referenceFigures(20270104, 100).filter(({ published, mean, half }) => {
      const own = (published.ci_high - published.ci_low) / 2;
      return Math.abs(mean - published.mean) > WIDTHS * Math.hypot(half, own) + 0.0005;
    });
    expect(far).toEqual([]);
  });
});
