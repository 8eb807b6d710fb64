import { describe, expect, test } from 'vitest';
import { lognormal, namedStream, normal, type RandomStream, standardExponential } from '../../../engine/random';
import { attribute, meanWithError, quantileWithError, tailRisk } from '../../../engine/risk';
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
  test.each(KNOWN)('their intervals hold the closed form of the $name as often as they say', (known) => {
    const studies = 200;
    let conditional = 0;
    let quantile = 0;
    for (let replication = 0; replication < studies; replication++) {
      const stream = namedStream({ seed: 11, replication, entity: known.name, purpose: 'loss' });
      const losses = Float64Array.from({ length: 2000 }, () => known.draw(stream));
      const tail = tailRisk(losses, LEVEL);
      if (tail.conditional.lo95 <= known.conditional && known.conditional <= tail.conditional.hi95) conditional++;
      if (tail.valueAtRisk.lo95 <= known.quantile && known.quantile <= tail.valueAtRisk.hi95) quantile++;
    }
    // 95 % of 200 with three standard deviations of the count (3.1 each) to either side; skewed tails lose a few more.
    expect(conditional).toBeGreaterThanOrEqual(known.name.startsWith('Pareto') ? 172 : 178);
    expect(quantile).toBeGreaterThanOrEqual(181);
    expect(quantile).toBeLessThanOrEqual(200);
  });

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
