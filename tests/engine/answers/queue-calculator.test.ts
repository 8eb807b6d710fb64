import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateQueue, type QueueCalculatorInput } from '../../../engine/answers';
import { InputFault } from '../../../engine/units';

const voice: QueueCalculatorInput = {
  channel: 'voice',
  contacts: 100,
  intervalMinutes: 30,
  handleTimeSeconds: 180,
  targetShare: 0.8,
  targetSeconds: 20,
  shrinkage: 0.3,
};

describe("a planner's check by hand", () => {
  it('gives 14 agents, 88.84 % and 7.84 s, 20 paid at 30 % shrinkage', () => {
    const got = calculateQueue(voice);
    expect(got.staff).toMatchObject({ agentsWhole: 14, paidHeads: 20 });
    expect(got.staff!.agentsFractional).toBeCloseTo(13.04, 2);
    expect((100 * got.queue!.serviceLevel).toFixed(2)).toBe('88.84');
    expect(got.queue!.asaSeconds!.toFixed(2)).toBe('7.84');
    expect(got.offeredLoad).toBeCloseTo(10, 12);
    expect(got.model).toBe('erlang-c');
  });

  it('loses 9.42 % with 11 agents at hand and 120 s of patience', () => {
    const got = calculateQueue({ ...voice, patienceSeconds: 120, agents: 11 });
    expect((100 * got.atHand!.abandonment).toFixed(2)).toBe('9.42');
    expect(got.atHand!.meetsTargets).toBe(false);
    expect(got.model).toBe('erlang-a');
  });

  it('has 21 agents at 30 % be 30 paid, not 31', () => {
    const got = calculateQueue({ ...voice, contacts: 160 });
    const twentyOne = got.curve.find(({ agents }) => agents === 21);
    expect(twentyOne?.paidHeads).toBe(30);
  });
});

describe('the curve around the answer', () => {
  it('runs from four fewer to six more, meets from the answer on, and names the slope', () => {
    const got = calculateQueue({ ...voice, patienceSeconds: 120 });
    expect(got.curve.map(({ offset }) => offset)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6]);
    for (const point of got.curve) expect(point.meetsTargets).toBe(point.offset >= 0);
    const at = (offset: number) => got.curve.find((point) => point.offset === offset)!.serviceLevel;
    expect(got.slope!.oneMore).toBeCloseTo(100 * (at(1) - at(0)), 9);
    expect(got.slope!.oneFewer).toBeCloseTo(100 * (at(0) - at(-1)), 9);
  });

  it('reaches further in a large queue, so that it shows where the level turns', () => {
    const { curve, offeredLoad } = calculateQueue({ ...voice, contacts: 4000, patienceSeconds: 120 });
    expect(offeredLoad).toBeCloseTo(400, 9);
    expect([curve[0]!.offset, curve.at(-1)!.offset]).toEqual([-20, 30]);
    expect(curve.map(({ agents }) => agents)).toEqual(curve.map((_, at) => curve[0]!.agents + at));
    expect(curve.at(-1)!.serviceLevel - curve[0]!.serviceLevel).toBeGreaterThan(0.2);
    // Where the cap on occupancy asks for more agents, it still reaches down to where the level turns.
    const capped = calculateQueue({ ...voice, contacts: 4000, patienceSeconds: 120, maxOccupancy: 0.85 });
    expect(capped.staff!.agentsWhole).toBe(471);
    expect(capped.curve[0]!).toMatchObject({ agents: 380, meetsTargets: false });
    expect(capped.curve.at(-1)!.serviceLevel - capped.curve[0]!.serviceLevel).toBeGreaterThan(0.05);
    expect(calculateQueue({ ...voice, contacts: 1e6, patienceSeconds: 120 }).curve.length).toBeLessThanOrEqual(161);
  });

  it('says null, not infinity, where the queue has no balance', () => {
    const got = calculateQueue(voice);
    expect(got.curve[0]).toMatchObject({ agents: 10, asaSeconds: null, serviceLevel: 0, occupancy: 1 });
    expect(JSON.parse(JSON.stringify(got)).curve).toEqual(got.curve);
  });

  it('starts at nobody for a small queue', () => {
    const got = calculateQueue({ ...voice, contacts: 1, patienceSeconds: 60 });
    expect(got.curve[0]).toMatchObject({ agents: 0, abandonment: 1, gainPoints: null });
  });
});

