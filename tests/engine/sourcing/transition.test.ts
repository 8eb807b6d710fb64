import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choosePath,
  compareMixes,
  pathsToTry,
  planTransition,
  type TransitionPath,
  transitionPath,
} from '../../../engine/answers';
import { addDays, buildGrid } from '../../../engine/calendar';
import { type Plan, readPlan } from '../../../engine/plan';
import {
  growthLimit,
  paybackBeyond,
  paybackPlace,
  peoplePath,
  type TeamChange,
  transitionCosts,
  transitionSchedule,
} from '../../../engine/sourcing';
import { projectWorkforce } from '../../../engine/workforce';
import cases from '../../../scenarios/textbook/transition.json';
import { planOfWeeks } from '../../support/busy-team';

/** The small plan with so many heads in both teams, and another plan in which they are of other sizes. */
const planOf = (heads: number, change: (team: Plan['teams'][number]) => object = () => ({}), weeks = 20) =>
  planOfWeeks(weeks, (plan) => ({
    ...plan,
    teams: plan.teams.map((team) => ({
      ...team,
      headcount: [{ tenureMonths: 24, heads: heads as never }],
      ...change(team),
    })),
  }));
const sized = (plan: Plan, sizes: readonly number[]): Plan => ({
  ...plan,
  teams: plan.teams.map((team, at) => ({
    ...team,
    headcount: team.headcount.map((entry) => ({ ...entry, heads: (entry.heads * sizes[at]!) as never })),
    hires: team.hires.map((hire) => ({ ...hire, heads: (hire.heads * sizes[at]!) as never })),
  })),
});
const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
const change = (changes: readonly TeamChange[], grows: boolean) => changes.find((one) => one.grows === grows)!;

describe('a move worked out by hand', () => {
  test.each(cases)('$name', (one) => {
    const { heads, months, overlapWeeks } = one;
    const now = planOf(100);
    const target = sized(now, [1 - heads / 100, 1 + heads / 100]);
    const schedule = transitionSchedule({ firstWeek: 0, months, overlapWeeks });
    expect(schedule).toEqual({ arrivals: one.arrivals, releases: one.releases });
    const grid = buildGrid(now.calendar);
    const { changes, plan } = peoplePath(now, target, schedule, grid);
    const [more, fewer] = [change(changes, true), change(changes, false)];
    for (const week of one.arrivals) expect(more.started[week]).toBeCloseTo(heads / months, 9);
    for (const week of one.releases) expect(fewer.released[week]).toBeCloseTo(heads / months, 9);
    const there = projectWorkforce(plan, grid).map(({ employed }) => employed);
    const flat = (value: (week: number) => number) =>
      Float64Array.from({ length: grid.weeks }, (_, week) => value(week));
    const none = flat(() => 0);
    const arrived = (week: number) => one.arrivals.filter((at) => at <= week).length / months;
    const gone = (week: number) => one.releases.filter((at) => at <= week).length * (heads / months);
    const facts = {
      costPerStart: one.costPerStart,
      costPerRelease: one.costPerRelease,
      openingCost: 0,
      trainingPay: none,
      trainingPayNow: none,
    };
    const of = ({ started, released }: TeamChange, at: number, needed: Float64Array) => ({
      ...facts,
      started,
      released,
      heads: there[at]!,
      needed,
      cost: there[at]!.map((people) => people * one.weekPay),
    });
    const costs = transitionCosts(
      grid.weeks,
      [
        of(
          fewer,
          0,
          flat((week) => 100 - heads * arrived(week)),
        ),
        of(
          more,
          1,
          flat(() => Number.POSITIVE_INFINITY),
        ),
      ],
      [
        {
          billNow: flat(() => 2000),
          bill: flat((week) => 2000 - one.billPerHead * gone(week)),
          noticeOver: one.noticeOver,
        },
      ],
    );
    expect(sum(costs.overlap)).toBeCloseTo(one.overlap, 6);
    expect(sum(costs.once)).toBeCloseTo(one.once, 6);
    expect(sum(costs.notice)).toBeCloseTo(one.notice, 6);
    expect(there[0]!.at(-1)).toBeCloseTo(100 - heads, 9);
    expect(there[1]!.at(-1)).toBeCloseTo(100 + heads, 9);
  });

  test('is made up for in the month from which on the running sum stays paid back', () => {
    expect(paybackPlace([100, -60, -60])).toBe(2);
    expect(paybackPlace([100, -120, 40, -30])).toBe(3);
    expect(paybackPlace([100, -60])).toBeNull();
    expect(paybackPlace([-10, -10])).toBe(0);
    // 60 are still missing, and 20 a place come back.
    expect(paybackBeyond([100, -20, -20], 2)).toBe(3);
    expect(paybackBeyond([100, -20, 20], 2)).toBeNull();
    expect(paybackBeyond([100, -200], 1)).toBeNull();
  });

  test('starts after ramp notice and training, no faster than classes and size allow', () => {
    const plan = planOf(40, () => ({
      onboarding: { trainingWeeks: 4, nestingWeeks: 0, nestingSpeed: 1, noShowShare: 0, trainingLossShare: 0.2 },
      hiring: { minClass: 1, maxClass: 10, leadWeeks: 3, fillRate: 0.9, costPerHire: 0, costPerLeaver: 0 },
    }));
    const facts = { team: plan.teams[1]!, site: plan.sites[1]!, provider: plan.providers[1]!, now: 40, heads: 20 };
    const byClass = growthLimit({ ...facts, largestRamp: 1 });
    // Notice of 6 weeks, then 4 of training; a class of 10 × 0.9 × 0.8 heads every 4 weeks.
    expect(byClass.leadWeeks).toBe(10);
    expect(byClass.perMonth).toBeCloseTo((10 * 0.9 * 0.8 * (365.25 / 84)) / 4, 9);
    expect(byClass.monthsNeeded).toBe(3);
    const bySize = growthLimit({ ...facts, largestRamp: 0.1 });
    expect(bySize.perMonth).toBeCloseTo(6, 9);
    expect(bySize.monthsNeeded).toBe(4);
  });
});

