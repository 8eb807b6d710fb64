import { describe, expect, it } from 'vitest';
import { staffYear } from '../../../engine/answers';
import { requiredAgentsFractional, requiredAgentsSeries, type StaffingTargets } from '../../../engine/queueing';
import { namedStream } from '../../../engine/random';
import { InputFault, Stopped } from '../../../engine/units';

const draws = namedStream({ seed: 5, entity: 'series', purpose: 'rates' });
const rates = Float64Array.from({ length: 3000 }, () => (draws.uniform() < 0.05 ? 0 : 10 ** (5 * draws.uniform() - 1)));

const cases: readonly [string, number | undefined, StaffingTargets][] = [
  ['Erlang A to a level and an occupancy cap', 120, { serviceLevel: 0.8, targetSeconds: 20, maxOccupancy: 0.88 }],
  ['Erlang A to abandonment and waiting time', 90, { maxAbandonment: 0.05, maxAsaSeconds: 15 }],
  ['Erlang A in overload', 300, { serviceLevel: 0.1, targetSeconds: 10 }],
  ['Erlang C to a level and an occupancy cap', undefined, { serviceLevel: 0.8, maxOccupancy: 0.9 }],
  ['Erlang A by answered over answered', 60, { serviceLevel: 0.9, definition: 'answeredOverAnswered' }],
];

describe('agents of many intervals', () => {
  it.each(cases)('are those of each interval alone: %s', (_name, patienceSeconds, targets) => {
    const got = requiredAgentsSeries({ handleTimeSeconds: 240, patienceSeconds }, targets, rates);
    for (let t = 0; t < rates.length; t += 3) {
      const load = { arrivalsPerHour: rates[t]!, handleTimeSeconds: 240, patienceSeconds };
      const want = requiredAgentsFractional(load, targets);
      if (!want.solved) throw new Error(want.reason);
      expect(Math.abs(got[t]! - want.agents), `rate ${rates[t]}`).toBeLessThan(1e-6 * Math.max(1, want.agents / 1000));
    }
  });

  it.each(cases)('follow a handle time of each interval: %s', (_name, patienceSeconds, targets) => {
    const handleFactors = rates.map((_, t) => [1, 0.6, 1.03, 1.8][t % 4]!);
    const got = requiredAgentsSeries({ handleTimeSeconds: 240, patienceSeconds, handleFactors }, targets, rates);
    for (let t = 0; t < rates.length; t += 5) {
      const handleTimeSeconds = 240 * handleFactors[t]!;
      const want = requiredAgentsFractional(
        { arrivalsPerHour: rates[t]!, handleTimeSeconds, patienceSeconds },
        targets,
      );
      if (!want.solved) throw new Error(want.reason);
      expect(Math.abs(got[t]! - want.agents), `rate ${rates[t]}`).toBeLessThan(1e-6 * Math.max(1, want.agents / 1000));
    }
  });

  it('are not a number where no agents would do, and none where nothing arrives', () => {
    const got = requiredAgentsSeries({ handleTimeSeconds: 240, patienceSeconds: 60 }, { serviceLevel: 1 }, [0, 10]);
    expect([...got]).toEqual([0, Number.NaN]);
  });

  it('names the interval that is wrong', () => {
    const wrong = () => requiredAgentsSeries({ handleTimeSeconds: 240 }, { serviceLevel: 0.8 }, [1, Number.NaN]);
    expect(wrong).toThrow(InputFault);
    expect(wrong).toThrow(/arrivalsPerHour\[1\]/);
  });
});

describe('a year', () => {
  const stream = {
    name: 'voice',
    contacts: Float64Array.of(100, 25, 0),
    handleTimeSeconds: 180,
    targets: { serviceLevel: 0.8 },
    shrinkage: 0.3,
  };

  it('adds up streams, hours and pay', () => {
    const got = staffYear([stream, { ...stream, name: 'second', patienceSeconds: 120 }], 30);
    expect(got.streams[0]!.agents[0]).toBeCloseTo(13.0372, 4);
    expect(got.streams[0]!.peakAgents).toBe(14);
    expect(got.agents[0]).toBe(got.streams[0]!.agents[0]! + got.streams[1]!.agents[0]!);
    expect(got.paidHours).toBeCloseTo(got.agentHours / 0.7, 9);
    expect(got.intervals).toBe(6);
  });

  it('reports progress and stops when asked to', () => {
    const seen: number[] = [];
    staffYear([stream, stream], 30, { onProgress: (share) => seen.push(share) });
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(() => staffYear([stream], 30, { shouldStop: () => true })).toThrow(Stopped);
  });

  it('says which stream cannot be staffed, and what is wrong with one', () => {
    const never = staffYear([{ ...stream, targets: { serviceLevel: 1 } }], 30);
    expect(never.provenance.warnings[0]).toMatch(/targets of voice/);
    expect(() => staffYear([stream, { ...stream, contacts: new Float64Array(2), shrinkage: 1 }], 30)).toThrow(
      /and 1 more/,
    );
  });
});
