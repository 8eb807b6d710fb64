import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planHeadcount } from '../../../engine/answers';
import { type Queue, weekSharer } from '../../../engine/footprint';
import { planOfWeeks } from '../../support/busy-team';

const queue = (stream: number, teams: readonly number[]): Queue => ({
  stream,
  share: 1,
  failover: false,
  edges: teams.map((team) => ({ team, proficiency: 1 })),
});

test('a team’s hours are all given, to its own queues alone, on random networks', () => {
  const hours = fc.double({ min: 0, max: 500, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.array(hours, { minLength: 5, maxLength: 5 }),
      fc.array(fc.double({ min: 1, max: 900, noNaN: true }), { minLength: 6, maxLength: 6 }),
      (members, teamHours, need) => {
        const queues = members.map((teams, at) => queue(at, teams));
        const shared = weekSharer(queues, 5)(
          Float64Array.from(need.slice(0, queues.length)),
          Float64Array.from(teamHours),
        );
        const sums = new Float64Array(5);
        let member = 0;
        for (const { edges } of queues) for (const { team } of edges) sums[team]! += shared.hours[member++]!;
        teamHours.forEach((all, team) => {
          const serves = members.some((teams) => teams.includes(team));
          expect(sums[team]!).toBeCloseTo(serves ? all : 0, 6);
        });
      },
    ),
    { numRuns: 100 },
  );
});

test('cover is even where skills allow, and a queue with a team of its own keeps what others can’t use', () => {
  const share = weekSharer([queue(0, [0, 1]), queue(1, [1, 2])], 3);
  const even = share(Float64Array.of(100, 200), Float64Array.of(60, 90, 150));
  expect(even.given[0]! / 100).toBeCloseTo(even.given[1]! / 200, 5);
  const alone = weekSharer([queue(0, [0]), queue(1, [1])], 2)(Float64Array.of(100, 100), Float64Array.of(300, 20));
  expect([...alone.given]).toEqual([300, 20]);
});

test('burnout: fewer people work harder, and more of them leave for it', () => {
  const response = { referenceOccupancy: 0.8, occupancyElasticity: 3, payAgainstMarket: 1, payElasticity: 0 };
  const plan = (heads: number) =>
    planOfWeeks(12, (base) => ({
      ...base,
      teams: base.teams.map((team) => ({
        ...team,
        headcount: [{ tenureMonths: 24, heads }],
        attritionPerYear: 0.4,
        attritionResponse: response,
      })),
    }));
  const [calm, hot] = [planHeadcount(plan(60)), planHeadcount(plan(24))].map(({ total }) => total.weekly);
  const rate = (weekly: typeof calm, week: number) => weekly!.attritionHeads[week]! / weekly!.employed[week]!;
  expect(rate(hot, 0)).toBeGreaterThan(2 * rate(calm, 0));
  expect(rate(hot, 11)).toBeGreaterThanOrEqual(rate(hot, 0));
});
