import { describe, expect, test } from 'vitest';
import {
  compareMixes,
  compareMixYears,
  joinMixYears,
  type MixYears,
  measureConsistency,
  sampleMixYears,
  simulateRisk,
  sizeEdits,
} from '../../../engine/answers';
import { withSizes } from '../../../engine/footprint';
import { applyEdits, readPlan } from '../../../engine/plan';
import { betweenGroups } from '../../../engine/stats';
import { planOfWeeks } from '../../support/busy-team';
import { riskyDocument } from '../../support/risky-plan';

/** Six weeks, so that a level of pressure is run in no time. */
const plan = readPlan({ ...riskyDocument(), calendar: { ...riskyDocument().calendar, weeks: 6 } });
const variant = { id: 'more', name: 'More Berlin', moves: [], sizes: [{ team: 'berlin-care', size: 1.2 }] };
const options = { seed: 5, demandError: 0.02, peopleError: 0 };
const rows = (totals: number[][]) => Float64Array.from(totals.flat());

describe('a mix beside today’s footprint over the same years', () => {
  test('is counted and measured year by year, as by hand', () => {
    const years = Float64Array.from([0, 1, 2, 3]);
    // Contacts lost, value, cost, weeks below: 4 years of each.
    const base = rows([
      [10, 100, 50, 1],
      [20, 200, 50, 2],
      [30, 300, 50, 3],
      [40, 400, 50, 4],
    ]);
    const mix = rows([
      [8, 100, 49, 1],
      [22, 180, 50, 2],
      [24, 300, 51, 1],
      [40, 380, 48, 4],
    ]);
    const sample: MixYears = {
      seed: 1,
      mixes: [
        { id: 'base', name: 'Today', years, totals: base },
        { id: 'm', name: 'M', years, totals: mix },
      ],
    };
    const [answer] = compareMixYears(plan, sample).mixes;
    const [lost, , cost] = answer!.figures;
    expect([lost!.fewer, lost!.same, lost!.more]).toEqual([2, 1, 1]);
    expect([...lost!.differences]).toEqual([-6, -2, 0, 2]);
    expect(lost!.mean.value).toBeCloseTo(-1.5, 12);
    // Ordered differences -6, -2, 0, 2 at places 0.3 and 2.7.
    expect(lost!.p10).toBeCloseTo(-4.8, 12);
    expect(lost!.p90).toBeCloseTo(1.4, 12);
    expect([cost!.fewer, cost!.same, cost!.more]).toEqual([2, 1, 1]);
    // Only the first year has fewer lost for no more money; the third costs more, the fourth loses as many.
    expect(answer!.better).toBe(1);
  });

  test('comes out the same whatever the parts it is sampled in, and today’s years are those of the risk study', () => {
    const whole = [
      sampleMixYears(plan, { ...options, variant: null, years: 5 }),
      sampleMixYears(plan, { ...options, variant, years: 5 }),
    ];
    const part = (of: typeof variant | null, firstYear: number, years: number) =>
      sampleMixYears(plan, { ...options, variant: of, firstYear, years });
    const parts = [part(variant, 3, 2), part(null, 0, 5), part(variant, 0, 3)];
    const one = compareMixYears(plan, whole.reduce(joinMixYears));
    expect(compareMixYears(plan, parts.reduce(joinMixYears))).toEqual(one);
    expect(one.mixes[0]!.years).toBe(5);
    const risk = simulateRisk(plan, { ...options, years: 5, apartYears: 0 });
    const totals = whole[0]!.mixes[0]!.totals;
    const mean = Array.from({ length: 5 }, (_, at) => totals[at * 4]!).reduce((a, b) => a + b, 0) / 5;
    expect(risk.distributions[0]!.mean.value).toBeCloseTo(mean, 6);
  });

  test('that is today’s differs in nothing, and more people lose fewer contacts in every year', () => {
    const same = { id: 'same', name: 'The same', moves: [] };
    const found = [null, same, variant].map((of) => sampleMixYears(plan, { ...options, variant: of, years: 5 }));
    const answer = compareMixYears(plan, found.reduce(joinMixYears));
    const [still, more] = answer.mixes;
    for (const { same: equal, mean } of still!.figures) expect([equal, mean.value]).toEqual([5, 0]);
    expect(more!.figures[0]!.fewer).toBe(5);
    expect(more!.figures[2]!.more).toBe(5);
    expect(more!.better).toBe(0);
    expect(answer.provenance.warnings[0]).toContain('5 years');
  });

  test('of other luck is no part of the study', () => {
    const parts = [1, 2].map((seed): MixYears => ({ seed, mixes: [] }));
    expect(() => joinMixYears(parts[0]!, parts[1]!)).toThrow(/seed/);
  });
});

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

describe('sizes kept as a scenario', () => {
  test('give the plan that the sizes give, candidates, splits and all', () => {
    const document = riskyDocument();
    document.candidates = {
      sites: [{ ...document.sites[0], id: 'porto', name: 'Porto' }],
      teams: [{ id: 'porto-care', name: 'Porto', like: 'berlin-care', site: 'porto', heads: 10, openingCost: 1 }],
    };
    document.teams[0].hires = [{ date: '2027-01-18', heads: 3 }];
    document.transfers = [
      { from: 'berlin-care', to: 'manila-care', date: '2027-01-11', heads: 2, trainingWeeks: 0, experienceKept: 1 },
    ];
    document.routing = [
      {
        stream: 'email-en',
        mode: 'split',
        failover: true,
        shares: [
          { team: 'berlin-care', share: 0.6 },
          { team: 'manila-care', share: 0.4 },
        ],
      },
    ];
    const before = readPlan(document);
    const sizes = [
      { team: 'berlin-care', size: 0.7 },
      { team: 'porto-care', size: 0.5 },
    ];
    const kept = applyEdits(before, sizeEdits(before, sizes));
    const sized = withSizes(before, [0.7, 1, 0.5]);
    for (const list of ['sites', 'teams', 'routing', 'transfers'] as const)
      expect(kept[list], list).toEqual(JSON.parse(JSON.stringify(sized[list])));
    expect(() => sizeEdits(before, [{ team: 'nobody', size: 1 }])).toThrow(/sizes/);
  });
});
