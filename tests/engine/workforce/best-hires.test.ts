import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { highsSolver, type LinearSolver } from '../../../engine/stats';
import {
  bestHires,
  delayedHiring,
  type HiringProblem,
  type HiringTeam,
  leastHiringCost,
} from '../../../engine/workforce';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

const WEEKS = 4;
type Facts = {
  minClass: number;
  maxClass: number;
  base: number;
  pay: number;
  stay: number;
  first: number;
  lead: number;
  training: number;
};

/** A team whose heads bring `first` of ten hours in their first week and all of them later, as long as they stay. */
function team(id: string, facts: Facts): HiringTeam {
  return {
    id,
    baseHours: new Float64Array(WEEKS).fill(facts.base),
    overtimeHours: new Float64Array(WEEKS).fill(5),
    overtimeCostPerHour: 3,
    minClass: facts.minClass,
    maxClass: facts.maxClass,
    effect: (week) => ({
      hours: Float64Array.from({ length: WEEKS }, (_, at) =>
        at < week ? 0 : facts.stay ** (at - week) * 10 * (at === week ? facts.first : 1),
      ),
      cost: facts.pay * (WEEKS - week + facts.training),
    }),
    blocked: (week) => (week < facts.lead ? 'lead time' : null),
    trainingWeeks: facts.training,
  };
}

function problemOf(teams: readonly HiringTeam[], required: readonly number[], rooms: number | null): HiringProblem {
  return {
    weeks: WEEKS,
    teams,
    work: [
      {
        id: 'voice',
        requiredHours: Float64Array.from(required),
        teams: teams.map((_, at) => ({ team: at, proficiency: 1 })),
      },
    ],
    places: rooms === null ? [] : [{ id: 'site', teams: teams.map((_, at) => at), classesAtOnce: rooms }],
    shortHourCost: 8,
    idleHourCost: 0.1,
  };
}

/** Tries every allowed plan of whole classes. */
function cheapest(problem: HiringProblem): number {
  const choices = problem.teams.flatMap((one, at) =>
    Array.from({ length: WEEKS }, (_, week) => ({ team: at, week, sizes: sizesOf(one, week) })),
  );
  const plan = choices.map(() => 0);
  let best = Number.POSITIVE_INFINITY;
  const visit = (place: number) => {
    if (place === choices.length) {
      if (fits()) best = Math.min(best, costOf());
      return;
    }
    for (const size of choices[place]!.sizes) {
      plan[place] = size;
      visit(place + 1);
    }
  };
  visit(0);
  return best;

  function fits(): boolean {
    return problem.places.every(({ classesAtOnce }) =>
      Array.from(
        { length: WEEKS },
        (_, week) =>
          choices.filter(({ team: at, week: start }, place) => {
            const { trainingWeeks } = problem.teams[at]!;
            return plan[place]! > 0 && start > week && start <= week + trainingWeeks;
          }).length,
      ).every((count) => count <= classesAtOnce),
    );
  }

  function costOf(): number {
    let cost = 0;
    const hours = new Float64Array(WEEKS);
    for (const one of problem.teams) {
      one.baseHours.forEach((value, week) => {
        hours[week]! += value;
      });
    }
    choices.forEach(({ team: at, week }, place) => {
      const effect = problem.teams[at]!.effect(week);
      cost += plan[place]! * effect.cost;
      effect.hours.forEach((value, later) => {
        hours[later]! += plan[place]! * value;
      });
    });
    const overtime = problem.teams.reduce((sum, one) => sum + one.overtimeHours[0]!, 0);
    for (let week = 0; week < WEEKS; week++) {
      const missing = Math.max(0, problem.work[0]!.requiredHours[week]! - hours[week]!);
      const worked = Math.min(overtime, missing);
      const spare = Math.max(0, hours[week]! - problem.work[0]!.requiredHours[week]!);
      cost += worked * 3 + (missing - worked) * problem.shortHourCost + spare * problem.idleHourCost;
    }
    return cost;
  }
}

const sizesOf = (one: HiringTeam, week: number) =>
  one.blocked(week)
    ? [0]
    : [0, ...Array.from({ length: one.maxClass - one.minClass + 1 }, (_, more) => one.minClass + more)];

