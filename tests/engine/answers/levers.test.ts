import { describe, expect, test } from 'vitest';
import { peopleLevers, planHeadcount } from '../../../engine/answers';
import { type Plan, readPlan } from '../../../engine/plan';
import { planOfWeeks } from '../../support/busy-team';

/** A year of two teams, the first the company's own and the second an outsourcer's; attrition answers as given. */
const plan = (response: object | undefined, wage = 20) =>
  readPlan(
    JSON.parse(
      JSON.stringify(
        planOfWeeks(52, (base) => ({
          ...base,
          sites: base.sites.map(
            (site) => ({ ...site, wage: { ...site.wage, perHour: wage } }) as Plan['sites'][number],
          ),
          teams: base.teams.map((team) => ({
            ...team,
            attritionPerYear: 0.5,
            learning: { firstMonthSpeed: 0.5, monthsToFullSpeed: 6 },
            ...(response ? { attritionResponse: response } : {}),
            hiring: { minClass: 1, maxClass: 9, leadWeeks: 1, fillRate: 1, costPerHire: 1000, costPerLeaver: 500 },
            onboarding: { trainingWeeks: 4, nestingWeeks: 0, nestingSpeed: 1, noShowShare: 0, trainingLossShare: 0.2 },
          })) as unknown as Plan['teams'],
        })),
      ),
    ),
  );

const response = { referenceOccupancy: 0.85, occupancyElasticity: 0, payAgainstMarket: 1, payElasticity: 2 };

describe('peopleLevers', () => {
  test('a raise costs its share of all paid hours; a leaver costs exit, hiring, training and slow hours', () => {
    const one = plan(response);
    const { teams } = peopleLevers(one, { raise: 0.1 });
    const { groups } = planHeadcount(one);
    // The outsourcer's pay is its own.
    expect(teams.map(({ team }) => team)).toEqual([one.teams[0]!.id]);
    teams.forEach((team, at) => {
      const paid = groups[at]!.weekly.paidHours.reduce((sum, hours) => sum + hours, 0);
      const site = one.sites.find(({ name }) => name === team.site)!;
      const wage = 20 * (1 + site.wage.benefitsShare);
      expect(team.raiseCost).toBeCloseTo(paid * wage * 0.1, 6);
      const hours = one.teams[at]!.paidHoursPerWeek;
      // Half a year from half speed to full: a quarter of it is lost, six and a half weeks of pay.
      const slow = 0.25 * 6 * (365.25 / 7 / 12) * hours * wage;
      expect(team.costPerLeaver).toBeCloseTo(500 + (1000 + 4 * hours * wage) / 0.8 + slow, 6);
      expect(team.net).toBeCloseTo(team.kept * team.costPerLeaver - team.raiseCost, 6);
    });
  });

  test('an elasticity of 2 turns 10 % more pay into 1.1^-2 of the hazard', () => {
    const { teams } = peopleLevers(plan(response), { raise: 0.1 });
    const { weekly } = planHeadcount(plan({ ...response, payAgainstMarket: 1.1 })).groups[0]!;
    const leavers = weekly.leavers.reduce((sum, count) => sum + count, 0);
    expect(teams[0]!.leavers - teams[0]!.kept).toBeCloseTo(leavers, 9);
    expect(weekly.attritionHeads[0]! / weekly.employed[0]!).toBeCloseTo(0.5 * 1.1 ** -2, 9);
  });

  test('at its break-even elasticity a raise pays for itself, whatever the plan states', () => {
    const { breakEvenElasticity } = peopleLevers(plan(response, 2), { raise: 0.02 }).teams[0]!;
    const at = (payElasticity: number) =>
      peopleLevers(plan({ ...response, payElasticity }, 2), { raise: 0.02 }).teams[0]!;
    expect(breakEvenElasticity).not.toBeNull();
    const even = at(breakEvenElasticity!);
    expect(Math.abs(even.net) / even.raiseCost).toBeLessThan(0.01);
    expect(even.breakEvenElasticity).toBeCloseTo(breakEvenElasticity!, 2);
    expect(at(breakEvenElasticity! * 2).net).toBeGreaterThan(0);
    expect(at(breakEvenElasticity! / 2).net).toBeLessThan(0);
  });

  test('running hot costs the leavers that load adds; a plan that states nothing has none, and says so', () => {
    const hot = peopleLevers(plan({ ...response, referenceOccupancy: 0.3, occupancyElasticity: 1 })).total;
    expect(hot.leaversByLoad).toBeGreaterThan(0);
    expect(hot.loadCost).toBeGreaterThan(0);
    const none = peopleLevers(plan(undefined));
    expect(none.total.leaversByLoad).toBe(0);
    expect(none.total.kept).toBe(0);
    expect(none.sentence).toMatch(/^No own team states how attrition answers to pay\./);
    expect(() => peopleLevers(plan(undefined), { raise: 2 })).toThrow(/raise: found 2/);
  });
});
