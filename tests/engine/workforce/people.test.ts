import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber } from '../../../engine/calendar';
import { type Plan, readPlan, type Team } from '../../../engine/plan';
import { type HeadProjection, projectHeads, projectWorkforce } from '../../../engine/workforce';
import { busyTeam } from '../../support/busy-team';
import { tinyPlan } from '../../support/tiny-plan';

const MONDAY = '2027-01-04';
const horizon = (weeks: number) => ({ weeks, startDay: dayNumber(MONDAY) });
const weekDate = (week: number) => dateOfDay(dayNumber(MONDAY) + week * 7);

function expectConserved(people: HeadProjection, weeks: number): void {
  for (let week = 0; week < weeks; week++) {
    const start = week === 0 ? people.startHeads : people.endHeads[week - 1]!;
    const moved =
      people.joined[week]! + people.transfersIn[week]! - people.transfersOut[week]! - people.promoted[week]!;
    const at = (figure: Float64Array) => figure[week]!;
    expect(at(people.employed)).toBeCloseTo(start + moved, 9);
    expect(at(people.employed)).toBeCloseTo(at(people.heads) + at(people.trainees) + at(people.onLeave), 9);
    expect(at(people.endHeads)).toBeCloseTo(at(people.employed) - at(people.leavers), 9);
    expect(Math.min(at(people.heads), at(people.trainees), at(people.onLeave), at(people.endHeads))).toBeGreaterThan(
      -1e-9,
    );
  }
}

