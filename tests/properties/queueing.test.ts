import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockingProbability,
  erlangA,
  erlangB,
  erlangC,
  finiteQueue,
  requiredAgents,
  requiredAgentsFractional,
  requiredTrunks,
  SERVICE_LEVEL_DEFINITIONS,
  serviceLevelOf,
  waitProbability,
  waitQuantile,
} from '../../engine/queueing';

/** Loads over many sizes, small ones included. */
const load = fc.double({ min: -2, max: 4, noNaN: true }).map((power) => 10 ** power);
const handle = fc.double({ min: 20, max: 3000, noNaN: true });
const patience = fc.double({ min: 0, max: 4, noNaN: true }).map((power) => 10 ** power);
const target = fc.double({ min: 0, max: 300, noNaN: true });
/** Agents as a multiple of the load, below and above it. */
const staffing = fc.double({ min: 0.3, max: 2, noNaN: true });
const definition = fc.constantFrom(...SERVICE_LEVEL_DEFINITIONS.map((entry) => entry.definition));

const queue = fc
  .record({ load, handleTimeSeconds: handle, staffing, patienceSeconds: patience, targetSeconds: target, definition })
  .map(({ load: erlangs, staffing: ratio, ...rest }) => ({
    ...rest,
    arrivalsPerHour: (erlangs * 3600) / rest.handleTimeSeconds,
    agents: erlangs * ratio,
  }));

const close = (a: number, b: number, relative: number, absolute = 1e-14) =>
  Math.abs(a - b) <= Math.max(absolute, relative * Math.max(Math.abs(a), Math.abs(b)));

