import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fluidLag, LAG } from '../../../engine/simulate';

const out = new Float64Array(2);
const lag = (start: number, rate: number, agents: number, handle: number, patience: number, length: number) => {
  fluidLag(start, rate, agents, handle, patience, length, out);
  return { end: out[LAG.end]!, rate: out[LAG.rate]! };
};

/** Contacts at the end and their mean, in small steps of the differential equation. */
function stepped(start: number, rate: number, agents: number, handle: number, patience: number, length: number) {
  const steps = 8000;
  const dt = length / steps;
  const slope = (x: number) => rate - Math.min(x, agents) / handle - Math.max(0, x - agents) / patience;
  let x = start;
  let area = 0;
  for (let k = 0; k < steps; k++) {
    // Heun's rule.
    const first = slope(x);
    const next = x + dt * first;
    const moved = x + (dt / 2) * (first + slope(next));
    area += (dt * (x + moved)) / 2;
    x = moved;
  }
  return { end: x, mean: area / length };
}

describe('fluidLag', () => {
  test('gives the arrivals themselves where nothing changes, below and above capacity', () => {
    expect(lag(30, 0.1, 60, 300, 120, 1800)).toEqual({ end: 30, rate: expect.closeTo(0.1, 12) });
    // 60 agents finish 0.2 a second; of 0.25 arriving, 0.05 give up from a queue of 6.
    const full = lag(66, 0.25, 60, 300, 120, 1800);
    expect(full.end).toBeCloseTo(66, 9);
    expect(full.rate).toBeCloseTo(0.25, 12);
  });

  test('has calls of an interval before still in hand, and a first interval not full from its start', () => {
    expect(lag(0, 0.1, 60, 300, 120, 1800).rate).toBeCloseTo(0.0834, 4);
    expect(lag(45, 0.1, 60, 300, 120, 1800).rate).toBeGreaterThan(0.1);
  });

  test('lets a queue of people who never give up grow at the pace of what agents miss', () => {
    const patient = lag(60, 0.25, 60, 300, Number.POSITIVE_INFINITY, 1800);
    expect(patient.end).toBeCloseTo(60 + 0.05 * 1800, 9);
    expect(patient.rate).toBe(0.25);
  });

  test('follows the differential equation, through overload and out of it (property)', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        number(0, 120),
        number(0, 0.6),
        number(1, 80),
        number(60, 900),
        fc.oneof(number(20, 2000), fc.constant(Number.POSITIVE_INFINITY)),
        (start, rate, agents, handle, patience) => {
          const exact = lag(start, rate, agents, handle, patience, 1800);
          const { end, mean } = stepped(start, rate, agents, handle, patience, 1800);
          expect(exact.end).toBeCloseTo(end, 2);
          if (mean < agents * 0.999) expect(exact.rate).toBeCloseTo(mean / handle, 4);
          else if (mean > agents * 1.001 && patience < Number.POSITIVE_INFINITY) {
            expect(exact.rate).toBeCloseTo(agents / handle + (mean - agents) / patience, 4);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
