import { beforeAll, describe, expect, test } from 'vitest';
import { headcountRates, planHeadcount, planHires, withHires } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { readPlan } from '../../../engine/plan';
import { highsSolver, type LinearSolver } from '../../../engine/stats';
import { planOfWeeks } from '../../support/busy-team';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

const hiring = { minClass: 4, maxClass: 8, leadWeeks: 2, fillRate: 0.9, costPerHire: 500, costPerLeaver: 200 };
const onboarding = { trainingWeeks: 2, nestingWeeks: 0, nestingSpeed: 1, noShowShare: 0.1, trainingLossShare: 0.2 };

/** Two short teams; Berlin hires under limits, Manila doesn't hire. */
const short = (change: (plan: Plan) => unknown = (plan) => plan) =>
  readPlan(
    JSON.parse(
      JSON.stringify(
        change(
          planOfWeeks(26, (plan) => ({
            ...plan,
            teams: plan.teams.map((team, at) => ({
              ...team,
              headcount: [{ tenureMonths: 24, heads: 18 as never }],
              attritionPerYear: 0.5,
              ...(at === 0 ? { hiring: hiring as never, onboarding: onboarding as never } : {}),
              hires:
                at === 0
                  ? [
                      { date: '2027-01-18', heads: 2 },
                      { date: '2027-04-05', heads: 3 },
                    ]
                  : [],
            })),
          })),
        ),
      ),
    ),
  );

describe('planHires', () => {
  test('closes the gap as far as the limits allow, within class sizes, and never before its lead time', () => {
    const plan = short();
    const answer = planHires(plan, { reasons: 0, effort: 0.1 }, solver);
    expect(answer.classes.length).toBeGreaterThan(0);
    for (const one of answer.classes) {
      expect(one.team).toBe('berlin-care');
      expect(one.onContacts >= '2027-02-01').toBe(true);
      expect(one.places).toBeGreaterThanOrEqual(hiring.minClass);
      expect(one.places).toBeLessThanOrEqual(hiring.maxClass);
      expect(one.offers).toBeCloseTo(one.heads / 0.8 / 0.9, 9);
      expect(one.decideBy >= plan.calendar.startDate).toBe(true);
    }
    // A class that is already decided on stays; one that can still be changed is replaced.
    const dates = answer.hires.find(({ team }) => team === 'berlin-care')!.hires.map(({ date }) => date);
    expect(dates).toContain('2027-01-18');
    const before = planHeadcount(plan).total.weekly;
    const after = planHeadcount(withHires(plan, answer.hires)).total.weekly;
    const missing = (weekly: typeof before) =>
      Array.from({ length: 26 }, (_, week) => Math.max(0, -headcountRates(weekly, week).gapFte)).reduce(
        (a, b) => a + b,
      );
    expect(missing(after)).toBeLessThan(0.7 * missing(before));
    expect(answer.cost.total).toBeLessThan(answer.costWithout.total);
    expect(answer.delay.cost).toBeGreaterThan(0);
  });

  test('nobody starts training in a freeze, and the freeze is named as the limit', () => {
    const frozen = short((plan) => ({ ...plan, hiringFreezes: [{ from: '2027-01-01', until: '2027-03-31' }] }));
    const answer = planHires(frozen, { reasons: 0, effort: 0.1 }, solver);
    expect(answer.classes.every((one) => one.trainingFrom > '2027-03-31')).toBe(true);
    expect(answer.limits.some(({ limit, id }) => limit === 'freeze' && id === 'berlin-care')).toBe(true);
  });

  test('one room holds one class at a time', () => {
    const free = planHires(short(), { reasons: 0, effort: 0.1 }, solver);
    const tight = planHires(
      short((plan) => ({
        ...plan,
        sites: plan.sites.map((site) => ({ ...site, training: { rooms: 1, trainers: 3 } })),
      })),
      { reasons: 0, effort: 0.1 },
      solver,
    );
    const starts = tight.classes.map((one) => one.trainingFrom).sort();
    for (let at = 1; at < starts.length; at++) {
      expect(Date.parse(starts[at]!) - Date.parse(starts[at - 1]!)).toBeGreaterThanOrEqual(14 * 86_400_000);
    }
    expect(tight.cost.total).toBeGreaterThanOrEqual(free.cost.total * 0.999);
  });

  test('says what is lost without the class that is missed most', () => {
    const answer = planHires(short(), { reasons: 1, effort: 0.1 }, solver);
    expect(answer.sentence).toMatch(
      /^Decide by \d+ \w+ 2027 to hire \d+ for Team berlin-care \(on contacts \d+ \w+ 2027\), or lose \d+\.\d points of service in \w+ 2027\.$/,
    );
    expect(answer.reasons[0]!.points).toBeGreaterThan(0.05);
  });

  test('more is hired for busier demand', () => {
    const heads = (percentile?: number) =>
      planHires(short(), { reasons: 0, effort: 0.1, percentile }, solver).classes.reduce(
        (sum, one) => sum + one.heads,
        0,
      );
    expect(heads(80)).toBeGreaterThanOrEqual(heads());
  });

  test('refuses options out of range', () => {
    expect(() => planHires(short(), { percentile: 10, effort: 0 }, solver)).toThrow(/percentile: found 10/);
  });
});
