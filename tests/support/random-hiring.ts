import fc from 'fast-check';
import type { HiringProblem, HiringTeam } from '../../engine/workforce';

/** Hiring problems of a few teams over some weeks: learning, attrition, overtime, class sizes, a freeze, rooms. */
export const randomHiring = (weeks: number): fc.Arbitrary<HiringProblem> =>
  fc
    .record({
      teams: fc.array(
        fc.record({
          base: fc.integer({ min: 0, max: 60 }),
          minClass: fc.integer({ min: 1, max: 4 }),
          more: fc.integer({ min: 0, max: 5 }),
          pay: fc.integer({ min: 10, max: 60 }),
          stay: fc.integer({ min: 80, max: 99 }),
          first: fc.integer({ min: 3, max: 10 }),
          lead: fc.integer({ min: 0, max: 3 }),
          training: fc.integer({ min: 0, max: 3 }),
          frozen: fc.integer({ min: 0, max: weeks - 1 }),
        }),
        { minLength: 2, maxLength: 3 },
      ),
      work: fc.array(fc.array(fc.integer({ min: 0, max: 140 }), { minLength: weeks, maxLength: weeks }), {
        minLength: 2,
        maxLength: 2,
      }),
      rooms: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ teams, work, rooms }) => ({
      weeks,
      teams: teams.map(
        (facts, at): HiringTeam => ({
          id: `t${at}`,
          baseHours: new Float64Array(weeks).fill(facts.base),
          overtimeHours: new Float64Array(weeks).fill(facts.base / 10),
          overtimeCostPerHour: 3,
          minClass: facts.minClass,
          maxClass: facts.minClass + facts.more,
          effect: (week) => ({
            hours: Float64Array.from({ length: weeks }, (_, now) =>
              now < week ? 0 : (facts.stay / 100) ** (now - week) * Math.min(10, facts.first + now - week),
            ),
            cost: facts.pay * (weeks - week + facts.training),
          }),
          blocked: (week) => (week < facts.lead ? 'lead time' : week === facts.frozen ? 'freeze' : null),
          trainingWeeks: facts.training,
        }),
      ),
      // The first kind of work can be done by all, the second by all but the first team, and slower.
      work: work.map((hours, at) => ({
        id: `w${at}`,
        requiredHours: Float64Array.from(hours),
        teams: teams.flatMap((_, team) => (team >= at ? [{ team, proficiency: at === 0 ? 1 : 0.8 }] : [])),
      })),
      places: [{ id: 'site', teams: teams.map((_, at) => at), classesAtOnce: rooms }],
      shortHourCost: 8,
      idleHourCost: 0.1,
    }));