describe('Erlang A', () => {
  it('gives shares between 0 and 1, waits of 0 or more, and never NaN', () => {
    fc.assert(
      fc.property(queue, (input) => {
        const got = erlangA(input);
        for (const share of [got.waitProbability, got.serviceLevel, got.abandonment, got.occupancy]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(got.asaSeconds).toBeGreaterThanOrEqual(0);
        expect(got.meanWaitSeconds).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("obeys Little's law: queue length is arrivals times wait, lost contacts are queue length over patience", () => {
    fc.assert(
      fc.property(queue, (input) => {
        const got = erlangA(input);
        const perSecond = input.arrivalsPerHour / 3600;
        expect(close(got.queueLength, perSecond * got.meanWaitSeconds, 1e-12)).toBe(true);
        expect(close(perSecond * got.abandonment, got.queueLength / input.patienceSeconds, 1e-12)).toBe(true);
      }),
    );
  });

  it('conserves contacts: what agents do is what was not abandoned', () => {
    fc.assert(
      fc.property(queue, (input) => {
        const got = erlangA(input);
        expect(close(got.occupancy * input.agents, got.offeredLoad * (1 - got.abandonment), 1e-9)).toBe(true);
      }),
    );
  });

  it('improves with every bit of agent, worsens with load', () => {
    fc.assert(
      fc.property(queue, fc.double({ min: 1.0001, max: 1.5, noNaN: true }), (input, factor) => {
        const base = erlangA({ ...input, definition: 'answeredOverOffered' });
        const more = erlangA({ ...input, definition: 'answeredOverOffered', agents: input.agents * factor });
        const busier = erlangA({
          ...input,
          definition: 'answeredOverOffered',
          arrivalsPerHour: input.arrivalsPerHour * factor,
        });
        const slack = 1e-12;
        expect(more.serviceLevel).toBeGreaterThanOrEqual(base.serviceLevel - slack);
        expect(more.abandonment).toBeLessThanOrEqual(base.abandonment + slack);
        expect(more.asaSeconds).toBeLessThanOrEqual(base.asaSeconds * (1 + slack) + slack);
        expect(more.occupancy).toBeLessThanOrEqual(base.occupancy + slack);
        expect(busier.abandonment).toBeGreaterThanOrEqual(base.abandonment - slack);
        expect(busier.serviceLevel).toBeLessThanOrEqual(base.serviceLevel + slack);
      }),
    );
  });

  it('loses fewer and makes all wait longer when patience grows', () => {
    fc.assert(
      fc.property(queue, fc.double({ min: 1.001, max: 10, noNaN: true }), (input, factor) => {
        const base = erlangA(input);
        const patient = erlangA({ ...input, patienceSeconds: input.patienceSeconds * factor });
        expect(patient.abandonment).toBeLessThanOrEqual(base.abandonment + 1e-12);
        expect(patient.waitProbability).toBeGreaterThanOrEqual(base.waitProbability - 1e-12);
        expect(patient.meanWaitSeconds).toBeGreaterThanOrEqual(base.meanWaitSeconds * (1 - 1e-12) - 1e-12);
      }),
    );
  });

  it('tends to Erlang C as patience grows, and is it when patience is infinite', () => {
    const stable = queue.filter(
      (input) => input.agents > 1.05 * ((input.arrivalsPerHour * input.handleTimeSeconds) / 3600),
    );
    fc.assert(
      fc.property(stable, (input) => {
        const limit = erlangC(input);
        expect(erlangA({ ...input, patienceSeconds: Number.POSITIVE_INFINITY })).toEqual(limit);
        const nearly = erlangA({ ...input, patienceSeconds: 1e12 });
        expect(close(nearly.waitProbability, limit.waitProbability, 1e-4)).toBe(true);
        expect(close(nearly.serviceLevel, limit.serviceLevel, 1e-4)).toBe(true);
        expect(close(nearly.asaSeconds, limit.asaSeconds, 1e-4)).toBe(true);
      }),
    );
  });

  it('tends to Erlang B as patience vanishes, and is it when there is none', () => {
    fc.assert(
      fc.property(queue, (input) => {
        const loss = erlangB(input);
        expect(close(erlangA({ ...input, patienceSeconds: 0 }).abandonment, loss.blocking, 1e-12)).toBe(true);
        expect(close(erlangA({ ...input, patienceSeconds: 1e-7 }).abandonment, loss.blocking, 1e-5)).toBe(true);
      }),
    );
  });

  it('keeps the same figures when time is counted in other units', () => {
    fc.assert(
      fc.property(queue, fc.double({ min: 0.1, max: 10, noNaN: true }), (input, unit) => {
        const base = erlangA({ ...input, definition: 'answeredOverAnswered' });
        const scaled = erlangA({
          ...input,
          definition: 'answeredOverAnswered',
          arrivalsPerHour: input.arrivalsPerHour / unit,
          handleTimeSeconds: input.handleTimeSeconds * unit,
          patienceSeconds: input.patienceSeconds * unit,
          targetSeconds: input.targetSeconds * unit,
        });
        expect(close(scaled.serviceLevel, base.serviceLevel, 1e-9, 1e-12)).toBe(true);
        expect(close(scaled.abandonment, base.abandonment, 1e-9)).toBe(true);
        expect(close(scaled.asaSeconds, base.asaSeconds * unit, 1e-9)).toBe(true);
      }),
    );
  });

  it('runs smoothly through whole numbers of agents', () => {
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 3000 }), (input, agents) => {
        const at = erlangA({ ...input, agents });
        const below = erlangA({ ...input, agents: agents - 1e-9 });
        const above = erlangA({ ...input, agents: agents + 1e-9 });
        expect(close(below.serviceLevel, at.serviceLevel, 1e-5, 1e-7)).toBe(true);
        expect(close(above.serviceLevel, at.serviceLevel, 1e-5, 1e-7)).toBe(true);
        expect(close(below.abandonment, at.abandonment, 1e-5, 1e-7)).toBe(true);
        expect(close(above.abandonment, at.abandonment, 1e-5, 1e-7)).toBe(true);
      }),
    );
  });

  it('orders the five service levels as their formulas do', () => {
    fc.assert(
      fc.property(queue, (input) => {
        const level = (name: (typeof SERVICE_LEVEL_DEFINITIONS)[number]['definition']) =>
          erlangA({ ...input, definition: name, shortAbandonSeconds: input.targetSeconds / 2 }).serviceLevel;
        const plain = level('answeredOverOffered');
        const slack = 1e-9;
        expect(level('answeredOverAnswered')).toBeGreaterThanOrEqual(plain - slack);
        expect(level('answeredOverOfferedLessAbandoned')).toBeGreaterThanOrEqual(plain - slack);
        expect(level('answeredOrShortAbandonedOverOffered')).toBeGreaterThanOrEqual(plain - slack);
        expect(level('answeredOrAbandonedOverOffered')).toBeGreaterThanOrEqual(
          level('answeredOrShortAbandonedOverOffered') - slack,
        );
        expect(level('answeredOrAbandonedOverOffered')).toBeGreaterThanOrEqual(
          level('answeredOverOfferedLessAbandoned') - slack,
        );
      }),
    );
  });

  it('has quantiles that are the inverse of its service level', () => {
    fc.assert(
      fc.property(queue, fc.double({ min: 0.05, max: 0.99, noNaN: true }), (input, share) => {
        const seconds = waitQuantile(input, share);
        const reached = erlangA({ ...input, targetSeconds: seconds, definition: 'answeredOrAbandonedOverOffered' });
        if (seconds === 0) expect(1 - reached.waitProbability).toBeGreaterThanOrEqual(share - 1e-9);
        else expect(close(reached.serviceLevel, share, 1e-6)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('Erlang B and C', () => {
  it('obey the recursion in agents, whole and fractional', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 0, max: 3, noNaN: true }), (erlangs, ratio) => {
        const agents = erlangs * ratio;
        const inverse = 1 / blockingProbability(erlangs, agents);
        const next = 1 / blockingProbability(erlangs, agents + 1);
        fc.pre(Number.isFinite(next));
        expect(close(next, 1 + ((agents + 1) / erlangs) * inverse, 1e-11)).toBe(true);
      }),
    );
  });

  it('are tied: C = B / (1 - (a/n)(1 - B))', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 1.01, max: 3, noNaN: true }), (erlangs, ratio) => {
        const agents = erlangs * ratio;
        const b = blockingProbability(erlangs, agents);
        expect(close(waitProbability(erlangs, agents), b / (1 - (1 - b) / ratio), 1e-10)).toBe(true);
      }),
    );
  });
});

