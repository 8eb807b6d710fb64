import { describe, expect, it } from 'vitest';
import {
  concurrentWork,
  erlangA,
  erlangAKernel,
  erlangC,
  finiteQueue,
  parseServiceLevelDefinition,
  QUEUE_METRIC,
  QUEUE_METRICS,
  requiredAgents,
  requiredAgentsFractional,
  requiredTrunks,
} from '../../../engine/queueing';
import { InputFault, wholeHeads } from '../../../engine/units';

/** 100 contacts in half an hour, three minutes each: 10 erlangs. */
const load = { arrivalsPerHour: 200, handleTimeSeconds: 180 };

describe("a planner's check by hand", () => {
  it('needs 14 agents for 80 % in 20 s by Erlang C, 20 of them paid at 30 % shrinkage', () => {
    const found = requiredAgents(load, { serviceLevel: 0.8, targetSeconds: 20 });
    if (!found.solved) throw new Error(found.reason);
    expect(found.agents).toBe(14);
    expect((100 * found.figures.serviceLevel).toFixed(2)).toBe('88.84');
    expect(found.figures.asaSeconds.toFixed(2)).toBe('7.84');
    expect(wholeHeads(found.agents / 0.7)).toBe(20);
  });

  it('has 13 agents fall short at 79.56 %, and the fraction just above them suffice', () => {
    const thirteen = erlangC({ ...load, agents: 13 });
    expect((100 * thirteen.serviceLevel).toFixed(2)).toBe('79.56');
    expect(thirteen.waitProbability.toFixed(5)).toBe('0.28527');
    expect(thirteen.asaSeconds.toFixed(2)).toBe('17.12');
    const part = requiredAgentsFractional(load, { serviceLevel: 0.8 });
    if (!part.solved) throw new Error(part.reason);
    expect(part.agents).toBeGreaterThan(13);
    expect(part.agents).toBeLessThan(13.1);
    expect(erlangC({ ...load, agents: part.agents - 1e-6 }).serviceLevel).toBeLessThan(0.8);
  });

  it('loses 9.42 % with 11 agents and 3.84 % with 13 when patience is 120 s', () => {
    const eleven = erlangA({ ...load, agents: 11, patienceSeconds: 120 });
    expect((100 * eleven.abandonment).toFixed(2)).toBe('9.42');
    expect(eleven.waitProbability.toFixed(4)).toBe('0.3828');
    const thirteen = erlangA({ ...load, agents: 13, patienceSeconds: 120 });
    expect((100 * thirteen.abandonment).toFixed(2)).toBe('3.84');
    expect(thirteen.waitProbability.toFixed(4)).toBe('0.1937');
  });

  it('takes 10 agents for 8.8 erlangs at 88 %: noise in a division costs nobody', () => {
    const exact = requiredAgents({ arrivalsPerHour: 3600, handleTimeSeconds: 8.8 }, { maxOccupancy: 0.88 });
    expect(exact.solved && exact.agents).toBe(10);
  });
});

