import { describe, expect, test } from 'vitest';
import { compareMixes, measureConsistency } from '../../../engine/answers';
import { betweenGroups } from '../../../engine/stats';
import { planOfWeeks } from '../../support/busy-team';

describe('spread between groups', () => {
  test('is the variance that lies between them, by weight, and the worst share as a mean', () => {
    // Mean (3 × 10 + 1 × 18) ÷ 4 = 12; variance (3 × 4 + 1 × 36) ÷ 4 = 12.
    const groups = [
      { weight: 3, value: 10 },
      { weight: 1, value: 18 },
      { weight: 0, value: 99 },
    ];
    const { mean, between, worst, least, most } = betweenGroups(groups, { share: 0.5, worse: 'more' });
    expect([mean, least, most]).toEqual([12, 10, 18]);
    expect(between).toBeCloseTo(Math.sqrt(12), 12);
    // Two of four: the one at 18 and one at 10.
    expect(worst).toBeCloseTo(14, 12);
    expect(betweenGroups(groups, { share: 0.1, worse: 'less' }).worst).toBeCloseTo(10, 12);
  });
});

describe('the same customer at another site', () => {
  const slower = (proficiency: number) =>
    planOfWeeks(4, (plan) => ({
      ...plan,
      teams: plan.teams.map((team, at) => (at === 0 ? team : { ...team, skills: [{ skill: 'care', proficiency }] })),
    }));

  test('takes as much longer as the people there are slower', () => {
    const { streams, totals, varianceBetweenSites, sentence } = measureConsistency(slower(0.8));
    const voice = streams.find(({ id }) => id === 'voice-en')!;
    const [berlin, manila] = ['berlin', 'manila'].map((id) => voice.sites.find(({ site }) => site === id)!);
    expect(berlin!.handleTime).toBeCloseTo(300, 6);
    expect(manila!.handleTime).toBeCloseTo(375, 6);
    const mean = berlin!.share * 300 + manila!.share * 375;
    expect(voice.spread.handleTime!.mean).toBeCloseTo(mean, 6);
    expect(voice.spread.handleTime!.between).toBeCloseTo(75 * Math.sqrt(berlin!.share * manila!.share), 6);
    expect(voice.spread.handleTime!.worst).toBeCloseTo(375, 6);
    expect(totals.handleTime!.worstTenth).toBeGreaterThan(0.05);
    expect(voice.spread.resolution).toBeNull();
    expect(sentence).toContain('Site manila');
    // A handle time of coefficient of variation 1 drowns most of it.
    expect(varianceBetweenSites).toBeGreaterThan(0.005);
    expect(varianceBetweenSites).toBeLessThan(0.05);
  });

  test('takes as long where people are alike; every contact and all the cost are somewhere', () => {
    const plan = slower(1);
    const { streams, totals, providers } = measureConsistency(plan);
    expect(totals.handleTime!.spread).toBeCloseTo(0, 9);
    for (const { handleTimeFactor } of providers) expect(handleTimeFactor).toBeCloseTo(1, 9);
    expect(providers.map(({ name, seats }) => [name, seats])).toEqual([
      ['Own company', 200],
      ['Vendor', 200],
    ]);
    const { base } = compareMixes(plan, { variants: [], disruptions: [] });
    expect(base.handleTimeSpread).toBe(totals.handleTime!.spread);
    const cost = streams.flatMap(({ sites }) => sites).reduce((sum, one) => sum + one.contacts * one.costPerContact, 0);
    expect(cost).toBeCloseTo(base.total.cost, 2);
  });
});