describe('finite queue', () => {
  const small = fc.record({
    arrivalsPerHour: fc.double({ min: 1, max: 2000, noNaN: true }),
    handleTimeSeconds: handle,
    agents: fc.integer({ min: 1, max: 60 }),
    targetSeconds: target,
  });

  it('is Erlang B without waiting places and Erlang A with many', () => {
    fc.assert(
      fc.property(small, fc.double({ min: 5, max: 600, noNaN: true }), definition, (input, patienceSeconds, named) => {
        expect(close(finiteQueue({ ...input, capacity: input.agents }).blocking, erlangB(input).blocking, 1e-11)).toBe(
          true,
        );
        const wide = finiteQueue({ ...input, patienceSeconds, capacity: input.agents + 5000, definition: named });
        const limit = erlangA({ ...input, patienceSeconds, definition: named });
        for (const name of ['waitProbability', 'serviceLevel', 'asaSeconds', 'abandonment', 'occupancy'] as const) {
          expect(close(wide[name], limit[name], 1e-8, 1e-11), `${name}: ${wide[name]} against ${limit[name]}`).toBe(
            true,
          );
        }
      }),
    );
  });

  it('conserves contacts and blocks less with every place', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 100 }), fc.boolean(), (input, places, impatient) => {
        const patienceSeconds = impatient ? 90 : undefined;
        const got = finiteQueue({ ...input, patienceSeconds, capacity: input.agents + places });
        const more = finiteQueue({ ...input, patienceSeconds, capacity: input.agents + places + 1 });
        const served = (got.occupancy * input.agents) / got.offeredLoad;
        expect(close(served + got.abandonment + got.blocking, 1, 1e-9)).toBe(true);
        expect(more.blocking).toBeLessThanOrEqual(got.blocking * (1 + 1e-13));
      }),
    );
  });
});

