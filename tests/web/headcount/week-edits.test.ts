import { describe, expect, test } from 'vitest';
import { type Plan, readPlan } from '../../../engine/plan';
import { changeRange, hiresOfWeek, plannedOf, setWeek } from '../../../web/screens/headcount/week-edits';
import type { Editable } from '../../../web/state';
import { tinyPlan } from '../../support/tiny-plan';

const draft = () => structuredClone(tinyPlan()) as Editable<Plan>;
const calendar = tinyPlan().calendar;

describe('weeks edited by hand', () => {
  test('a figure for one week leaves the others as usual, and an empty cell takes it back without a trace', () => {
    const plan = draft();
    const team = plan.teams[0]!;
    setWeek(team, calendar, 'attritionPerYear', 2, 1.5);
    expect(team.byWeek).toEqual({ attritionPerYear: [null, null, 1.5, null] });
    expect(plannedOf(team as Plan['teams'][number], 'attritionPerYear', 2)).toBe(1.5);
    expect(() => readPlan(JSON.parse(JSON.stringify(plan)))).not.toThrow();
    setWeek(team, calendar, 'attritionPerYear', 2, null);
    expect(team).toEqual(draft().teams[0]);
  });

  test('hires of a week are one class on its first day, or the classes there scaled together', () => {
    const team = draft().teams[0]!;
    setWeek(team, calendar, 'hires', 2, 12);
    expect(team.hires).toEqual([{ date: '2027-01-18', heads: 12 }]);
    team.hires = [
      { date: '2027-01-12', heads: 4 },
      { date: '2027-01-15', heads: 8 },
    ];
    setWeek(team, calendar, 'hires', 1, 6);
    expect(team.hires.map((hire) => hire.heads)).toEqual([2, 4]);
    expect(hiresOfWeek(team as Plan['teams'][number], '2027-01-04', 1)).toBe(6);
    setWeek(team, calendar, 'hires', 1, 0);
    expect(team.hires).toEqual([]);
  });

  test('a stretch is filled, raised by a percentage, and given back', () => {
    const plan = draft();
    changeRange(plan.teams, calendar, 'inOffice', 1, 2, { kind: 'scale', percent: 20 });
    expect(plan.teams.map((team) => team.byWeek?.inOffice)).toEqual([
      [null, 0.18, 0.18, null],
      [null, 0.18, 0.18, null],
    ]);
    changeRange(plan.teams, calendar, 'inOffice', 2, 3, { kind: 'set', value: 0.3 });
    expect(plan.teams[0]!.byWeek?.inOffice).toEqual([null, 0.18, 0.3, 0.3]);
    changeRange(plan.teams, calendar, 'inOffice', 0, 3, { kind: 'usual' });
    expect(plan).toEqual(draft());
  });
});
