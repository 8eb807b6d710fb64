import { describe, expect, test } from 'vitest';
import { referenceFigures } from '../support/contact-references';
import { hasShared } from '../support/shared-table';

/**
 * Published results of the ContactCenters library, means of 1,000 replications each with a 95 % interval. Ours are of so many
 * more that they stand for the truth: they must lie inside, as far as three decimals and our own interval can tell.
 */
describe.skipIf(!hasShared('data/simulation_references'))('contacts against published simulations', () => {
  const ROUNDING = 0.0005;

  test('12,000 replications of each lie in the published intervals', () => {
    const found = referenceFigures(20270104, 12_000);
    const lines = found.map(({ name, published, mean, half }) => {
      const beyond = Math.max(published.ci_low - mean, mean - published.ci_high);
      return {
        text: `${name}: ${mean.toPrecision(6)} ± ${half.toPrecision(2)}; published ${published.mean}, ${published.ci_low} to ${published.ci_high}`,
        outside: beyond > 0,
        far: beyond > half + ROUNDING,
      };
    });
    console.log(lines.map(({ text, outside }) => `${outside ? 'outside' : 'inside '} ${text}`).join('\n'));
    expect(lines.filter(({ far }) => far).map(({ text }) => text)).toEqual([]);
  });
});
