import { expect, test } from 'vitest';
import { attribute, quantileWithError, tailRisk } from '../../engine/risk';
import { normalQuantile } from '../../engine/stats';
import risk from '../../scenarios/textbook/risk.json';

/** Quantiles of the distributions of the textbook cases. */
const QUANTILES: Readonly<Record<string, (chance: number, parameter: number) => number>> = {
  uniform: (chance) => chance,
  exponential: (chance) => -Math.log(1 - chance),
  normal: (chance) => normalQuantile(chance),
  lognormal: (chance, spread) => Math.exp(spread * normalQuantile(chance)),
  Pareto: (chance, power) => (1 - chance) ** (-1 / power),
};
/** Equal parts that a distribution is cut into, each by its middle: of a Pareto of index 3 the tail then lacks 0.24 × PARTS^(-2/3) ÷ (0.05 × 4.07) = 5.5e-4. */
const PARTS = 100_000;

test.each(risk.discrete)('tail risk by hand: $name', ({ losses, level, valueAtRisk, conditional }) => {
  const sample = losses.flatMap(([loss, times]) => Array.from({ length: times! }, () => loss!));
  const tail = tailRisk(sample, level);
  expect(tail.valueAtRisk.value).toBe(valueAtRisk);
  expect(tail.conditional.value).toBeCloseTo(conditional, 9);
});

test.each(risk.distributions)('tail risk in closed form: $name at $level', (known) => {
  const quantile = QUANTILES[known.name]!;
  const sample = Float64Array.from({ length: PARTS }, (_, at) => quantile((at + 0.5) / PARTS, known.parameter));
  const tail = tailRisk(sample, known.level);
  expect(quantile(known.level, known.parameter)).toBeCloseTo(known.valueAtRisk, 9);
  expect(Math.abs(quantileWithError(sample, known.level).value / known.valueAtRisk - 1)).toBeLessThan(1e-3);
  expect(Math.abs(tail.conditional.value / known.conditional - 1)).toBeLessThan(1e-3);
});

test(`causes of a tail by hand: ${risk.allocation.name}`, () => {
  const { causes, level, conditional } = risk.allocation;
  const parts = causes.map(({ losses }) => losses);
  const whole = parts[0]!.map((_, year) => parts.reduce((sum, part) => sum + part[year]!, 0));
  const tail = tailRisk(whole, level);
  const shares = attribute(parts, tail.weights);
  expect(tail.conditional.value).toBe(conditional);
  causes.forEach(({ mean, tail }, at) => {
    expect(shares[at]!.mean).toBeCloseTo(mean, 12);
    expect(shares[at]!.tail).toBeCloseTo(tail, 12);
  });
});
