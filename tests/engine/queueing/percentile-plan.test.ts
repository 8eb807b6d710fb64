import { describe, expect, it } from 'vitest';
import { busynessVariation, erlangA, percentilePlan, shareOfDaysTogether } from '../../../engine/queueing';
import { gamma, namedStream, poisson } from '../../../engine/random';
import { gammaProbability, gammaQuantile } from '../../../engine/stats';
import { InputFault } from '../../../engine/units';

describe('the gamma distribution', () => {
  it('agrees with closed forms and chi-square tables', () => {
    for (const x of [1e-6, 0.1, 1, 2.5, 7, 30]) {
      expect(gammaProbability(1, x)).toBeCloseTo(-Math.expm1(-x), 14);
      expect(gammaProbability(3, x)).toBeCloseTo(1 - Math.exp(-x) * (1 + x + (x * x) / 2), 13);
    }
    // Chi-square with 10 degrees of freedom: 95 % at 18.307, 5 % at 3.940; with 1: 95 % at 3.84146.
    expect(10 * gammaQuantile(5, 0.95)).toBeCloseTo(18.307, 3);
    expect(10 * gammaQuantile(5, 0.05)).toBeCloseTo(3.9403, 4);
    expect(gammaQuantile(0.5, 0.95)).toBeCloseTo(3.841459, 5);
  });

  it('has the inverse of its inverse', () => {
    for (const shape of [0.12, 0.8, 4, 100, 1e4, 1e6]) {
      for (const p of [1e-6, 0.05, 0.5, 0.8, 0.95, 0.999]) {
        expect(gammaProbability(shape, shape * gammaQuantile(shape, p)) / p).toBeCloseTo(1, 9);
      }
    }
  });
});

const load = { arrivalsPerHour: 200, handleTimeSeconds: 180, patienceSeconds: 120 };
const targets = { serviceLevel: 0.8, targetSeconds: 20 };
const stream = { name: 'voice', load, targets, dailyVariation: 0.15 };

describe('a percentile plan', () => {
  it.each([0.8, 0.95])('holds its target on %d of simulated days', (shareOfDays) => {
    const plan = percentilePlan({ streams: [stream], shareOfDays });
    const luck = namedStream({ seed: 11, entity: 'days', purpose: 'busyness' });
    const days = 40_000;
    let held = 0;
    for (let day = 0; day < days; day++) {
      const arrivalsPerHour = 200 * gamma(luck, 1 / 0.15 ** 2, 1);
      if (erlangA({ ...load, arrivalsPerHour, agents: plan.agents }).serviceLevel >= 0.8) held++;
    }
    // Four standard deviations of a share of 40,000 days.
    const noise = 4 * Math.sqrt((shareOfDays * (1 - shareOfDays)) / days);
    expect(Math.abs(held / days - shareOfDays)).toBeLessThan(noise);
  });

  it('is the plain requirement when nothing is uncertain, and grows with both', () => {
    const sure = percentilePlan({ streams: [{ ...stream, dailyVariation: 0 }], shareOfDays: 0.95 });
    expect(sure.agents).toBe(sure.agentsAsForecast);
    const agents = (shareOfDays: number, dailyVariation: number) =>
      percentilePlan({ streams: [{ ...stream, dailyVariation }], shareOfDays }).agents;
    expect(agents(0.95, 0.1)).toBeGreaterThan(agents(0.8, 0.1));
    expect(agents(0.95, 0.2)).toBeGreaterThan(agents(0.95, 0.1));
  });

  it('with one factor over all streams holds all of them on the same days', () => {
    const streams = [stream, { ...stream, name: 'second' }, { ...stream, name: 'third' }];
    const shared = percentilePlan({ streams, shareOfDays: 0.9 });
    expect(shared.shareOfDaysTogether).toBeCloseTo(0.9, 6);
    const apart = percentilePlan({ streams, shareOfDays: 0.9, common: 0 });
    expect(apart.shareOfDaysTogether).toBeCloseTo(0.729, 9);
    const all = percentilePlan({ streams, shareOfDays: 0.9, common: 0, hold: 'all' });
    expect(all.shareOfDaysEach).toBeCloseTo(0.9 ** (1 / 3), 5);
    expect(all.agents).toBeGreaterThan(apart.agents);
    expect(all.heads).toBe(Math.ceil(all.agents));
  });

  it('agrees with simulated days where luck is partly shared and variations differ', () => {
    const variations = [0.3, 0.2, 0.5];
    const busyness = [1.2, 1.1, 1.4];
    const shared = 0.6 / 0.5 ** 2;
    const luck = namedStream({ seed: 12, entity: 'days', purpose: 'common' });
    const days = 100_000;
    let held = 0;
    for (let day = 0; day < days; day++) {
      const common = gamma(luck, shared, shared);
      const within = variations.every((variation, at) => {
        const shape = 1 / variation ** 2;
        return (common + gamma(luck, shape - shared, shape - shared)) / shape <= busyness[at]!;
      });
      if (within) held++;
    }
    const want = shareOfDaysTogether(variations, busyness, 0.6);
    expect(Math.abs(held / days - want)).toBeLessThan(4 * Math.sqrt((want * (1 - want)) / days));
  });

  it('finds the variation that days were drawn with', () => {
    const luck = namedStream({ seed: 13, entity: 'days', purpose: 'counts' });
    const days = Array.from({ length: 4000 }, () => ({
      forecast: 400,
      actual: poisson(luck, 400 * gamma(luck, 1 / 0.12 ** 2, 1)),
    }));
    expect(Math.abs(busynessVariation(days) - 0.12)).toBeLessThan(0.006);
    const calm = days.map(() => ({ forecast: 400, actual: poisson(luck, 400) }));
    expect(busynessVariation(calm)).toBeLessThan(0.02);
  });

  it('names everything that is wrong', () => {
    const wrong = {
      streams: [{ ...stream, dailyVariation: 9, load: { ...load, handleTimeSeconds: 0 } }],
      shareOfDays: 1,
    };
    try {
      percentilePlan(wrong);
      expect.unreachable();
    } catch (fault) {
      expect((fault as InputFault).issues.map(({ path }) => path)).toEqual([
        'shareOfDays',
        'streams[0].dailyVariation',
        'streams[0].handleTimeSeconds',
      ]);
    }
    expect(() => busynessVariation([{ forecast: 0, actual: 1 }])).toThrow(InputFault);
  });
});
