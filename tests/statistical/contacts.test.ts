import { describe, expect, test } from 'vitest';
import { chatQueue } from '../../engine/queueing';
import { STREAM_COUNT as C, runReplications } from '../../engine/simulate';
import { ratioEstimate } from '../../engine/stats';
import { plainModel, plainStream } from '../support/contact-models';
import { referenceFigures } from '../support/contact-references';
import { compare, theoryCases } from '../support/contact-theory';
import { hasShared } from '../support/shared-table';

/** Half-widths of a figure's own 95 % interval that theory may be away: beyond 1.7 by chance once in a thousand. */
const WIDTHS = 1.7;

describe('contacts against theory (short; 400 replications in tests/long)', () => {
  test.each(theoryCases().map((one) => [one.name, one] as const))('%s', (_, one) => {
    for (const { name, exact, mean, half, distance } of compare(one, 20270104, 40)) {
      expect(distance, `${name}: ${mean} ± ${half}, theory ${exact}`).toBeLessThanOrEqual(WIDTHS);
    }
  });
});

describe('chats side by side', () => {
  test.each([
    { agents: 10, slower: 0.2 },
    { agents: 9, slower: 0.5 },
  ])('are within a point and a half of the chain of conversations: $agents agents, $slower slower each', (one) => {
    const end = 200_000;
    const want = chatQueue({
      arrivalsPerHour: 110,
      handleTimeSeconds: 600,
      concurrency: 3,
      stretch: one.slower,
      agents: one.agents,
      patienceSeconds: 180,
      targetSeconds: 60,
    });
    const model = plainModel({
      streams: [
        plainStream({
          perSecond: 110 / 3600,
          end,
          handleTime: { mean: 600, cv: 1 },
          patience: { mean: 180, cv: 1, atOnce: 0 },
          concurrency: 3,
          stretch: 1 + 2 * one.slower,
          targetSeconds: 60,
        }),
      ],
      agents: [one.agents],
      serves: [[{ group: 0 }]],
      end,
    });
    const tallies = runReplications(model, Float64Array.of(20_000, end), { seed: 71, first: 0, count: 20 });
    const share = (count: number) =>
      ratioEstimate(
        tallies.map(({ streams }) => streams[count]!),
        tallies.map(({ streams }) => streams[C.offered]!),
        1,
      ).mean;
    expect(Math.abs(share(C.withinTarget) - want.serviceLevel)).toBeLessThan(0.015);
    expect(Math.abs(share(C.abandoned) - want.abandonment)).toBeLessThan(0.015);
  });
});

describe.skipIf(!hasShared('data/simulation_references'))('contacts against published simulations (short)', () => {
  test('100 replications of each', () => {
    const far = referenceFigures(20270104, 100).filter(({ published, mean, half }) => {
      const own = (published.ci_high - published.ci_low) / 2;
      return Math.abs(mean - published.mean) > WIDTHS * Math.hypot(half, own) + 0.0005;
    });
    expect(far).toEqual([]);
  });
});