describe('people on the way', () => {
  test('are conserved and arrive at the target, whatever the steps, attrition and hires', () => {
    const sizes = fc.double({ min: 0.2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(sizes, sizes),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, firstWeek, months, overlapWeeks, attritionPerYear) => {
          const hires = [
            { date: '2027-02-15', heads: 4 },
            { date: '2027-04-12', heads: 3 },
          ];
          const now = planOf(50, () => ({ attritionPerYear, hires: hires as never }), 30);
          const target = sized(now, of);
          const grid = buildGrid(now.calendar);
          const { plan, changes } = peoplePath(
            now,
            target,
            transitionSchedule({ firstWeek, months, overlapWeeks }),
            grid,
          );
          const people = projectWorkforce(plan, grid);
          for (const { startHeads, joined, leavers, promoted, transfersIn, transfersOut, endHeads } of people) {
            let heads = startHeads;
            for (let week = 0; week < grid.weeks; week++) {
              heads += joined[week]! + transfersIn[week]! - transfersOut[week]! - promoted[week]! - leavers[week]!;
              expect(heads).toBeCloseTo(endHeads[week]!, 6);
            }
          }
          for (const { team, aim } of changes) {
            const at = plan.teams.findIndex(({ id }) => id === team);
            expect(people[at]!.heads.at(-1)!, team).toBeCloseTo(aim.at(-1)!, 4);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('who join for other work than a team does today stand apart, so that today’s people go on as today', () => {
    const plan = readPlan({
      ...JSON.parse(JSON.stringify(planOf(40))),
      routing: [
        { stream: 'voice-en', mode: 'pool', teams: ['berlin-care'] },
        { stream: 'email-en', mode: 'pool', teams: ['berlin-care', 'manila-care'] },
      ],
    });
    const target = {
      moves: [
        { from: { of: 'site' as const, member: 'berlin' }, to: { of: 'site' as const, member: 'manila' }, share: 0.5 },
      ],
      id: 'half',
      name: 'Half to Manila',
    };
    const answer = planTransition(plan, { target, months: 2, overlapWeeks: 2 });
    expect(answer.teams.map(({ id, grows }) => [id, grows])).toEqual([
      ['berlin-care', false],
      ['manila-care-joined', true],
    ]);
    const first = answer.weeks.indexOf(answer.startsOn!);
    expect(first).toBe(6);
    // Duty is evened out over an hour and a half each way, so the last evening before may differ by a trace.
    expect([...answer.service.slice(0, first - 1)]).toEqual([...answer.serviceNow.slice(0, first - 1)]);
    expect(answer.service[first - 1]).toBeCloseTo(answer.serviceNow[first - 1]!, 5);
  });
});

describe('a path over months', () => {
  const plan = planOf(28, () => ({ attritionPerYear: 0.3 }));
  const target = {
    id: 'b',
    name: 'Smaller Berlin',
    moves: [],
    sizes: [
      { team: 'berlin-care', size: 0.7 },
      { team: 'manila-care', size: 1.3 },
    ],
  };

  test('adds up: heads, parts of the cost, months', () => {
    const answer = planTransition(plan, { target, months: 3, overlapWeeks: 4 });
    const { start, joined, left, letGo, end } = answer.heads;
    expect(start + joined - left - letGo).toBeCloseTo(end, 6);
    const { overlap, training, notice, once } = answer.parts;
    expect(overlap + training + notice + once).toBeCloseTo(answer.cost, 6);
    const done = answer.doneOn!.slice(0, 7);
    const until = answer.monthly.filter(({ month }) => month <= done);
    const paid = until.reduce((all, month) => all + month.overlap + month.once, 0);
    expect(paid).toBeCloseTo(overlap + once, 4);
    expect(overlap).toBeGreaterThan(0);
    // From half speed to full in six months, a straight line; four weeks on.
    expect(answer.speedAtRelease).toBeCloseTo(0.5 + (0.5 * (4 * 84)) / 365.25 / 6, 9);
    // Own people let go: severance of eight weeks' pay each.
    expect(once).toBeCloseTo(answer.teams[0]!.released * 8 * 40 * 20 * 1.2, 6);
  });

  test('dips less the longer both sides are paid, and changes nothing on the way to where it is', () => {
    const [short, long] = [0, 8].map((overlapWeeks) => transitionPath(plan, { target, months: 2, overlapWeeks }));
    expect(long!.worstDrop).toBeLessThan(short!.worstDrop);
    expect(long!.cost).toBeGreaterThan(short!.cost);
    const later = transitionPath(plan, { target, months: 2, overlapWeeks: 0, startDate: '2027-01-20' });
    // Decided in the third week instead of the first: two weeks later in everything.
    expect([later.startsOn, later.doneOn]).toEqual([short!.startsOn, short!.doneOn].map((day) => addDays(day!, 14)));
    const still = planTransition(plan, { target: { id: 'same', name: 'As it is', moves: [] } });
    expect(still.teams).toEqual([]);
    expect(still.cost).toBe(0);
    expect(still.worstDrop).toBe(0);
  });

  test('ends where the target is: with people who needn’t learn, service and cost are the target’s from then on', () => {
    const quick = planOf(28, () => ({ attritionPerYear: 0.3, learning: { firstMonthSpeed: 1, monthsToFullSpeed: 0 } }));
    const answer = planTransition(quick, { target, months: 2, overlapWeeks: 2 });
    const { base, variants } = compareMixes(quick, { variants: [target], disruptions: [] });
    const after = answer.weeks.indexOf(answer.doneOn!) + 1;
    expect(after).toBeLessThan(16);
    for (let week = after; week < answer.weeks.length; week++) {
      expect(answer.service[week], `week ${week}`).toBeCloseTo(variants[0]!.weekly.serviceLevel[week]!, 4);
    }
    const months = answer.monthly.filter(({ month }) => month > answer.weeks[after]!.slice(0, 7));
    const gap = (week: number) => variants[0]!.weekly.cost[week]! - base.weekly.cost[week]!;
    for (const { month, more, notice } of months) {
      const weeks = answer.weeks.flatMap((day, week) => (day.startsWith(month) ? [week] : []));
      expect(more - notice, month).toBeCloseTo(
        weeks.reduce((sum, week) => sum + gap(week), 0),
        2,
      );
    }
    expect(months.length).toBeGreaterThan(0);
  });

  test('closes a site that the target doesn’t have, once its people are gone', () => {
    const edits = ['teams/manila-care', 'sites/manila', 'disruptions/lockdown-ph'].map((path) => ({
      path,
      value: null,
    }));
    const closing = { id: 'c', name: 'Without Manila', moves: [], edits };
    const answer = planTransition(plan, { target: closing, months: 2, overlapWeeks: 0 });
    const [team] = answer.teams;
    expect([team!.id, team!.grows, team!.target]).toEqual(['manila-care', false, 0]);
    expect(team!.atEnd).toBeCloseTo(0, 9);
    const { start, joined, left, letGo, end } = answer.heads;
    expect(start + joined - left - letGo).toBeCloseTo(end, 6);
    // Notice of 26 weeks outlasts the plan: the vendor bills what it would have billed.
    expect(answer.parts.notice).toBeGreaterThan(0);
  });

  test('opens a candidate, whose opening is paid once', () => {
    const candidates = {
      sites: [],
      teams: [{ id: 'new', name: 'New', like: 'berlin-care', site: 'berlin', heads: 10, openingCost: 5000 as never }],
    };
    const sizes = [{ team: 'new', size: 0.5 }];
    const opening = { id: 'o', name: 'Open', moves: [], sizes };
    const answer = planTransition({ ...plan, candidates }, { target: opening, months: 2, overlapWeeks: 0 });
    const [team] = answer.teams;
    expect([team!.id, team!.now]).toEqual(['new', 0]);
    expect(team!.atEnd).toBeCloseTo(5 * Math.exp((-0.3 * 7 * answer.weeks.indexOf(answer.doneOn!)) / 365.25), 6);
    // Four weeks of pay for each who starts, and the opening.
    expect(answer.parts.once).toBeCloseTo(5000 + team!.started * 4 * 40 * 20 * 1.2, 6);
  });

  test('is chosen among those that keep service: done first, or cheapest', () => {
    const path = (months: number, doneOn: string | null, cost: number, keepsDip: boolean): TransitionPath => ({
      months,
      overlapWeeks: 0,
      startsOn: '2027-01-04',
      doneOn,
      worstDrop: 0,
      worstWeek: null,
      worstStream: null,
      keepsDip,
      contactsLost: 0,
      cost,
      paybackMonth: null,
      paybackBeyond: null,
    });
    const found = [path(4, '2027-06-07', 50, true), path(2, '2027-03-01', 10, false), path(3, '2027-05-03', 90, true)];
    const { paths, fastest, cheapest } = choosePath(found);
    expect([paths[fastest!]!.months, paths[cheapest!]!.months]).toEqual([3, 4]);
    expect(choosePath([path(2, '2027-03-01', 10, false)]).fastest).toBeNull();
    const weeks = Array.from({ length: 60 }, (_, week) => addDays('2027-01-04', week * 7));
    const tries = pathsToTry({ leastMonths: 4, startsOn: weeks[10]!, weeks });
    expect([...new Set(tries.map(({ months }) => months))]).toEqual([4, 6, 8, 12]);
    // Twelve months from week 10 end in week 58: no overlap is left within the plan.
    expect(tries.filter(({ months }) => months === 12)).toEqual([{ months: 12, overlapWeeks: 0 }]);
  });

  test('refuses what can’t be, with its place', () => {
    const wrong = { ...target, sizes: [{ team: 'nobody', size: -1 }] };
    expect(() => planTransition(plan, { target: wrong })).toThrow(/sizes\[0\]\.size.*and 1 more/);
    expect(() => planTransition(plan, { target, months: 0 })).toThrow(/months/);
    expect(() => planTransition(plan, { target, startDate: '2026-12-31' })).toThrow(/startDate/);
    expect(() => planTransition(plan, { target, startDate: 'soon' })).toThrow(/startDate/);
  });
});
