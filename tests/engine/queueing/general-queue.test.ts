import { describe, expect, it } from 'vitest';
import { simulateQueue } from '../../../engine/answers';
import {
  erlangA,
  erlangC,
  generalQueue,
  requiredAgents,
  requiredAgentsGeneral,
  SERVICE_LEVEL_DEFINITIONS,
  serviceVariability,
} from '../../../engine/queueing';
import { normalProbability } from '../../../engine/stats';
import { InputFault } from '../../../engine/units';

const voice = { arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 11, patienceSeconds: 120 };

describe('general patience with exponential handle times is exact', () => {
  const cases = [
    { ...voice, patienceCv: 0.5, seed: 41 },
    { ...voice, patienceCv: 2, seed: 42 },
    { ...voice, patienceCv: 0, seed: 43 },
    { arrivalsPerHour: 1000, handleTimeSeconds: 240, agents: 60, patienceSeconds: 120, patienceCv: 0.5, seed: 44 },
    { arrivalsPerHour: 30, handleTimeSeconds: 240, agents: 3, patienceSeconds: 60, patienceCv: 1.5, seed: 45 },
  ];
  it.each(cases)('$agents agents, patience of spread $patienceCv, seed $seed', ({ seed, ...one }) => {
    const theory = generalQueue(one);
    const got = simulateQueue({ ...one, contacts: 20_000, replications: 25, seed });
    for (const [interval, want] of [
      [got.service_level, theory.serviceLevel],
      [got.abandonment, theory.abandonment],
      [got.asa_s, theory.asaSeconds],
      [got.occupancy, theory.occupancy],
      [got.wait_probability, theory.waitProbability],
    ] as const) {
      expect(Math.abs(interval.mean - want)).toBeLessThanOrEqual(interval.hi95 - interval.lo95);
    }
  });

  it('is Erlang A, by another way, where both are exponential', () => {
    // A spread of exactly 1 is answered by Erlang A itself; the quadrature stands just beside it.
    for (const agents of [5, 11, 30]) {
      for (const { definition } of SERVICE_LEVEL_DEFINITIONS) {
        const near = generalQueue({ ...voice, agents, handleTimeCv: 1 + 1e-9, definition });
        const want = erlangA({ ...voice, agents, definition });
        expect(near.serviceLevel).toBeCloseTo(want.serviceLevel, 7);
        expect(near.abandonment).toBeCloseTo(want.abandonment, 7);
        expect(near.asaSeconds).toBeCloseTo(want.asaSeconds, 5);
        expect(near.queueLength).toBeCloseTo(want.queueLength, 5);
      }
    }
  });

  it('loses contacts as it answers them: Little and conservation', () => {
    const { abandonment, occupancy, queueLength, meanWaitSeconds, waitProbability } = generalQueue({
      ...voice,
      patienceCv: 2,
    });
    expect((occupancy * 11) / 10 + abandonment).toBeCloseTo(1, 9);
    expect(queueLength).toBeCloseTo((200 / 3600) * meanWaitSeconds, 9);
    expect(abandonment).toBeLessThan(waitProbability);
  });
});

describe('handle times of another spread', () => {
  it('are off by no more than METHODS says, and nearer than Erlang A or C', () => {
    let ours = 0;
    let plain = 0;
    let count = 0;
    for (const one of [
      { ...voice, handleTimeCv: 0.5 },
      { ...voice, agents: 13, handleTimeCv: 0, patienceSeconds: Number.POSITIVE_INFINITY },
      { ...voice, agents: 13, handleTimeCv: 2, patienceSeconds: Number.POSITIVE_INFINITY },
      { ...voice, handleTimeCv: 1.4, patienceCv: 2 },
      { ...voice, agents: 13, handleTimeCv: 0.5, patienceCv: 0.5 },
      { ...voice, agents: 13, handleTimeCv: 2, patienceCv: 2 },
    ]) {
      const got = simulateQueue({ ...one, contacts: 300_000, seed: 51 });
      const theory = generalQueue(one);
      const level = Math.abs(theory.serviceLevel - got.service_level.mean);
      expect(level).toBeLessThan(0.025);
      expect(Math.abs(theory.abandonment - got.abandonment.mean)).toBeLessThan(0.012);
      ours += level;
      plain += Math.abs(erlangA(one).serviceLevel - got.service_level.mean);
      count++;
    }
    expect(ours / count).toBeLessThan(0.012);
    expect(ours).toBeLessThan(plain / 2);
  });

  it('are Pollaczek and Khinchine for one agent', () => {
    for (const cv of [0, 0.5, 1, 2]) expect(serviceVariability(cv, 1, 0.7)).toBeCloseTo((1 + cv * cv) / 2, 12);
    const one = { arrivalsPerHour: 10, handleTimeSeconds: 180, agents: 1, patienceSeconds: Number.POSITIVE_INFINITY };
    expect(generalQueue({ ...one, handleTimeCv: 0 }).meanWaitSeconds).toBeCloseTo(erlangC(one).meanWaitSeconds / 2, 9);
  });
});

describe('required agents', () => {
  it('are the fewest, and the plain ones when both spreads are 1', () => {
    const load = { arrivalsPerHour: 200, handleTimeSeconds: 180, patienceSeconds: 120 };
    const targets = { serviceLevel: 0.8, targetSeconds: 20 };
    expect(requiredAgentsGeneral(load, targets)).toEqual(requiredAgents(load, targets));
    const steady = { ...load, handleTimeCv: 0.5, patienceCv: 0.3 };
    const found = requiredAgentsGeneral(steady, targets);
    if (!found.solved) throw new Error(found.reason);
    expect(generalQueue({ ...steady, agents: found.agents - 1 }).serviceLevel).toBeLessThan(0.8);
    expect(found.figures.serviceLevel).toBeGreaterThanOrEqual(0.8);
  });

  it('refuses spreads out of range', () => {
    expect(() => generalQueue({ ...voice, handleTimeCv: -1, patienceCv: 9 })).toThrow(InputFault);
  });

  it('stays finite in deep overload, with hardly an agent, and in a large center', () => {
    for (const one of [
      { ...voice, agents: 1 },
      { ...voice, agents: 0.01 },
      { ...voice, arrivalsPerHour: 1e6, agents: 49_000 },
      { ...voice, agents: 200 },
    ]) {
      for (const spreads of [
        { patienceCv: 0 },
        { patienceCv: 3 },
        { handleTimeCv: 0 },
        { handleTimeCv: 3, patienceCv: 0.2 },
      ]) {
        for (const value of Object.values(generalQueue({ ...one, ...spreads }))) {
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }
    }
  });
});

describe('the normal distribution', () => {
  it('agrees with its table', () => {
    expect(normalProbability(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect(normalProbability(-1)).toBeCloseTo(0.15865525393145707, 14);
    expect(normalProbability(0)).toBe(0.5);
  });
});
