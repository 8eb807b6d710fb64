import { describe, expect, it } from 'vitest';
import {
  blockingProbability,
  erlangAKernel,
  logErlangB,
  QUEUE_METRIC,
  QUEUE_METRICS,
  waitProbability,
} from '../../engine/queueing';
import fixture from './fixtures/queueing.json';

/** Largest relative difference over all cases, with the case that has it. */
function worst<Case>(cases: readonly Case[], got: (one: Case) => number, want: (one: Case) => number) {
  let error = 0;
  let at: Case | null = null;
  for (const one of cases) {
    const expected = want(one);
    const found = got(one);
    const difference = found === expected ? 0 : Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-300);
    if (!(difference <= error)) {
      error = difference;
      at = one;
    }
  }
  return { error, at };
}

describe('Erlang B and C against 45-digit values, loads 0.01 to 100,000, whole and fractional agents', () => {
  const cases = fixture.loss;

  it('has cases', () => expect(cases.length).toBeGreaterThan(150));

  it('blocking to 1e-9 relative', () => {
    const { error, at } = worst(
      cases,
      (one) => blockingProbability(one.load, one.agents),
      (one) => Number(one.blocking),
    );
    expect(error, JSON.stringify(at)).toBeLessThan(1e-9);
  });

  it('logarithm of blocking to 1e-12 relative, where blocking itself leaves the range of a double', () => {
    const { error, at } = worst(
      cases.filter((one) => Number(one.blocking) < 0.5),
      (one) => logErlangB(one.agents, one.load),
      (one) => Number(one.logBlocking),
    );
    expect(error, JSON.stringify(at)).toBeLessThan(1e-12);
  });

  it('probability of waiting to 1e-9 relative', () => {
    const { error, at } = worst(
      cases,
      (one) => waitProbability(one.load, one.agents),
      (one) => Number(one.wait),
    );
    expect(error, JSON.stringify(at)).toBeLessThan(1e-9);
  });
});

describe('Erlang A against 45-digit values, loads 0.01 to 100,000, patience 2 seconds to a day', () => {
  const cases = fixture.impatient;
  const out = new Float64Array(QUEUE_METRICS);

  it('has cases', () => expect(cases.length).toBeGreaterThan(250));

  const figures = ['waitProbability', 'serviceLevel', 'asa', 'meanWait', 'abandonment', 'occupancy'] as const;
  it.each(figures)('%s to 1e-8 relative', (name) => {
    const { error, at } = worst(
      cases,
      (one) => {
        erlangAKernel(
          one.arrivalsPerSecond,
          one.handleTimeSeconds,
          one.agents,
          one.patienceSeconds,
          one.targetSeconds,
          out,
        );
        return out[QUEUE_METRIC[name]]!;
      },
      (one) => Number(one[name]),
    );
    expect(error, JSON.stringify(at)).toBeLessThan(1e-8);
  });
});
