import { afterAll, describe, expect, test } from 'vitest';
import { type Compared, compare, theoryCases } from '../support/contact-theory';

const REPLICATIONS = 400;
/** Four times over, so that a share of 95 in 100 can be told from one of 88. */
const SEEDS = [20270104, 11, 12, 13];
/** Beyond 1.7 half-widths of its own 95 % interval a figure lies by chance once in a thousand. */
const WIDTHS = 1.7;

describe(`contacts against theory, ${SEEDS.length} times ${REPLICATIONS} replications`, () => {
  const seen: Compared[] = [];

  test.each(theoryCases().map((one) => [one.name, one] as const))('%s', (_, one) => {
    const found = SEEDS.flatMap((seed) => compare(one, seed, REPLICATIONS));
    seen.push(...found);
    for (const { name, exact, mean, half, distance } of found) {
      expect(distance, `${name}: ${mean} ± ${half}, theory ${exact}`).toBeLessThanOrEqual(WIDTHS);
    }
  });

  test('about 95 of 100 figures lie within their own 95 % interval', () => {
    const outside = seen.filter(({ distance }) => distance > 1);
    // Of 160 figures eight are expected outside, and more than fifteen once in two hundred.
    expect(seen.length).toBeGreaterThan(120);
    expect(outside.length, outside.map(({ name }) => name).join(', ')).toBeLessThanOrEqual(15);
  });

  afterAll(() => {
    const line = ({ name, exact, mean, half, distance }: Compared) =>
      `${distance <= 1 ? 'within ' : 'outside'} ${name}: ${mean.toPrecision(6)} ± ${half.toPrecision(2)}, theory ${exact.toPrecision(6)}`;
    console.log(seen.map(line).join('\n'));
  });
});