describe('required agents', () => {
  const work = fc.record({
    arrivalsPerHour: fc.double({ min: 0.1, max: 50_000, noNaN: true }),
    handleTimeSeconds: handle,
    patienceSeconds: fc.option(fc.double({ min: 5, max: 2000, noNaN: true }), { nil: undefined }),
  });
  const share = fc.double({ min: 0.05, max: 0.99, noNaN: true });
  const targets = fc
    .record({
      serviceLevel: fc.option(share, { nil: undefined }),
      targetSeconds: target,
      definition,
      maxAsaSeconds: fc.option(fc.double({ min: 1, max: 300, noNaN: true }), { nil: undefined }),
      maxAbandonment: fc.option(fc.double({ min: 0.001, max: 0.5, noNaN: true }), { nil: undefined }),
      maxOccupancy: fc.option(fc.double({ min: 0.3, max: 0.99, noNaN: true }), { nil: undefined }),
    })
    .filter((one) =>
      [one.serviceLevel, one.maxAsaSeconds, one.maxAbandonment, one.maxOccupancy].some((v) => v !== undefined),
    );

  const meets = (figures: ReturnType<typeof erlangA>, wanted: Parameters<typeof requiredAgents>[1]) =>
    figures.serviceLevel >= (wanted.serviceLevel ?? 0) - 1e-12 &&
    figures.asaSeconds <= (wanted.maxAsaSeconds ?? Number.POSITIVE_INFINITY) * (1 + 1e-12) &&
    figures.abandonment <= (wanted.maxAbandonment ?? 1) + 1e-12 &&
    figures.occupancy <= (wanted.maxOccupancy ?? 1) * (1 + 1e-12);

  it('are the fewest: they meet all targets and one fewer misses one', () => {
    fc.assert(
      fc.property(work, targets, (input, wanted) => {
        const found = requiredAgents(input, wanted);
        expect(found.solved).toBe(true);
        if (!found.solved) return;
        const at = (agents: number) =>
          erlangA({ ...input, ...wanted, agents, patienceSeconds: input.patienceSeconds ?? Number.POSITIVE_INFINITY });
        expect(meets(at(found.agents), wanted)).toBe(true);
        if (found.agents > 0) {
          const fewer = at(found.agents - 1);
          // Erlang C has no balance at or below the load, which is a miss whatever the targets are.
          const unstable = input.patienceSeconds === undefined && found.agents - 1 <= fewer.offeredLoad;
          expect(unstable || !meets(fewer, wanted)).toBe(true);
        }
      }),
    );
  });

  it('lie, in fractions, in the last of the whole agents, and meet the targets', () => {
    fc.assert(
      fc.property(work, targets, (input, wanted) => {
        const whole = requiredAgents(input, wanted);
        const part = requiredAgentsFractional(input, wanted);
        if (!whole.solved || !part.solved) throw new Error('no solution');
        expect(part.agents).toBeLessThanOrEqual(whole.agents);
        expect(part.agents).toBeGreaterThanOrEqual(Math.max(0, whole.agents - 1));
        expect(meets(part.figures, wanted)).toBe(true);
      }),
    );
  });

  it('undo the service level that they were asked for', () => {
    fc.assert(
      fc.property(work, fc.integer({ min: 1, max: 400 }), (input, agents) => {
        const patienceSeconds = input.patienceSeconds ?? 300;
        const level = erlangA({ ...input, patienceSeconds, agents }).serviceLevel;
        fc.pre(level > 1e-6 && level < 1 - 1e-9);
        const found = requiredAgents({ ...input, patienceSeconds }, { serviceLevel: level });
        expect(found.solved && found.agents).toBe(agents);
      }),
    );
  });

  it('of a loss system block as little as asked, and one fewer blocks more', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 0.0001, max: 0.5, noNaN: true }), (erlangs, maxBlocking) => {
        const found = requiredTrunks({ arrivalsPerHour: erlangs * 3600, handleTimeSeconds: 1 }, { maxBlocking });
        if (!found.solved) throw new Error('no solution');
        expect(blockingProbability(erlangs, found.agents)).toBeLessThanOrEqual(maxBlocking + 1e-12);
        if (found.agents > 0) expect(blockingProbability(erlangs, found.agents - 1)).toBeGreaterThan(maxBlocking);
      }),
    );
  });
});

describe('service level of counts', () => {
  it('gives the five published figures of one day', () => {
    const counts = {
      offered: 1060,
      answered: 1000,
      answeredWithinTarget: 860,
      abandonedWithinTarget: 20,
      abandonedWithinShortThreshold: 10,
    };
    const shown = SERVICE_LEVEL_DEFINITIONS.map((entry) => (100 * serviceLevelOf(counts, entry.definition)).toFixed(1));
    expect(shown).toEqual(['81.1', '86.0', '83.0', '82.7', '82.1']);
  });
});
