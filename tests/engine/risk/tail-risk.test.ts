import { describe, expect, test } from 'vitest';
import { lognormal, namedStream, normal, type RandomStream, standardExponential } from '../../../engine/random';
import { attribute, meanWithError, quantileWithError, shapley, tailIndex, tailRisk } from '../../../engine/risk';
import { normalProbability, normalQuantile } from '../../../engine/stats';

const LEVEL = 0.95;
const z = normalQuantile(LEVEL);
const density = Math.exp(-z * z * 0.5) / Math.sqrt(2 * Math.PI);

interface Known {
  readonly name: string;
  readonly draw: (stream: RandomStream) => number;
  readonly quantile: number;
  readonly conditional: number;
}

/** Closed forms: McNeil, Frey and Embrechts, Quantitative Risk Management (2nd ed., 2015), section 2.3. */
const KNOWN: readonly Known[] = [
  {
    name: 'exponential',
    draw: (stream) => standardExponential(stream),
    quantile: -Math.log(1 - LEVEL),
    conditional: 1 - Math.log(1 - LEVEL),
  },
  { name: 'normal', draw: (stream) => normal(stream), quantile: z, conditional: density / (1 - LEVEL) },
  {
    name: 'lognormal',
    draw: (stream) => Math.exp(0.5 * normal(stream)),
    quantile: Math.exp(0.5 * z),
    conditional: (Math.exp(0.125) * normalProbability(0.5 - z)) / (1 - LEVEL),
  },
  {
    name: 'Pareto of index 5',
    draw: (stream) => stream.uniformAboveZero() ** (-1 / 5),
    quantile: (1 - LEVEL) ** (-1 / 5),
    conditional: (5 / 4) * (1 - LEVEL) ** (-1 / 5),
  },
];

