import { beforeAll, describe, expect, test } from 'vitest';
import { COVER_CAUSES, planHeadcount, shiftCover } from '../../../engine/answers';
import { type Plan, readPlan, type ShiftTemplate } from '../../../engine/plan';
import { highsSolver, type LinearSolver } from '../../../engine/stats';
import { planOfWeeks } from '../../support/busy-team';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

const shift = (facts: Partial<ShiftTemplate>): ShiftTemplate => ({
  id: 'day',
  name: 'Day',
  lengthMinutes: 480,
  earliestStartMinute: 0,
  latestStartMinute: 1410,
  startEveryMinutes: 30,
  breaks: [],
  daysPerWeek: 5,
  ...facts,
});

/** Berlin alone, calls alone, the same load in every hour of twelve. */
const flat = (shifts: readonly ShiftTemplate[], hours = 'Mo-Su 08:00-20:00'): Plan =>
  readPlan(
    JSON.parse(
      JSON.stringify(
        planOfWeeks(2, (plan) => ({
          ...plan,
          streams: plan.streams.slice(0, 1),
          sites: plan.sites.map((site) => ({ ...site, openingHours: hours })),
          teams: plan.teams.slice(0, 1),
          shiftTemplates: [...shifts],
        })),
      ),
    ),
  );

describe('shiftCover', () => {
  test('twelve level hours a day, seven days: shifts of six hours cost nothing more, five days a week neither', () => {
    const { total } = shiftCover(flat([shift({ lengthMinutes: 360 })]), {}, solver);
    expect(total.overhead).toBeCloseTo(0, 6);
    expect(total.openHours).toBeCloseTo(0, 6);
  });

  test('shifts of eight hours cover twelve level hours only by sixteen: a third more, for their length', () => {
    const { total } = shiftCover(flat([shift({})]), {}, solver);
    expect(total.overhead).toBeCloseTo(1 / 3, 4);
    // At any time of day half of them may reach into the night; inside the site's hours they must overlap.
    expect(total.causes.length + total.causes.siteHours).toBeCloseTo(total.requiredHours / 3, 3);
    for (const cause of ['starts', 'breaks', 'days', 'partTime'] as const)
      expect(total.causes[cause]).toBeCloseTo(0, 6);
  });

  test('a site that is open for less than a shift leaves its hours open, and says so', () => {
    const { total, provenance } = shiftCover(flat([shift({})], 'Mo-Su 09:00-15:00'), {}, solver);
    expect(total.shiftHours).toBeCloseTo(0, 6);
    expect(total.openHours).toBeCloseTo(total.requiredHours, 6);
    expect(provenance.warnings.join(' ')).toMatch(/can't be covered/);
  });

  test('causes add up, and no limit but a well-placed break takes hours away', () => {
    const templates = [
      shift({ startEveryMinutes: 120, breaks: [{ afterMinutes: 210, minutes: 30, paid: false }], lengthMinutes: 510 }),
      shift({ id: 'short', lengthMinutes: 240, maxShare: 0.1 as never }),
    ];
    const plan = readPlan(JSON.parse(JSON.stringify({ ...planOfWeeks(2), shiftTemplates: templates })));
    const answer = shiftCover(plan, {}, solver);
    for (const one of [...answer.teams, answer.total]) {
      const beyond = COVER_CAUSES.reduce((sum, cause) => sum + one.causes[cause], 0);
      expect(one.requiredHours + beyond).toBeCloseTo(one.shiftHours + one.openHours, 4);
      for (const cause of COVER_CAUSES.filter((name) => name !== 'breaks')) {
        expect(one.causes[cause]).toBeGreaterThan(-1e-4);
      }
    }
    expect(answer.total.overhead).toBeGreaterThan(0.01);
    expect(answer.sentence).toMatch(/^In 2027-W0\d shifts take \d+\.\d % more hours than the intervals need/);
  });

  test('required hours are those of the headcount in that week', () => {
    const plan = planOfWeeks(2);
    const answer = shiftCover(plan, { week: '2027-01-11' }, solver);
    expect(answer.week.label).toBe('2027-W02');
    const { total } = planHeadcount(plan);
    expect(answer.total.requiredHours + answer.closedHours).toBeCloseTo(total.weekly.requiredHours[1]!, 3);
  });

  test('what a team is planned to need beyond the intervals raises its requirement and nothing else', () => {
    const plan = planOfWeeks(2);
    const raised = planOfWeeks(2, (base) => ({
      ...base,
      teams: base.teams.map((team, at) => (at === 0 ? { ...team, coverOverhead: { share: 0.1 } } : team)),
    }));
    const [before, after] = [planHeadcount(plan), planHeadcount(raised)];
    expect(after.groups[0]!.weekly.requiredFte[1]! / before.groups[0]!.weekly.requiredFte[1]!).toBeCloseTo(1.1, 9);
    expect(after.groups[1]!.weekly.requiredFte[1]).toBe(before.groups[1]!.weekly.requiredFte[1]);
    expect(after.groups[0]!.weekly.availableFte).toEqual(before.groups[0]!.weekly.availableFte);
  });

  test('refuses teams and days that are not in the plan', () => {
    expect(() => shiftCover(planOfWeeks(2), { teams: ['x'] }, solver)).toThrow(/teams: found "x"/);
    expect(() => shiftCover(planOfWeeks(2), { week: '2030-01-01' }, solver)).toThrow(/week/);
  });
});
