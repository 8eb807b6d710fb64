import { describe, expect, it } from 'vitest';
import {
  blockingProbability,
  erlangA,
  erlangB,
  erlangC,
  finiteQueue,
  generalQueue,
  logErlangB,
  waitProbability,
  waitQuantile,
} from '../../engine/queueing';
import fixture from './fixtures/queueing-corners.json';

/** Shares below this are equal when they differ by less than its billionth: nobody reads them. */
const TINY = 1e-100;

function worst<Case>(cases: readonly Case[], got: (one: Case) => number, want: (one: Case) => number) {
  let error = 0;
  let at: Case | null = null;
  for (const one of cases) {
    const [found, expected] = [got(one), want(one)];
    const difference = found === expected ? 0 : Math.abs(found - expected) / Math.max(Math.abs(expected), TINY);
    if (!(difference <= error)) {
      error = difference;
      at = one;
    }
  }
  return { error, at: JSON.stringify(at) };
}

describe('Erlang B and C from a millionth of an agent to three times the load, loads 0.01 to 100,000', () => {
  const cases = fixture.loss;
  const input = ({ load, agents }: (typeof cases)[number]) => ({
    arrivalsPerHour: load * 3600,
    handleTimeSeconds: 1,
    agents,
  });

  it('covers what it says', () => {
    expect(cases.length).toBeGreaterThan(80);
    expect(Math.min(...cases.map(({ agents }) => agents))).toBe(1e-6);
    expect(Math.max(...cases.map(({ agents }) => agents))).toBe(300_000);
    expect(cases.filter(({ agents }) => !Number.isInteger(agents)).length).toBeGreaterThan(50);
  });

  it.each([
    ['blocking', (one: (typeof cases)[number]) => blockingProbability(one.load, one.agents), 'blocking'],
    ['blocking, by the public function', (one: (typeof cases)[number]) => erlangB(input(one)).blocking, 'blocking'],
    ['waiting', (one: (typeof cases)[number]) => waitProbability(one.load, one.agents), 'wait'],
    ['waiting, by the public function', (one: (typeof cases)[number]) => erlangC(input(one)).waitProbability, 'wait'],
  ] as const)('%s to 1e-9 relative', (_name, got, field) => {
    const { error, at } = worst(cases, got, (one) => Number(one[field]));
    expect(error, at).toBeLessThan(1e-9);
  });

  it('logarithm of blocking, where blocking itself is below the smallest double', () => {
    const small = cases.filter(({ blocking }) => Number(blocking) < 1e-300);
    expect(small.length).toBeGreaterThan(0);
    const { error, at } = worst(
      small,
      (one) => logErlangB(one.agents, one.load),
      (one) => Number(one.logBlocking),
    );
    expect(error, at).toBeLessThan(1e-12);
  });
});

describe('Erlang A by another way (quadrature), patience 1 s to 1e9 s, targets 0 to an hour', () => {
  const cases = fixture.impatient;
  const figures = (one: (typeof cases)[number]) => erlangA({ ...one, arrivalsPerHour: one.arrivalsPerSecond * 3600 });

  it('covers what it says', () => {
    expect(cases.length).toBeGreaterThan(130);
    expect(new Set(cases.map(({ patienceSeconds }) => patienceSeconds))).toEqual(new Set([1, 20, 1e4, 1e6, 1e9]));
    expect(cases.some(({ arrivalsPerSecond, agents }) => arrivalsPerSecond * 300 > 2 * agents)).toBe(true);
  });

  it.each([
    ['waitProbability', 'waitProbability'],
    ['serviceLevel', 'serviceLevel'],
    ['asaSeconds', 'asa'],
    ['meanWaitSeconds', 'meanWait'],
    ['abandonment', 'abandonment'],
    ['occupancy', 'occupancy'],
    ['queueLength', 'queueLength'],
  ] as const)('%s to 1e-8 relative', (ours, theirs) => {
    const { error, at } = worst(
      cases,
      (one) => figures(one)[ours],
      (one) => Number(one[theirs]),
    );
    expect(error, at).toBeLessThan(1e-8);
  });
});

describe('M/M/n/K with and without patience, up to 100,000 erlangs', () => {
  const cases = fixture.finite;
  const figures = (one: (typeof cases)[number]) =>
    finiteQueue({ ...one, patienceSeconds: one.patienceSeconds ?? Number.POSITIVE_INFINITY });

  it.each([
    'waitProbability',
    'serviceLevel',
    'asaSeconds',
    'meanWaitSeconds',
    'abandonment',
    'blocking',
    'occupancy',
    'queueLength',
  ] as const)('%s to 1e-9 relative', (name) => {
    expect(cases.length).toBe(45);
    const { error, at } = worst(
      cases,
      (one) => figures(one)[name],
      (one) => Number(one[name]),
    );
    expect(error, at).toBeLessThan(1e-9);
  });
});

describe('waits in quantiles', () => {
  it('to 1e-8 relative, of everyone and of the answered', () => {
    const cases = fixture.quantile;
    expect(cases.length).toBe(108);
    const { error, at } = worst(
      cases,
      (one) => waitQuantile(one, one.share, one.waiters as 'everyone' | 'answered'),
      (one) => Number(one.seconds),
    );
    expect(error, at).toBeLessThan(1e-8);
  });
});

describe('the ends themselves', () => {
  const queue = { arrivalsPerHour: 120, handleTimeSeconds: 300, agents: 0 };

  it('nobody at work: everybody is turned away, waits without end, or gives up', () => {
    expect(erlangB(queue).blocking).toBe(1);
    expect(erlangC(queue)).toMatchObject({ serviceLevel: 0, waitProbability: 1, asaSeconds: Number.POSITIVE_INFINITY });
    expect(erlangA({ ...queue, patienceSeconds: 60 })).toMatchObject({
      abandonment: 1,
      serviceLevel: 0,
      meanWaitSeconds: 60,
    });
    expect(generalQueue({ ...queue, patienceSeconds: 60, handleTimeCv: 0.5, patienceCv: 0 }).abandonment).toBe(1);
    expect(finiteQueue({ ...queue, capacity: 5, patienceSeconds: 60 }).serviceLevel).toBe(0);
  });

  it('patience without end is Erlang C; none at all is Erlang B; beyond agents nothing is negative', () => {
    const staffed = { ...queue, agents: 14 };
    const endless = erlangA({ ...staffed, patienceSeconds: Number.POSITIVE_INFINITY });
    expect(endless.asaSeconds).toBe(erlangC(staffed).asaSeconds);
    expect(erlangA({ ...staffed, patienceSeconds: 0 }).abandonment).toBeCloseTo(erlangB(staffed).blocking, 14);
    for (const agents of [0.001, 0.5, 3, 9.99, 10, 10.01]) {
      for (const patienceSeconds of [1e-3, 1, 1e9, Number.POSITIVE_INFINITY]) {
        for (const value of Object.values(erlangA({ ...queue, agents, patienceSeconds }))) {
          expect(value).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});