describe('edges', () => {
  it('answers overload by Erlang C with waits without bound, never negative ones', () => {
    const got = erlangC({ ...load, agents: 10 });
    expect(got).toMatchObject({
      waitProbability: 1,
      serviceLevel: 0,
      asaSeconds: Number.POSITIVE_INFINITY,
      occupancy: 1,
    });
  });

  it('loses everyone without agents, by every model that has a loss', () => {
    expect(erlangA({ ...load, agents: 0, patienceSeconds: 120 })).toMatchObject({
      waitProbability: 1,
      serviceLevel: 0,
      abandonment: 1,
      meanWaitSeconds: 120,
    });
    expect(erlangA({ ...load, agents: 0, patienceSeconds: 120, definition: 'answeredOverAnswered' }).serviceLevel).toBe(
      0,
    );
    expect(finiteQueue({ ...load, agents: 0, capacity: 5 }).blocking).toBe(1);
  });

  it('is calm without contacts', () => {
    const quiet = erlangA({ ...load, arrivalsPerHour: 0, agents: 3, patienceSeconds: 60 });
    expect(quiet).toMatchObject({ waitProbability: 0, serviceLevel: 1, abandonment: 0, occupancy: 0 });
    expect(requiredAgents({ ...load, arrivalsPerHour: 0 }, { serviceLevel: 0.8 })).toMatchObject({
      solved: true,
      agents: 0,
    });
  });

  it.each([
    ['load of a hundred thousand, critical', 1e5, 1e5, 1],
    ['patience of a century', 200, 200, 1e7],
    ['a sliver of an agent', 200, 0.01, 1],
    ['many agents and hardly a contact', 0.001, 5000, 1],
  ])('stays finite: %s', (_what, erlangs, agents, patienceInHandleTimes) => {
    const out = new Float64Array(QUEUE_METRICS);
    erlangAKernel(erlangs / 300, 300, agents, 300 * patienceInHandleTimes, 20, out);
    for (const value of out) expect(Number.isFinite(value) && value >= 0).toBe(true);
    const served = (out[QUEUE_METRIC.occupancy]! * agents) / erlangs;
    expect(served + out[QUEUE_METRIC.abandonment]!).toBeCloseTo(1, 9);
  });

  it('keeps tiny results of different calls apart: a public answer is not overwritten by the next', () => {
    const first = erlangA({ ...load, agents: 11, patienceSeconds: 120 });
    const copy = { ...first };
    erlangA({ ...load, agents: 30, patienceSeconds: 1 });
    expect(first).toEqual(copy);
  });
});

describe('no staffing meets the target', () => {
  it('names the cap that forbids it', () => {
    const found = requiredAgents({ ...load, patienceSeconds: 120 }, { serviceLevel: 0.8, maxAgents: 8 });
    expect(found).toMatchObject({ solved: false, limit: 'maxAgents', missed: ['serviceLevel'] });
  });

  it('names the target that is only approached', () => {
    expect(requiredAgents(load, { serviceLevel: 1 })).toMatchObject({ solved: false, limit: 'serviceLevel' });
    expect(requiredTrunks(load, { maxBlocking: 0 })).toMatchObject({ solved: false, limit: 'maxBlocking' });
  });
});

describe('bad input', () => {
  it('is refused with everything that is wrong with it', () => {
    const wrong = {
      arrivalsPerHour: -1,
      handleTimeSeconds: 0,
      agents: Number.NaN,
      patienceSeconds: -5,
      targetSeconds: -1,
    };
    try {
      erlangA(wrong);
      expect.unreachable();
    } catch (fault) {
      expect(fault).toBeInstanceOf(InputFault);
      expect((fault as InputFault).issues.map((one) => one.path)).toEqual([
        'arrivalsPerHour',
        'handleTimeSeconds',
        'agents',
        'targetSeconds',
        'patienceSeconds',
      ]);
    }
  });

  it('of targets too', () => {
    expect(() => requiredAgents(load, {})).toThrow(/at least one target/);
    expect(() => requiredAgents(load, { serviceLevel: 80 })).toThrow(/a share from 0 to 1/);
    expect(() => finiteQueue({ ...load, agents: 5, capacity: 4 })).toThrow(/capacity/);
    expect(() => finiteQueue({ ...load, agents: 5, capacity: 1e12 })).toThrow(/capacity/);
  });
});

describe('chat', () => {
  it('takes 280 s of an agent for a 600 s chat, three at a time with a stretch of 20 %', () => {
    const got = concurrentWork({ handleTimeSeconds: 600, concurrency: 3, stretch: 0.2 });
    expect(got.conversationSeconds).toBeCloseTo(840, 9);
    expect(got.agentSeconds).toBeCloseTo(280, 9);
  });

  it('gains nothing at full stretch and everything at none', () => {
    expect(concurrentWork({ handleTimeSeconds: 600, concurrency: 4, stretch: 1 }).agentSeconds).toBeCloseTo(600, 9);
    expect(concurrentWork({ handleTimeSeconds: 600, concurrency: 4, stretch: 0 }).agentSeconds).toBeCloseTo(150, 9);
  });
});

describe('names of service levels', () => {
  it('are read however they are written, and others refused', () => {
    expect(parseServiceLevelDefinition('answered-over-answered')).toBe('answeredOverAnswered');
    expect(parseServiceLevelDefinition('Answered over offered')).toBe('answeredOverOffered');
    expect(parseServiceLevelDefinition('constructor')).toBeNull();
  });
});
