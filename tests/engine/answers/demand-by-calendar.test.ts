import { describe, expect, it } from 'vitest';
import { answerDemand, demandByCalendar } from '../../../engine/answers';
import { WEEK_GROUPS, WEEK_RULES } from '../../../engine/calendar';
import { tinyPlan } from '../../support/tiny-plan';

describe('a plan in the calendar of finance', () => {
  const plan = tinyPlan();
  const total = answerDemand(plan).total.contacts;

  it('adds up to the same in every calendar and grouping', () => {
    for (const rule of WEEK_RULES) {
      for (const by of WEEK_GROUPS) {
        const { rows } = demandByCalendar(plan, { rule, by });
        const sum = rows.reduce((all, row) => all + row.contacts.reduce((a, b) => a + b, 0), 0);
        expect(sum / total, `${rule} by ${by}`).toBeCloseTo(1, 12);
        expect(rows.reduce((weeks, row) => weeks + row.weeks, 0)).toBe(plan.calendar.weeks);
      }
    }
  });

  it('takes the plan’s own calendar without another, and names days of 92 and 100 quarter-hours', () => {
    const year = { ...plan, calendar: { ...plan.calendar, startDate: '2027-01-04', weeks: 52, zone: 'Europe/Berlin' } };
    const { rule, rows } = demandByCalendar(year, { by: 'year' });
    expect(rule).toBe(plan.calendar.weekRule);
    expect(rows.flatMap(({ oddDays }) => oddDays)).toEqual([
      { date: '2027-03-28', quarterHours: 92 },
      { date: '2027-10-31', quarterHours: 100 },
    ]);
  });
});
