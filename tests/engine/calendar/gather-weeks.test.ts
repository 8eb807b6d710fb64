import { describe, expect, it } from 'vitest';
import { gatherWeeks, WEEK_GROUPS, WEEK_RULES, weekRuleOf } from '../../../engine/calendar';

describe('weeks gathered for finance', () => {
  it('months of ISO weeks, each week in the month of its fourth day', () => {
    const months = gatherWeeks({ startDate: '2026-12-21', weeks: 8 }, weekRuleOf('iso'), 'period');
    expect(months.map(({ label, weeks, isWhole }) => [label, weeks, isWhole])).toEqual([
      ['2026-12', 2, false],
      ['2027-01', 4, true],
      ['2027-02', 2, false],
    ]);
    expect(months[0]).toMatchObject({ startDate: '2026-12-21', endDate: '2027-01-03', first: 0 });
  });

  it('periods of each pattern, and the 53rd week in the last', () => {
    const lengths = (rule: '4-4-5' | '4-5-4' | '5-4-4') =>
      gatherWeeks({ startDate: '2023-01-29', weeks: 53 }, weekRuleOf(rule), 'period').map(({ weeks }) => weeks);
    expect(lengths('4-4-5')).toEqual([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 6]);
    expect(lengths('4-5-4')).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5]);
    expect(lengths('5-4-4')).toEqual([5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 5]);
    const quarters = gatherWeeks({ startDate: '2023-01-29', weeks: 53 }, weekRuleOf('4-5-4'), 'quarter');
    expect(quarters.map(({ label, weeks, isWhole }) => [label, weeks, isWhole])).toEqual([
      ['2023-Q1', 13, true],
      ['2023-Q2', 13, true],
      ['2023-Q3', 13, true],
      ['2023-Q4', 14, true],
    ]);
    expect(gatherWeeks({ startDate: '2023-01-29', weeks: 53 }, weekRuleOf('4-5-4'), 'year')).toMatchObject([
      { label: '2023', weeks: 53, isWhole: true },
    ]);
  });

  it('puts every week into one group, so that a plan adds up to the same in any calendar', () => {
    const contacts = Array.from({ length: 156 }, (_, week) => 1000 + 17 * week);
    const total = contacts.reduce((sum, value) => sum + value, 0);
    for (const name of WEEK_RULES) {
      for (const by of WEEK_GROUPS) {
        const groups = gatherWeeks({ startDate: '2026-01-05', weeks: 156 }, weekRuleOf(name), by);
        const sums = groups.map(({ first, weeks }) =>
          contacts.slice(first, first + weeks).reduce((sum, value) => sum + value, 0),
        );
        expect(
          sums.reduce((sum, value) => sum + value, 0),
          `${name} by ${by}`,
        ).toBe(total);
        expect(new Set(groups.map(({ label }) => label)).size, `${name} by ${by}`).toBe(groups.length);
      }
    }
  });
});
