import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA, requiredAgentsFractional, resolutionTradeoff, solveRetrials } from '../../../engine/queueing';
import { monotoneCurve } from '../../../engine/stats';
import { InputFault } from '../../../engine/units';
import { simulateRetrials } from '../../support/simulate-retrials';

const queue = {
  name: 'voice',
  arrivalsPerHour: 200,
  handleTimeSeconds: 180,
  agents: 9,
  patienceSeconds: 120,
  redialShare: 0.5,
  repeatShare: 0.1,
};

function solved(streams: Parameters<typeof solveRetrials>[0]) {
  const found = solveRetrials(streams);
  if (!found.converged) throw new Error(found.reason);
  return found;
}

describe('redials and repeats', () => {
  it('balances: all contacts are first ones and those who came back, and customers end lost or settled', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 2000, noNaN: true }),
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        fc.double({ min: 1, max: 1000, noNaN: true }),
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (arrivalsPerHour, agents, patienceSeconds, redialShare, repeatShare) => {
          const one = { ...queue, arrivalsPerHour, agents, patienceSeconds, redialShare, repeatShare };
          const { streams } = solved([one]);
          const { offeredPerHour, redialsPerHour, repeatsPerHour, lostPerHour, figures } = streams[0]!;
          expect((arrivalsPerHour + redialsPerHour + repeatsPerHour) / offeredPerHour).toBeCloseTo(1, 9);
          const settled = (1 - repeatShare) * (1 - figures.abandonment) * offeredPerHour;
          expect((lostPerHour + settled) / arrivalsPerHour).toBeCloseTo(1, 8);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is plain Erlang A when nobody comes back', () => {
    const { streams } = solved([{ ...queue, redialShare: 0, repeatShare: 0 }]);
    expect(streams[0]!.offeredPerHour).toBe(200);
    expect(streams[0]!.figures).toEqual(erlangA(queue));
  });

  it('agrees with a simulation in which customers wait a while before trying again', () => {
    const theory = solved([queue]).streams[0]!;
    const got = simulateRetrials({ ...queue, delaySeconds: 3600, hours: 6000, seed: 31 });
    expect(Math.abs(got.offeredPerHour / theory.offeredPerHour - 1)).toBeLessThan(0.01);
    expect(Math.abs(got.abandonment - theory.figures.abandonment)).toBeLessThan(0.01);
    expect(Math.abs(got.serviceLevel - theory.figures.serviceLevel)).toBeLessThan(0.01);
  });

  it('follows customers who come back to another stream', () => {
    const first = { ...queue, name: 'first', backTo: [0.3, 0.7] };
    const second = { ...queue, name: 'second', arrivalsPerHour: 50, agents: 4, backTo: [1, 0] };
    const { streams, rounds } = solved([first, second]);
    expect(rounds).toBeGreaterThan(2);
    const sent = (s: number) =>
      streams[s]!.offeredPerHour *
      (0.5 * streams[s]!.figures.abandonment + 0.1 * (1 - streams[s]!.figures.abandonment));
    expect(streams[0]!.offeredPerHour).toBeCloseTo(200 + 0.3 * sent(0) + sent(1), 6);
    expect(streams[1]!.offeredPerHour).toBeCloseTo(50 + 0.7 * sent(0), 6);
  });

  it('says that there is no balance when everybody redials and work exceeds agents', () => {
    const found = solveRetrials([{ ...queue, redialShare: 1 }]);
    expect(found).toMatchObject({ converged: false, stream: 'voice' });
    if (!found.converged) expect(found.reason).toMatch(/until answered/);
    expect(solveRetrials([{ ...queue, agents: 12, redialShare: 1 }]).converged).toBe(true);
    const patient = { ...queue, patienceSeconds: Number.POSITIVE_INFINITY };
    expect(solveRetrials([patient]).converged).toBe(false);
    expect(solved([{ ...patient, agents: 14 }]).streams[0]!.offeredPerHour).toBeCloseTo(200 / 0.9, 9);
  });

  it('says so when two streams send each other everything', () => {
    const cross = { ...queue, redialShare: 1, repeatShare: 0 };
    const found = solveRetrials([
      { ...cross, name: 'a', backTo: [0, 1] },
      { ...cross, name: 'b', backTo: [1, 0] },
    ]);
    expect(found.converged).toBe(false);
  });

  it('names everything that is wrong', () => {
    const wrong = { ...queue, redialShare: 2, repeatShare: 1, backTo: [0.5] };
    try {
      solveRetrials([wrong]);
      expect.unreachable();
    } catch (fault) {
      expect((fault as InputFault).issues).toHaveLength(3);
    }
  });
});

describe('handle time against resolution', () => {
  const points = [
    { handleTimeSeconds: 180, resolution: 0.4 },
    { handleTimeSeconds: 300, resolution: 0.8 },
    { handleTimeSeconds: 420, resolution: 0.88 },
    { handleTimeSeconds: 600, resolution: 0.9 },
  ];
  const input = { mattersPerHour: 200, points, patienceSeconds: 180, targets: { serviceLevel: 0.8 } };

  it('has an optimum inside what was measured, with fewer agents than both ends and every other handle time', () => {
    const { curve, optimum, atEdge } = resolutionTradeoff(input);
    expect(atEdge).toBe(false);
    for (const { agents } of curve) expect(optimum!.agents).toBeLessThanOrEqual(agents);
    expect(optimum!.handleTimeSeconds).toBeGreaterThan(240);
    expect(optimum!.handleTimeSeconds).toBeLessThan(300);
  });

  it('needs the agents of all contacts, those who come back included', () => {
    const { curve } = resolutionTradeoff({ ...input, patienceSeconds: undefined });
    const at300 = curve.reduce((near, point) =>
      Math.abs(point.handleTimeSeconds - 300) < Math.abs(near.handleTimeSeconds - 300) ? point : near,
    );
    const contacts = 200 / at300.resolution;
    expect(at300.contactsPerHour).toBeCloseTo(contacts, 6);
    const plain = requiredAgentsFractional(
      { arrivalsPerHour: contacts, handleTimeSeconds: at300.handleTimeSeconds },
      { serviceLevel: 0.8 },
    );
    expect(plain.solved && plain.agents).toBeCloseTo(at300.agents, 6);
  });

  it('says that the optimum may lie beyond what was measured', () => {
    const rising = points.map((point) => ({ ...point, resolution: 0.8 }));
    const { optimum, atEdge } = resolutionTradeoff({ ...input, points: rising });
    expect(atEdge).toBe(true);
    expect(optimum!.handleTimeSeconds).toBe(180);
  });

  it('refuses points out of order and shares out of range', () => {
    expect(() => resolutionTradeoff({ ...input, points: [points[1]!, points[0]!], repeatShare: 2 })).toThrow(
      InputFault,
    );
  });
});

describe('a monotone curve', () => {
  it('goes through its points, stays between them and is flat beyond', () => {
    const curve = monotoneCurve([
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: 2, y: 1 },
      { x: 4, y: 9 },
    ]);
    expect([curve(-1), curve(0), curve(1), curve(2), curve(9)]).toEqual([0, 0, 1, 1, 9]);
    expect(curve(0.5)).toBeCloseTo(0.625, 12);
    for (let x = 0; x < 4; x += 0.01) expect(curve(x + 0.01)).toBeGreaterThanOrEqual(curve(x) - 1e-12);
  });
});
