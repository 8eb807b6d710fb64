import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CrewMember, type ForecastPart, forecastWithCrew, tryPart } from '../../../engine/answers';
import { forecastDemand } from '../../../engine/answers/forecast-demand';
import { dayNumber } from '../../../engine/calendar';
import type { History } from '../../../engine/demand';
import { InputFault } from '../../../engine/units';

/** A worker that lives in this process and sees nothing but what a real one would be sent. */
function member(): CrewMember {
  let part: ForecastPart | null = null;
  return {
    try: async (histories, settings, control) => {
      part = tryPart(structuredClone(histories), structuredClone(settings), control);
      return structuredClone(part.scores);
    },
    finish: async (pools) => structuredClone(part!.finish(structuredClone(pools))),
  };
}

const start = dayNumber('2026-01-05') * 1440;
const series = (name: string, days: number, seed: number): History => ({
  series: name,
  clock: { kind: 'wall', grainMinutes: 1440 },
  start,
  values: Float64Array.from({ length: days }, (_, d) =>
    Math.round((20 + 10 * seed) * (1 + 0.3 * Math.cos((2 * Math.PI * d) / 7) + 0.2 * Math.sin(d * 12.9898 * seed))),
  ),
});

describe('forecastWithCrew', () => {
  it('gives the answer of forecastDemand to the last digit, for any number of series and any size of crew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 9, max: 60 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        async (lengths, size) => {
          const histories = lengths.map((days, i) => series(`s${i}`, days, i + 1));
          const crew = Array.from({ length: size }, member);
          expect(await forecastWithCrew(histories, { horizon: 10 }, crew)).toEqual(
            forecastDemand(histories, { horizon: 10 }),
          );
        },
      ),
      { numRuns: 15, seed: 20261125 },
    );
  });

  it('refuses bad input before any worker is asked, and reports progress that only grows', async () => {
    const idle: CrewMember = { try: () => Promise.reject(new Error('asked')), finish: () => Promise.reject() };
    await expect(forecastWithCrew([series('a', 20, 1)], { horizon: 0 }, [idle])).rejects.toThrow(InputFault);
    const seen: number[] = [];
    const histories = [1, 2, 3].map((i) => series(`s${i}`, 50, i));
    await forecastWithCrew(histories, { horizon: 7 }, [member(), member()], {
      onProgress: (share) => seen.push(share),
    });
    expect(seen.length).toBeGreaterThan(6);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it('passes on what broke a worker', async () => {
    const broken: CrewMember = {
      try: () => Promise.reject(new Error('out of memory')),
      finish: () => Promise.reject(),
    };
    await expect(forecastWithCrew([series('a', 20, 1)], { horizon: 3 }, [broken])).rejects.toThrow('out of memory');
  });
});
