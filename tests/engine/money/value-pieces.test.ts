import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amplifiedLeavers,
  bandOf,
  bestAgents,
  churnResponse,
  hourlyLoss,
  insightValue,
  likelyOf,
  marginalBenefit,
  retentionSaves,
  settleDraw,
  valueWeightedLevel,
  withRange,
} from '../../../engine/experience';
import { triangularQuantile } from '../../../engine/random';
import { driftFactor, reviewedFactor, servicePenalty } from '../../../engine/sourcing';
import { bestHeat, bestRaise, heatCost, laborCost, payOf, raiseCost } from '../../../engine/workforce';

const money = fc.double({ min: 0, max: 1e6, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('churn, saves, insight', () => {
  test('customers lost are the sum of their causes, and never more than there are', () => {
    fc.assert(
      fc.property(
        money,
        money,
        money,
        share,
        share,
        share,
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        (a, b, c, p, q, r, all) => {
          const found = churnResponse(
            { lost: a, minutesWaited: b, repeats: c },
            { perLost: p, perMinute: q, perRepeat: r },
            all,
          );
          expect(found.lost + found.waits + found.repeats).toBeCloseTo(found.total, 4);
          expect(found.total).toBeLessThanOrEqual(all * (1 + 1e-12));
        },
      ),
    );
    expect(
      churnResponse(
        { lost: 1000, minutesWaited: 5000, repeats: 200 },
        { perLost: 0.03, perMinute: 0.001, perRepeat: 0.01 },
        1e6,
      ),
    ).toEqual({ lost: 30, waits: 5, repeats: 2, total: 37 });
    expect(retentionSaves(5000, 0.1, 0.3)).toBeCloseTo(150, 9);
    expect(amplifiedLeavers(100, 9, 0.02)).toBeCloseTo(18, 9);
  });

  test('insight has diminishing returns: half at the half, each further thousand teaches less', () => {
    expect(insightValue(100_000, 5000, 5000)).toBe(50_000);
    expect(insightValue(100_000, 5000, 10_000)).toBe(75_000);
    expect(insightValue(100_000, 5000, 0)).toBe(0);
    let before = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 40_000; n += 1000) {
      const more = insightValue(1, 5000, n + 1000) - insightValue(1, 5000, n);
      expect(more).toBeLessThan(before);
      before = more;
    }
  });

  test('the level by value is the plain one where all contacts are worth the same', () => {
    const streams = [
      { contacts: 100, level: 0.9, value: 30 },
      { contacts: 300, level: 0.7, value: 10 },
    ];
    expect(valueWeightedLevel(streams)).toBeCloseTo(0.8, 12);
    expect(valueWeightedLevel(streams.map((one) => ({ ...one, value: 7 })))).toBeCloseTo(0.75, 12);
    expect(valueWeightedLevel([{ contacts: 0, level: Number.NaN, value: 1 }])).toBeNaN();
  });
});

describe('figures that are ranges', () => {
  test('a triangular number keeps its bounds, mode and mean', () => {
    expect(triangularQuantile(0, 1, 2, 0.5)).toBe(1);
    expect(triangularQuantile(3, 3, 3, 0.7)).toBe(3);
    expect([0, 1].map((u) => triangularQuantile(2, 5, 11, u))).toEqual([2, 11]);
    const points = Array.from({ length: 4000 }, (_, at) => triangularQuantile(2, 5, 11, (at + 0.5) / 4000));
    expect(points.reduce((sum, value) => sum + value, 0) / points.length).toBeCloseTo((2 + 5 + 11) / 3, 3);
  });

  test('draws hang on seed, number and name alone, and give one band for one number', () => {
    const range = [1, 2, 4] as const;
    expect(settleDraw(7, 3)(range, 'a')).toBe(settleDraw(7, 3)(range, 'a'));
    expect(settleDraw(7, 3)(range, 'a')).not.toBe(settleDraw(7, 3)(range, 'b'));
    expect(settleDraw(7, 3)(range, 'a')).not.toBe(settleDraw(8, 3)(range, 'a'));
    expect(settleDraw(7, 3)(5, 'a')).toBe(5);
    expect(likelyOf(range)).toBe(2);
    expect(withRange(3, [1, 5])).toEqual([1, 3, 5]);
    expect(bandOf(4, [])).toEqual({ likely: 4, low: 4, high: 4, mean: 4 });
    const band = bandOf(
      2,
      Array.from({ length: 999 }, (_, at) => (at + 1) / 1000),
    );
    expect([band.low, band.high]).toEqual([expect.closeTo(0.05, 6), expect.closeTo(0.95, 6)]);
  });
});

describe('staffing by value', () => {
  const queue = {
    arrivalsPerHour: 100,
    handleTimeSeconds: 180,
    patienceSeconds: 120,
    variation: 0,
    perAbandoned: 30,
    agentHour: 20,
  };

  test.each([0, 0.1, 0.3])('loses least among all numbers of agents, at a variation of %s', (variation) => {
    const one = { ...queue, variation };
    const best = bestAgents(one);
    for (let agents = 0; agents <= 20; agents += 0.1) {
      expect(hourlyLoss(one, agents)).toBeGreaterThanOrEqual(hourlyLoss(one, best) - 1e-6);
    }
    expect(marginalBenefit(one, best - 1)).toBeGreaterThan(0);
    expect(marginalBenefit(one, best)).toBeLessThan(0);
  });

  test('dearer contacts get more agents, dearer agents are fewer, and worthless contacts get none', () => {
    const at = (change: Partial<typeof queue>) => bestAgents({ ...queue, ...change });
    expect(at({ perAbandoned: 60 })).toBeGreaterThan(at({}));
    expect(at({ agentHour: 40 })).toBeLessThan(at({}));
    expect(at({ perAbandoned: 0 })).toBe(0);
    // One agent finishes 20 contacts an hour: at less than a unit each they don't pay for one.
    expect(at({ perAbandoned: 0.9 })).toBe(0);
    expect(at({ arrivalsPerHour: 0 })).toBe(0);
  });
});

describe('prices, pay and penalties', () => {
  test('parts of pay add up to paid hours and premiums at the wage with benefits', () => {
    fc.assert(
      fc.property(money, share, share, share, share, (hours, trained, over, premium, benefits) => {
        const cost = laborCost({
          paidHours: hours,
          trainingHours: hours * trained * 0.5,
          overtimeHours: hours * over * 0.5,
          overtimePremium: premium,
          wagePerHour: 17,
          benefitsShare: benefits,
          seats: 0,
          facilityCostPerSeatMonth: 400,
        });
        const whole = (hours + hours * over * 0.5 * premium) * 17 * (1 + benefits);
        expect(Math.abs(payOf(cost) - whole)).toBeLessThanOrEqual(1e-9 * Math.max(1, whole));
      }),
    );
  });

  test('prices step once a year, exchange rates drift', () => {
    expect([0, 51, 53, 105].map((week) => reviewedFactor(0.1, week))).toEqual([1, 1, 1.1, expect.closeTo(1.21, 12)]);
    expect(driftFactor(0.1, 365.25 / 7 - 0.5)).toBeCloseTo(1.1, 12);
  });

  test('a penalty grows with the points missed, up to the bill, and better service earns none', () => {
    expect(servicePenalty(100_000, 0.005, [{ answered: 10, level: 0.76, target: 0.8 }])).toBeCloseTo(2000, 6);
    expect(servicePenalty(100_000, 0.005, [{ answered: 10, level: 0.9, target: 0.8 }])).toBe(0);
    expect(servicePenalty(100_000, 0.05, [{ answered: 10, level: 0, target: 0.8 }])).toBe(100_000);
    expect(servicePenalty(100_000, 0.005, [])).toBe(0);
    const mixed = [
      { answered: 30, level: 0.7, target: 0.8 },
      { answered: 10, level: 0.9, target: 0.8 },
    ];
    expect(servicePenalty(100_000, 0.005, mixed)).toBeCloseTo(100_000 * 0.005 * 7.5, 6);
  });

  test('the best raise and the best occupancy are where their costs are least', () => {
    const team = { payPerYear: 1e6, leaversPerYear: 60, replacementCost: 10_000 };
    const raise = bestRaise(team, 2);
    expect(raise).toBeCloseTo(1.2 ** (1 / 3) - 1, 12);
    for (let other = 0; other < 0.3; other += 0.01)
      expect(raiseCost(team, 2, other)).toBeGreaterThanOrEqual(raiseCost(team, 2, raise));
    expect(bestRaise(team, 1)).toBe(0);
    const hot = { payPerYear: 1e6, leaversPerYear: 100, replacementCost: 10_000 };
    const best = bestHeat(hot, 3, 0.9);
    expect(best).toBeCloseTo(0.9 * 0.5 ** (1 / 3), 12);
    for (let then = 0.5; then <= 1; then += 0.01)
      expect(heatCost(hot, 3, 0.9, then)).toBeGreaterThanOrEqual(heatCost(hot, 3, 0.9, best) - 1e-6);
    expect(bestHeat(hot, 1, 0.9)).toBe(1);
  });
});
