import { describe, expect, it } from 'vitest';
import {
  addDays,
  ISO_WEEKS,
  WEEK_RULES,
  type WeekRule,
  weekLabels,
  weekRuleOf,
  yearWeeks,
} from '../../../engine/calendar';
import { InputFault } from '../../../engine/units';

describe('plan weeks', () => {
  it('names ISO weeks, week 53 included', () => {
    const labels = weekLabels({ startDate: '2026-12-21', weeks: 4 });
    expect(labels.map((week) => week.label)).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
    expect(labels[1]).toMatchObject({ startDate: '2026-12-28', endDate: '2027-01-03', year: 2026, week: 53 });
    expect(yearWeeks(2026, ISO_WEEKS)).toEqual({ startDate: '2025-12-29', weeks: 53 });
    expect(yearWeeks(2027, ISO_WEEKS)).toEqual({ startDate: '2027-01-04', weeks: 52 });
    // ISO years of 53 weeks from 2000 to 2050, as published in the standard's usual tables.
    const long = Array.from({ length: 51 }, (_, at) => 2000 + at).filter(
      (year) => yearWeeks(year, ISO_WEEKS).weeks === 53,
    );
    expect(long).toEqual([2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048]);
  });

  it('names Sunday weeks by their fourth day, as the CDC does', () => {
    const sunday = weekRuleOf('sunday');
    // CDC MMWR: 2014, 2020 and 2025 have 53 weeks; week 1 of 2027 starts on 3 January.
    const long = Array.from({ length: 18 }, (_, at) => 2010 + at).filter(
      (year) => yearWeeks(year, sunday).weeks === 53,
    );
    expect(long).toEqual([2014, 2020, 2025]);
    expect(weekLabels({ startDate: '2027-01-03', weeks: 1 }, sunday)[0]?.label).toBe('2027-W01');
  });

  it('follows the retail 4-5-4 calendar with its 53rd weeks of 2012, 2017 and 2023', () => {
    const retail = weekRuleOf('4-5-4');
    const long = Array.from({ length: 16 }, (_, at) => 2010 + at).filter(
      (year) => yearWeeks(year, retail).weeks === 53,
    );
    expect(long).toEqual([2012, 2017, 2023]);
    expect(yearWeeks(2023, retail).startDate).toBe('2023-01-29');
    expect(yearWeeks(2024, retail).startDate).toBe('2024-02-04');
    expect(yearWeeks(2027, retail).startDate).toBe('2027-01-31');
    const year = weekLabels({ startDate: '2023-01-29', weeks: 53 }, retail);
    const lengths = [...new Set(year.map((week) => week.period))].map(
      (period) => year.filter((week) => week.period === period).length,
    );
    expect(lengths).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5]);
    expect(year[52]).toMatchObject({ label: '2023-W53', periodLabel: '2023-P12', quarter: 4, endDate: '2024-02-03' });
  });

  it('splits quarters as each pattern says', () => {
    const lengths = (periods: WeekRule['periods']) => {
      const year = weekLabels({ startDate: '2027-01-04', weeks: 52 }, { weekStart: 'monday', periods });
      return [1, 2, 3, 4, 5, 6].map((period) => year.filter((week) => week.period === period).length);
    };
    expect(lengths('4-4-5')).toEqual([4, 4, 5, 4, 4, 5]);
    expect(lengths('4-5-4')).toEqual([4, 5, 4, 4, 5, 4]);
    expect(lengths('5-4-4')).toEqual([5, 4, 4, 5, 4, 4]);
  });

  it('ends a fiscal year on the last or the nearest weekday of a month', () => {
    // Last Saturday of September: 24 September 2022 and 30 September 2023, a year of 53 weeks named 2023.
    const autumn: WeekRule = { weekStart: 'sunday', periods: '4-4-5', yearEnd: { month: 9, rule: 'last' } };
    expect(yearWeeks(2023, autumn)).toEqual({ startDate: '2022-09-25', weeks: 53 });
    expect(weekLabels({ startDate: '2022-09-25', weeks: 1 }, autumn)[0]?.label).toBe('2023-W01');
    expect(weekLabels({ startDate: '2022-09-18', weeks: 1 }, autumn)[0]?.label).toBe('2022-W52');
  });

  it('numbers weeks without a hole under every rule, from any start, for 30 years', () => {
    for (const name of WEEK_RULES) {
      const rule = weekRuleOf(name);
      const start = rule.weekStart === 'monday' ? '2020-01-06' : '2020-01-05';
      const labels = weekLabels({ startDate: start, weeks: 1560 }, rule);
      labels.forEach((week, at) => {
        const before = labels[at - 1];
        if (before === undefined) return;
        const next =
          before.week === yearWeeks(before.year, rule).weeks ? [before.year + 1, 1] : [before.year, before.week + 1];
        expect([week.year, week.week], `${name} ${week.startDate}`).toEqual(next);
        expect(week.startDate).toBe(addDays(before.startDate, 7));
      });
    }
  });

  it('names a week that straddles two by its fourth day', () => {
    expect(weekLabels({ startDate: '2027-01-01', weeks: 1 })[0]?.label).toBe('2027-W01');
    expect(weekLabels({ startDate: '2026-12-31', weeks: 1 })[0]?.label).toBe('2026-W53');
  });

  it('refuses horizons and year ends that are none', () => {
    expect(() => weekLabels({ startDate: 'soon', weeks: 0 })).toThrow(InputFault);
    const rule: WeekRule = { weekStart: 'monday', periods: '4-4-5', yearEnd: { month: 13, rule: 'last' } };
    expect(() => weekLabels({ startDate: '2027-01-04', weeks: 1 }, rule)).toThrow(/yearEnd\.month/);
  });
});