describe('value at risk and conditional value at risk', () => {
  // Two hundred years, as a first look has them, and two thousand.
  test.each(KNOWN.flatMap((known) => [200, 2000].map((years) => ({ ...known, years }))))(
    'their intervals hold the closed form of the $name over $years years as often as they say',
    ({ name, years, draw, ...truth }) => {
      const studies = 200;
      let conditional = 0;
      let quantile = 0;
      for (let replication = 0; replication < studies; replication++) {
        const stream = namedStream({ seed: 11, replication, entity: `${name} ${years}`, purpose: 'loss' });
        const tail = tailRisk(
          Float64Array.from({ length: years }, () => draw(stream)),
          LEVEL,
        );
        if (tail.conditional.lo95 <= truth.conditional && truth.conditional <= tail.conditional.hi95) conditional++;
        if (tail.valueAtRisk.lo95 <= truth.quantile && truth.quantile <= tail.valueAtRisk.hi95) quantile++;
      }
      // 95 % of 200 less three standard deviations of the count (3.1 each).
      expect(conditional).toBeGreaterThanOrEqual(181);
      expect(quantile).toBeGreaterThanOrEqual(181);
    },
  );

  test('a sample by hand: the year on the edge counts with the part that is missing', () => {
    const losses = [10, 0, 8, 1, 2, 3, 4];
    // The worst 30 % of 7 years are 2.1 years: 10, 8 and a tenth of 4.
    const tail = tailRisk(losses, 0.7);
    expect(tail.conditional.value).toBeCloseTo((10 + 8 + 0.1 * 4) / 2.1, 12);
    expect(tail.valueAtRisk.value).toBe(4);
    expect(tail.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  test('quantiles are those that the share of the sample doesn’t exceed', () => {
    const sorted = Float64Array.from({ length: 100 }, (_, at) => at + 1);
    expect(quantileWithError(sorted, 0.8).value).toBe(80);
    expect(quantileWithError(sorted, 0.95).value).toBe(95);
    expect(quantileWithError(new Float64Array(0), 0.5).value).toBeNaN();
  });

  test('a mean’s interval leans to the side of a skewed sample, and is symmetric about one without skew', () => {
    const even = meanWithError([1, 2, 3]);
    expect(even.hi95 - even.value).toBeCloseTo(1.959964 / Math.sqrt(3), 6);
    expect(even.value - even.lo95).toBeCloseTo(even.hi95 - even.value, 12);
    const skewed = meanWithError([0, 0, 0, 0, 0, 0, 0, 0, 0, 10]);
    expect(skewed.hi95 - skewed.value).toBeGreaterThan(2 * (skewed.value - skewed.lo95));
    expect(meanWithError([5]).hi95).toBe(Number.POSITIVE_INFINITY);
    expect(meanWithError([2, 2, 2])).toEqual({ value: 2, lo95: 2, hi95: 2 });
  });

  test('Hill’s index of a Pareto tail is its power; small or flat tails have none', () => {
    const years = 20_000;
    for (const power of [1.5, 3, 6]) {
      const losses = Float64Array.from({ length: years }, (_, at) => (1 - (at + 0.5) / years) ** (-1 / power));
      const index = tailIndex(losses, LEVEL)!;
      expect(Math.abs(index.value / power - 1)).toBeLessThan(0.01);
      expect(index.lo95).toBeLessThan(power);
    }
    expect(tailIndex(new Float64Array(1000), LEVEL)).toBeNull();
    expect(
      tailIndex(
        Float64Array.from({ length: 1000 }, () => 3),
        LEVEL,
      ),
    ).toBeNull();
    expect(
      tailIndex(
        Float64Array.from({ length: 100 }, (_, at) => at),
        LEVEL,
      ),
    ).toBeNull();
  });

  test('parts add up to the mean and to the tail', () => {
    const stream = namedStream({ seed: 3, entity: 'parts', purpose: 'loss' });
    const parts = Array.from({ length: 4 }, () => Float64Array.from({ length: 997 }, () => lognormal(stream, 3, 1.2)));
    const whole = parts[0]!.map((_, at) => parts.reduce((sum, part) => sum + part[at]!, 0));
    const { conditional, weights } = tailRisk(whole, 0.95);
    const shares = attribute(parts, weights);
    expect(shares.reduce((sum, part) => sum + part.tail, 0)).toBeCloseTo(conditional.value, 9);
    expect(shares.reduce((sum, part) => sum + part.mean, 0)).toBeCloseTo(meanWithError(whole).value, 9);
  });
});

describe('Shapley’s value', () => {
  const luck = () => namedStream({ seed: 2, entity: 'test', purpose: 'shares' });
  const worthOf = (worths: Readonly<Record<string, number>>) => (members: readonly number[]) =>
    Float64Array.of(worths[members.join('')] ?? 0);

  test('of the glove market by hand: one left glove and two right ones share 4/6, 1/6, 1/6 (Shapley and Shubik 1969)', () => {
    const shares = shapley(3, Float64Array.of(1), worthOf({ '01': 1, '02': 1 }), luck());
    expect(shares.map(([share]) => share)).toEqual([4 / 6, 1 / 6, 1 / 6].map((share) => expect.closeTo(share, 12)));
  });

  test('of an airport by hand: runways of 1, 2 and 3 cost 1/3, 5/6 and 11/6 (Littlechild and Owen 1973)', () => {
    const worth = (members: readonly number[]) => Float64Array.of(1 + Math.max(...members));
    const shares = shapley(3, Float64Array.of(3), worth, luck());
    expect(shares.map(([share]) => share)).toEqual([1 / 3, 5 / 6, 11 / 6].map((share) => expect.closeTo(share, 12)));
  });

  test('of many adds up to the whole, and on average is what all orders give', () => {
    const players = 6;
    const worth = (members: readonly number[]) => Float64Array.of(1 + Math.max(...members));
    const stream = luck();
    const games = 4000;
    const mean = new Float64Array(players);
    for (let game = 0; game < games; game++) {
      const shares = shapley(players, Float64Array.of(players), worth, stream);
      expect(shares.reduce((sum, share) => sum + share[0]!, 0)).toBeCloseTo(players, 9);
      shares.forEach((share, at) => {
        mean[at] = mean[at]! + share[0]! / games;
      });
    }
    let exact = 0;
    mean.forEach((share, at) => {
      exact += 1 / (players - at);
      // Four standard errors of 4,000 games; a share varies by less than 2.
      expect(Math.abs(share - exact)).toBeLessThan((4 * 2) / Math.sqrt(games));
    });
  });
});