describe('people are conserved', () => {
  const share = (max: number) => fc.double({ min: 0, max, noNaN: true });
  const heads = fc.integer({ min: 0, max: 40 });
  const week = fc.integer({ min: -3, max: 29 });
  const teamFacts = fc.record({
    headcount: fc.array(fc.record({ tenureMonths: fc.integer({ min: 0, max: 60 }), heads }), {
      minLength: 1,
      maxLength: 4,
    }),
    hires: fc.array(
      fc.record({ date: week.map(weekDate), heads, experienceMonths: fc.constantFrom(undefined, 0, 9) }),
      { maxLength: 5 },
    ),
    attritionPerYear: share(3),
    onboarding: fc.option(
      fc.record({
        trainingWeeks: fc.integer({ min: 0, max: 8 }),
        nestingWeeks: fc.integer({ min: 0, max: 4 }),
        nestingSpeed: share(1),
        noShowShare: share(0.5),
        trainingLossShare: share(0.6),
      }),
      { nil: undefined },
    ),
    attritionByTenure: fc.constantFrom(undefined, [
      { fromMonths: 0, factor: 3 },
      { fromMonths: 3, factor: 1 },
      { fromMonths: 24, factor: 0.5 },
    ]),
    leaves: fc.array(
      fc.record({ date: week.map(weekDate), weeks: fc.integer({ min: 1, max: 12 }), heads, paid: fc.boolean() }),
      { maxLength: 3 },
    ),
  });
  const transfers = fc.array(
    fc.record({
      from: fc.constantFrom('berlin-care', 'manila-care'),
      isPromotion: fc.boolean(),
      date: week.map(weekDate),
      heads,
      trainingWeeks: fc.integer({ min: 0, max: 5 }),
      experienceKept: share(1),
    }),
    { maxLength: 5 },
  );

  test('start + joined + in - out - promoted - leavers = end, every week and team of random plans', () => {
    fc.assert(
      fc.property(fc.tuple(teamFacts, teamFacts), transfers, (facts, moves) => {
        const plan = tinyPlan();
        const teams = plan.teams.map((team, at) => ({ ...team, ...facts[at] }) as Team);
        const planned = moves.map(({ isPromotion, ...move }) => ({
          ...move,
          ...(isPromotion ? {} : { to: move.from === 'berlin-care' ? 'manila-care' : 'berlin-care' }),
        })) as Plan['transfers'];
        const people = projectWorkforce({ teams, transfers: planned }, horizon(30));
        for (const one of people) expectConserved(one, 30);
        // What leaves a team for another arrives there.
        for (let at = 0; at < 30; at++) {
          expect(people[0]!.transfersIn[at]! + people[1]!.transfersIn[at]!).toBeCloseTo(
            people[0]!.transfersOut[at]! + people[1]!.transfersOut[at]!,
            9,
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  test('planned hires start on contacts to the head, whatever is lost in training', () => {
    const team = busyTeam({
      attritionPerYear: 0.4,
      hires: [{ date: weekDate(10), heads: 18 }],
      onboarding: { trainingWeeks: 4, nestingWeeks: 2, nestingSpeed: 0.4, noShowShare: 0.1, trainingLossShare: 0.1 },
    });
    const people = projectHeads(team, horizon(20));
    expect(people.hires[10]).toBeCloseTo(18, 9);
    expect(people.joined[6]).toBeCloseTo(20, 9);
    expect(people.offers[6]).toBeCloseTo(20 / 0.9, 9);
    expect(people.trainees[9]! - people.trainingLeavers[9]!).toBeCloseTo(18, 9);
    expect(people.trainingLeavers.reduce((sum, count) => sum + count, 0)).toBeCloseTo(2, 9);
    expect(people.nesting[10]).toBeCloseTo(18, 9);
    expect(people.nesting[12]).toBe(0);
    expect(people.paidHours[8]! / 40).toBeCloseTo(people.heads[8]! + people.trainees[8]!, 9);
  });

  test('a class under way on the first day is already employed', () => {
    const team = busyTeam({
      hires: [{ date: weekDate(2), heads: 9 }],
      onboarding: { trainingWeeks: 4, nestingWeeks: 0, nestingSpeed: 1, noShowShare: 0, trainingLossShare: 0.19 },
    });
    const people = projectHeads(team, horizon(6));
    // Half of the training is over: sqrt(0.81) of the starters are left, and 90 % of those will finish.
    expect(people.startHeads).toBeCloseTo(25 + 10, 9);
    expect(people.hires[2]).toBeCloseTo(9, 9);
    expect(people.joined.every((count) => count === 0)).toBe(true);
  });

  test('people on leave come back; unpaid ones are not paid', () => {
    const team = busyTeam({
      leaves: [
        { date: weekDate(1), weeks: 2, heads: 3, paid: true },
        { date: weekDate(2), weeks: 2, heads: 2, paid: false },
      ],
    });
    const people = projectHeads(team, horizon(6));
    expect([...people.onLeave]).toEqual([0, 3, 5, 2, 0, 0]);
    expect([...people.heads]).toEqual([25, 22, 20, 23, 25, 25]);
    expect([...people.paidHours].map((hours) => hours / 40)).toEqual([25, 25, 23, 23, 25, 25]);
  });

  test('people who come back bring their experience and need no training', () => {
    const onboarding = { trainingWeeks: 6, nestingWeeks: 3, nestingSpeed: 0.3, noShowShare: 0, trainingLossShare: 0.2 };
    const team = busyTeam({
      headcount: [{ tenureMonths: 0, heads: 0 }],
      hires: [{ date: weekDate(1), heads: 5, experienceMonths: 12 }],
      onboarding,
    });
    const people = projectHeads(team, horizon(3));
    expect(people.rehires[1]).toBe(5);
    expect(people.trainees[0]).toBe(0);
    expect(people.speed[1]).toBe(1);
  });
});

describe('what moves attrition', () => {
  test('pay above market lowers it, occupancy above its reference raises it', () => {
    const response = { referenceOccupancy: 0.8, occupancyElasticity: 2, payAgainstMarket: 1.1, payElasticity: 1.5 };
    const plan = tinyPlan();
    const teams = plan.teams.map((team) => ({ ...team, attritionPerYear: 0.5, attritionResponse: response }));
    const [calm] = projectWorkforce({ teams }, horizon(2), () => [0.8, 0.8]);
    const [hot] = projectWorkforce({ teams }, horizon(2), () => [0.92, 0.92]);
    expect(calm!.attritionPerYear[0]).toBeCloseTo(0.5 * 1.1 ** -1.5, 12);
    expect(hot!.attritionPerYear[0]! / calm!.attritionPerYear[0]!).toBeCloseTo((0.92 / 0.8) ** 2, 12);
    expect(hot!.leavers[0]!).toBeGreaterThan(calm!.leavers[0]!);
  });

  test('a week planned by hand counts in place of the usual rate, in that week alone', () => {
    const usual = projectHeads(busyTeam({ attritionPerYear: 0.3 }), horizon(4));
    const planned = projectHeads(
      busyTeam({ attritionPerYear: 0.3, byWeek: { attritionPerYear: [null, 1.2, null, null] } }),
      horizon(4),
    );
    expect([...planned.attritionPerYear]).toEqual([0.3, 1.2, 0.3, 0.3]);
    expect(planned.leavers[0]).toBe(usual.leavers[0]);
    expect(planned.leavers[1]!).toBeGreaterThan(3.9 * usual.leavers[1]!);
  });
});

describe('a plan that contradicts itself is refused with its place', () => {
  const faultOf = (facts: Record<string, unknown>, extra: Record<string, unknown> = {}) => {
    const plan = tinyPlan();
    const teams = plan.teams.map((team, at) => (at === 0 ? { ...team, ...facts } : team));
    try {
      readPlan({ ...plan, teams, ...extra });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  test.each([
    [
      { shrinkageComponents: [{ id: 'breaks', name: 'Breaks', kind: 'in-office', share: 0.1 }] },
      /add to shrinkage\.inOffice, 0\.15/,
    ],
    [{ attritionByTenure: [{ fromMonths: 2, factor: 1 }] }, /attritionByTenure\[0\]\.fromMonths/],
    [{ byWeek: { extraHours: [0.1] } }, /byWeek\.extraHours\[0\]/],
    [{ leaves: [{ date: '2027-02-30', weeks: 1, heads: 1, paid: true }] }, /leaves\[0\]\.date/],
    [
      { hiring: { minClass: 9, maxClass: 8, leadWeeks: 1, fillRate: 1, costPerHire: 0, costPerLeaver: 0 } },
      /hiring\.minClass/,
    ],
  ])('%j', (facts, message) => expect(faultOf(facts)).toMatch(message));

  test('transfers and freezes name teams, sites and days that exist', () => {
    const transfer = { from: 'berlin-care', date: '2027-01-11', heads: 1, trainingWeeks: 0, experienceKept: 1 };
    expect(faultOf({}, { transfers: [{ ...transfer, to: 'nobody' }] })).toMatch(/transfers\[0\]\.to/);
    expect(faultOf({}, { transfers: [{ ...transfer, to: 'berlin-care' }] })).toMatch(/another team/);
    expect(faultOf({}, { hiringFreezes: [{ from: '2027-02-01', until: '2027-01-01' }] })).toMatch(
      /hiringFreezes\[0\]\.until/,
    );
    expect(faultOf({}, { hiringFreezes: [{ from: '2027-01-01', until: '2027-02-01', sites: ['x'] }] })).toMatch(
      /sites\[0\]/,
    );
  });
});