describe('definitions and targets', () => {
  it('gives all five levels, and each holds when it is the one asked for', () => {
    const base = calculateQueue({ ...voice, patienceSeconds: 60 });
    expect(base.serviceLevels).toHaveLength(5);
    expect(base.serviceLevels[0]!.value).toBe(base.queue!.serviceLevel);
    for (const { definition } of base.serviceLevels) {
      const got = calculateQueue({ ...voice, patienceSeconds: 60, definition });
      expect(got.queue!.serviceLevel).toBeGreaterThanOrEqual(0.8 - 1e-12);
      expect(got.curve.find(({ offset }) => offset === -1)!.serviceLevel).toBeLessThan(0.8);
    }
  });

  it('holds several targets at once', () => {
    const got = calculateQueue({ ...voice, patienceSeconds: 120, maxAbandonment: 0.01, maxOccupancy: 0.6 });
    expect(got.queue!.abandonment).toBeLessThanOrEqual(0.01);
    expect(got.queue!.occupancy).toBeLessThanOrEqual(0.6);
    expect(got.staff!.agentsWhole).toBe(17);
  });

  it('puts quantiles where the service level says', () => {
    const got = calculateQueue({ ...voice, targetShare: 0.9 });
    const ninety = got.waitQuantiles.find(({ share }) => share === 0.9)!;
    expect(ninety.everyoneSeconds!).toBeLessThanOrEqual(20);
    expect(got.waitQuantiles.map(({ answeredSeconds }) => answeredSeconds)).toEqual(
      [...got.waitQuantiles.map(({ answeredSeconds }) => answeredSeconds!)].sort((a, b) => a - b),
    );
  });
});

describe('chat and email', () => {
  it('needs fewer agents when each holds three chats, and whole agents are minimal', () => {
    const chat: QueueCalculatorInput = {
      channel: 'chat',
      contacts: 60,
      intervalMinutes: 30,
      handleTimeSeconds: 600,
      patienceSeconds: 180,
      targetShare: 0.8,
      targetSeconds: 60,
      concurrency: 3,
      stretch: 0.2,
    };
    const got = calculateQueue(chat);
    expect(got.offeredLoad).toBeCloseTo((120 * 280) / 3600, 9);
    for (const point of got.curve) expect(point.meetsTargets).toBe(point.offset >= 0);
    expect(got.staff!.agentsWhole).toBeLessThan(calculateQueue({ ...chat, concurrency: 1 }).staff!.agentsWhole);
  });

  it('holds hours for email, in time when begun a handle time before they end', () => {
    const got = calculateQueue({
      channel: 'email',
      contacts: 50,
      intervalMinutes: 60,
      handleTimeSeconds: 360,
      targetShare: 0.95,
      targetHours: 4,
      maxOccupancy: 0.9,
    });
    expect(got.question.targetSeconds).toBe(4 * 3600 - 360);
    expect(got.staff!.agentsWhole).toBe(6);
    expect(got.staff!.agentsFractional).toBeCloseTo(5 / 0.9, 6);
  });
});