describe('bestHires', () => {
  const facts = fc.record({
    minClass: fc.integer({ min: 1, max: 3 }),
    more: fc.integer({ min: 0, max: 1 }),
    base: fc.integer({ min: 0, max: 30 }),
    pay: fc.integer({ min: 5, max: 40 }),
    stay: fc.double({ min: 0.6, max: 1, noNaN: true }),
    first: fc.double({ min: 0.2, max: 1, noNaN: true }),
    lead: fc.integer({ min: 0, max: 2 }),
    training: fc.integer({ min: 0, max: 2 }),
  });

  test('costs what the cheapest of all plans costs, tried one by one', () => {
    fc.assert(
      fc.property(
        fc.array(facts, { minLength: 1, maxLength: 2 }),
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: WEEKS, maxLength: WEEKS }),
        fc.constantFrom(null, 1, 2),
        (all, required, rooms) => {
          const teams = all.map(({ more, ...one }, at) => team(`t${at}`, { ...one, maxClass: one.minClass + more }));
          const problem = problemOf(teams, required, rooms);
          const found = bestHires(problem, solver, { gapAtMost: 0 });
          const best = cheapest(problem);
          expect(found.cost.total).toBeCloseTo(best, 4);
          expect(leastHiringCost(problem, solver)).toBeLessThanOrEqual(best + 1e-6);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  const usual: Facts = { minClass: 1, maxClass: 4, base: 20, pay: 4, stay: 1, first: 1, lead: 1, training: 1 };

  test('says which limit holds it back, in which week, and what one more head would save', () => {
    const found = bestHires(problemOf([team('a', usual)], [20, 80, 80, 80], null), solver);
    // 60 hours are missing from week 2 on: four can start in week 1 for three weeks, the other two a week later.
    expect(found.classes).toEqual([
      { team: 0, week: 1, heads: 4 },
      { team: 0, week: 2, heads: 2 },
    ]);
    const limits = found.limits.filter((limit) => limit.week <= 1).map(({ week, limit }) => [week, limit]);
    expect(limits).toContainEqual([1, 'class size']);
  });

  test('lead time binds when people are missing before anybody can start', () => {
    const found = bestHires(problemOf([team('a', { ...usual, lead: 2 })], [20, 90, 20, 20], null), solver);
    expect(found.limits[0]).toMatchObject({ limit: 'lead time', id: 'a' });
    expect(found.limits[0]!.week).toBeLessThan(2);
    expect(found.shortHours[1]).toBeCloseTo(found.shortHoursWithout[1]!, 6);
  });

  test('rooms and trainers bind when two sites of classes want one room', () => {
    const teams = [team('a', { ...usual, minClass: 2 }), team('b', { ...usual, minClass: 2 })];
    const found = bestHires(problemOf(teams, [40, 200, 200, 200], 1), solver);
    expect(found.limits.some(({ limit, id }) => limit === 'rooms and trainers' && id === 'site')).toBe(true);
    const inWeek = found.classes.map((one) => one.week);
    expect(new Set(inWeek).size).toBe(inWeek.length);
  });

  test('what a limit is said to cost is what is saved without it: never less than relaxing it brings, and near it for a little', () => {
    const teams = [team('a', { ...usual, minClass: 2 }), team('b', { ...usual, minClass: 2 })];
    const required = [40, 200, 200, 200];
    const tight = problemOf(teams, required, 1);
    const savings = bestHires(tight, solver)
      .limits.filter(({ limit }) => limit === 'rooms and trainers')
      .reduce((sum, { saving }) => sum + saving, 0);
    const cost = leastHiringCost(tight, solver);
    const saved = (more: number) =>
      cost -
      leastHiringCost({ ...tight, places: tight.places.map((one) => ({ ...one, classesAtOnce: 1 + more })) }, solver);
    expect(saved(1)).toBeGreaterThan(0);
    expect(saved(1)).toBeLessThanOrEqual(savings + 1e-6);
    expect(saved(0.01) / 0.01).toBeCloseTo(savings, 4);
  });

  test('a delay costs what the best plan loses when nobody starts for so long', () => {
    const problem = problemOf([team('a', { ...usual, lead: 0 })], [60, 60, 60, 60], null);
    const late = delayedHiring(problem, 2);
    // Four heads are missing from the first week on; 5 of the 40 hours can be overtime at 3, the others cost 8.
    expect(leastHiringCost(late, solver) - leastHiringCost(problem, solver)).toBeCloseTo(
      2 * (5 * 3 + 35 * 8) - (4 * 4 * (4 + 1) - 4 * 4 * (2 + 1)),
      6,
    );
    expect(bestHires(late, solver).classes.every(({ week }) => week >= 2)).toBe(true);
  });

  test('the same problem has the same plan, whatever was solved in between', () => {
    const problem = problemOf([team('a', { ...usual, minClass: 2 }), team('b', usual)], [40, 120, 90, 140], 1);
    const first = bestHires(problem, solver);
    bestHires(problemOf([team('c', usual)], [10, 90, 90, 20], null), solver);
    const again = bestHires(problem, solver);
    expect(again).toEqual(first);
    expect(first.byClock).toBe(false);
  });

  test('hires nobody where nobody is missing', () => {
    const found = bestHires(problemOf([team('a', { ...usual, base: 100 })], [50, 50, 50, 50], null), solver);
    expect(found.classes).toEqual([]);
    expect(found.cost.people).toBe(0);
    expect(found.cost.total).toBeCloseTo(found.costWithout.total, 9);
  });
});
