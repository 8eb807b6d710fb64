import { describe, expect, test } from 'vitest';
import { headcountRates, planHeadcount, staffIntervals } from '../../../engine/answers';
import { planOfWeeks } from '../../support/busy-team';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe('planHeadcount', () => {
  test('required hours of all teams are those of the interval requirement, week by week', () => {
    const plan = planOfWeeks(6);
    const { total, uncoveredHours } = planHeadcount(plan);
    const staffed = staffIntervals(plan);
    staffed.weeks.forEach((week, at) => {
      expect(total.weekly.requiredHours[at]! + uncoveredHours[at]!).toBeCloseTo(week.requiredAgentHours, 6);
    });
  });

  test('groups of any kind add up to the total', () => {
    const plan = planOfWeeks(6);
    for (const by of ['team', 'site', 'provider', 'kind'] as const) {
      const { groups, total } = planHeadcount(plan, { by });
      for (const figure of ['requiredFte', 'availableFte', 'employed', 'laborCost'] as const) {
        for (let week = 0; week < 6; week++) {
          expect(sum(groups.map((group) => group.weekly[figure][week]!))).toBeCloseTo(total.weekly[figure][week]!, 9);
        }
      }
    }
  });

  test('the gap of a pool is shared: cover is the same in all teams that do the same work', () => {
    const { groups } = planHeadcount(planOfWeeks(4));
    const cover = groups.map(({ weekly }) => weekly.fullSpeedHours[2]! / weekly.requiredHours[2]!);
    expect(cover[0]).toBeCloseTo(cover[1]!, 6);
  });

  test('a week of high attrition lowers the people from the week after on, and service with them', () => {
    const plan = planOfWeeks(12);
    const hit = planOfWeeks(12, (base) => ({
      ...base,
      teams: base.teams.map((team, at) =>
        at === 0
          ? { ...team, byWeek: { attritionPerYear: Array.from({ length: 12 }, (_, w) => (w === 5 ? 15 : null)) } }
          : team,
      ),
    }));
    const before = planHeadcount(plan, { service: true });
    const after = planHeadcount(hit, { service: true });
    const gap = (answer: typeof before, week: number) => headcountRates(answer.total.weekly, week).gapFte;
    expect(gap(after, 5)).toBe(gap(before, 5));
    expect(gap(after, 6)).toBeLessThan(gap(before, 6) - 5);
    // The last hours of a week feel the next one: shifts even out over its end, and email is finished in it.
    expect(after.service!.all[4]).toBe(before.service!.all[4]);
    expect(after.service!.all[5]).toBeCloseTo(before.service!.all[5]!, 4);
    expect(after.service!.all[6]!).toBeLessThan(before.service!.all[6]!);
  });

  test('demand at a percentile asks for more, and the median of a skewed day for a little less', () => {
    const plan = planOfWeeks(3);
    const required = (percentile?: number) => planHeadcount(plan, { percentile }).total.weekly.requiredFte[1]!;
    expect(required(80)).toBeGreaterThan(required() * 1.05);
    expect(required(50)).toBeLessThan(required());
    expect(required(50)).toBeGreaterThan(required() * 0.99);
  });

  test('the same plan in Sunday weeks has other names and the same figures', () => {
    const plan = planOfWeeks(5);
    const iso = planHeadcount(plan);
    const retail = planHeadcount(plan, { weeks: '4-4-5' });
    expect(iso.weeks[0]!.label).toBe('2027-W01');
    expect(retail.weeks[0]!.label).toBe('2026-W49');
    expect(retail.weeks[0]!.periodLabel).toBe('2026-P12');
    expect(retail.total.weekly).toEqual(iso.total.weekly);
  });

  test('refuses what it does not know, all at once', () => {
    expect(() => planHeadcount(planOfWeeks(2), { by: 'metro' as 'team', percentile: 20 })).toThrow(
      /by: found "metro".*and 1 more/,
    );
  });

  test('says how short it is, where and when', () => {
    const short = planOfWeeks(4, (plan) => ({
      ...plan,
      teams: plan.teams.map((team) => ({ ...team, headcount: [{ tenureMonths: 24, heads: 8 }] })),
    }));
    expect(planHeadcount(short).sentence).toMatch(
      /^Short of \d+\.\d FTE in 2027-W0\d, from 2027-01-\d\d on, .* in Site /,
    );
    const rich = planOfWeeks(4, (plan) => ({
      ...plan,
      teams: plan.teams.map((team) => ({ ...team, headcount: [{ tenureMonths: 24, heads: 800 }] })),
    }));
    expect(planHeadcount(rich).sentence).toMatch(/^Enough people in every week/);
  });
});