describe('no answer and bad input', () => {
  it('needs nobody for nothing', () => {
    const got = calculateQueue({ ...voice, contacts: 0 });
    expect(got.staff).toMatchObject({ agentsWhole: 0, paidHeads: 0 });
  });

  it('names everything that is wrong at once', () => {
    const wrong = { ...voice, channel: 'fax', contacts: Number.NaN, targetShare: 80, shrinkage: 1, concurrency: 0 };
    try {
      calculateQueue(wrong as unknown as QueueCalculatorInput);
      expect.unreachable();
    } catch (fault) {
      expect(fault).toBeInstanceOf(InputFault);
      const paths = (fault as InputFault).issues.map(({ path }) => path);
      expect(paths).toEqual(expect.arrayContaining(['channel', 'contacts', 'targetShare', 'shrinkage', 'concurrency']));
    }
  });

  it('refuses patience for email and hours for voice', () => {
    const email = { ...voice, channel: 'email' as const, targetSeconds: undefined, patienceSeconds: 60 };
    expect(() => calculateQueue(email)).toThrow(/patienceSeconds/);
    expect(() => calculateQueue({ ...voice, targetHours: 4 })).toThrow(/targetHours/);
  });

  it('answers any question in range with finite figures, whole agents the least that meet', () => {
    fc.assert(
      fc.property(
        fc.record({
          contacts: fc.double({ min: 0, max: 5000, noNaN: true }),
          handleTimeSeconds: fc.double({ min: 1, max: 3000, noNaN: true }),
          patienceSeconds: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
          targetShare: fc.double({ min: 0.1, max: 0.99, noNaN: true }),
          shrinkage: fc.double({ min: 0, max: 0.9, noNaN: true }),
          maxOccupancy: fc.option(fc.double({ min: 0.3, max: 1, noNaN: true })),
        }),
        (part) => {
          const got = calculateQueue({ ...voice, ...part });
          if (got.staff === null) return;
          for (const point of got.curve) expect(point.meetsTargets).toBe(point.offset >= 0);
          expect(got.staff.agentsFractional).toBeGreaterThan(got.staff.agentsWhole - 1);
          expect(Object.values(got.queue!).every((value) => Number.isFinite(value))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('explains every figure by formula, inputs and source', () => {
    const got = calculateQueue({ ...voice, patienceSeconds: 90 });
    for (const figure of [
      'offeredLoad',
      'agentsWhole',
      'agentsFractional',
      'paidHeads',
      'serviceLevel',
      'asaSeconds',
      'abandonment',
      'occupancy',
      'waitQuantiles',
    ] as const) {
      const { formula, inputs, method } = got.explanations[figure]!;
      expect(formula.length * method.length * inputs.length).toBeGreaterThan(0);
    }
    expect(got.explanations.agentsWhole!.value).toBe(got.staff!.agentsWhole);
  });
});

describe('agents at hand', () => {
  const got = calculateQueue({ ...voice, patienceSeconds: 120, agents: 11 });

  it('has its own levels, waits, curve and slope, and the targets say whether it does', () => {
    const { atHand } = got;
    expect(atHand!.serviceLevels[0]!.value).toBe(atHand!.serviceLevel);
    expect(atHand!.curve.map(({ agents }) => agents)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    const middle = atHand!.curve.find(({ offset }) => offset === 0)!;
    expect(middle).toMatchObject({ agents: 11, abandonment: atHand!.abandonment, meetsTargets: false });
    const next = atHand!.curve.find(({ offset }) => offset === 1)!;
    expect(atHand!.slope!.oneMore).toBeCloseTo(100 * (next.serviceLevel - middle.serviceLevel), 9);
    expect(atHand!.paidHeads).toBe(16);
  });

  it('is the queue required when as many are at hand as are required', () => {
    const same = calculateQueue({ ...voice, patienceSeconds: 120, agents: got.staff!.agentsWhole });
    expect(same.atHand).toMatchObject({ ...same.queue, meetsTargets: true, paidHeads: same.staff!.paidHeads });
    expect(same.atHand!.curve).toEqual(same.curve);
    expect(same.atHand!.waitQuantiles).toEqual(same.waitQuantiles);
  });

  it('explains its figures by the agents given, and answers where no number meets the targets', () => {
    const { explanations } = got.atHand!;
    expect(explanations.abandonment!.value).toBe(got.atHand!.abandonment);
    expect(explanations.abandonment!.inputs.find(({ name }) => name === 'agents')).toMatchObject({
      value: 11,
      source: 'your input',
    });
    expect(explanations.agentsWhole).toBeUndefined();
    const unsolved = calculateQueue({ ...voice, patienceSeconds: 120, maxOccupancy: 1e-7, agents: 11 });
    expect(unsolved.staff).toBeNull();
    expect(unsolved.unsolved!.reason).toContain('maxOccupancy');
    expect(unsolved.atHand!.explanations.abandonment!.value).toBe(got.atHand!.abandonment);
  });

  it('takes a fraction, and nobody', () => {
    const half = calculateQueue({ ...voice, agents: 2.5 }).atHand!;
    expect(half.curve[0]!.agents).toBe(0.5);
    expect(half.curve.find(({ offset }) => offset === 0)!.agents).toBe(2.5);
    expect(calculateQueue({ ...voice, patienceSeconds: 60, agents: 0 }).atHand!.curve[0]).toMatchObject({
      agents: 0,
      offset: 0,
      abandonment: 1,
    });
  });
});
