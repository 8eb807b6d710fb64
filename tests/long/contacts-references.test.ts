import { describe, expect, test } from 'vitest';
import { referenceFigures } from '../support/contact-references';
import { hasShared } from '../support/shared-table';

/**
 * Published results of the ContactCenters library, means of 1,000 replications each with a 95 % interval. Theirs and ours
 * are both random: the difference is held to the interval of a difference, at 99.9 %.
 */
describe.skipIf(!hasShared('data/simulation_references'))('contacts against published simulations', () => {
  const WIDER = 3.29 / 1.96;

  test('1,000 replications of each', () => {
    const found = referenceFigures(20270104, 1000);
    const lines = found.map(({ name, published, mean, half }) => {
      const own = (published.ci_high - published.ci_low) / 2;
      const inside = mean >= published.ci_low && mean <= published.ci_high;
      return {
        text: `${inside ? 'inside ' : 'outside'} ${name}: ${mean.toPrecision(6)} ± ${half.toPrecision(2)}; published ${published.mean} ± ${own.toPrecision(2)}`,
        // Published means are rounded to three decimals.
        far: Math.abs(mean - published.mean) > WIDER * Math.hypot(half, own) + 0.0005,
      };
    });
    console.log(lines.map(({ text }) => text).join('\n'));
    expect(lines.filter(({ far }) => far).map(({ text }) => text)).toEqual([]);
  });
});
