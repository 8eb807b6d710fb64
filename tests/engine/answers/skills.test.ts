import { describe, expect, test } from 'vitest';
import { planHeadcount, skillPipeline } from '../../../engine/answers';
import { type Plan, readPlan } from '../../../engine/plan';
import { planOfWeeks } from '../../support/busy-team';

/** Two teams that share one skill; the second has another that nobody else has, and takes two people over in February. */
const plan = readPlan(
  JSON.parse(
    JSON.stringify(
      planOfWeeks(10, (base) => ({
        ...base,
        teams: base.teams.map((team, at) => ({
          ...team,
          skills: [...team.skills, ...(at === 1 ? [{ skill: 'refunds', proficiency: 1 as never }] : [])],
          hires: at === 1 ? [{ date: '2027-02-15', heads: 4 }] : [],
          ...(at === 1
            ? {
                onboarding: {
                  trainingWeeks: 4,
                  nestingWeeks: 0,
                  nestingSpeed: 1 as never,
                  noShowShare: 0,
                  trainingLossShare: 0,
                },
              }
            : {}),
        })),
        streams: [...base.streams, { ...base.streams[0]!, id: 'refund-calls', name: 'Refund calls', skill: 'refunds' }],
        transfers: [
          {
            from: base.teams[0]!.id,
            to: base.teams[1]!.id,
            date: '2027-02-01',
            heads: 2,
            trainingWeeks: 0,
            experienceKept: 1,
          },
        ] as unknown as Plan['transfers'],
      })),
    ),
  ),
);

describe('skillPipeline', () => {
  const { skills, months } = skillPipeline(plan);
  const refunds = skills.find(({ skill }) => skill === 'refunds')!;

  test('required and given hours of all skills are those of the headcount, month by month', () => {
    const { total } = planHeadcount(plan);
    expect(months).toEqual(['2027-01', '2027-02', '2027-03']);
    const weeksOf = [4, 4, 2];
    const sum = (figure: 'requiredFte' | 'availableFte') =>
      skills.reduce(
        (all, { months: own }) => all + own.reduce((part, one, at) => part + one[figure] * weeksOf[at]! * 40, 0),
        0,
      );
    const whole = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
    expect(sum('requiredFte')).toBeCloseTo(whole(total.weekly.requiredHours), 6);
    expect(sum('availableFte')).toBeCloseTo(whole(total.weekly.fullSpeedHours), 6);
  });

  test('who comes to a skill: four hired after four weeks of training, two from a team without it', () => {
    expect(refunds.teams).toEqual([plan.teams[1]!.id]);
    expect(refunds.months.map(({ hired }) => hired)).toEqual([0, 4, 0]);
    expect(refunds.months.map(({ movedIn }) => movedIn)).toEqual([0, 2, 0]);
    // In training from 18 January: two of the four weeks of January, the first two of February.
    expect(refunds.months.map(({ inTraining }) => inTraining)).toEqual([2, 2, 0]);
    const shared = skills.find(({ skill }) => skill !== 'refunds' && skills.length > 1)!;
    expect(shared.months.every(({ movedIn, movedOut }) => movedIn === 0 && movedOut === 0)).toBe(true);
  });

  test('refuses a percentile out of range', () => {
    expect(() => skillPipeline(plan, { percentile: 10 })).toThrow(/percentile: found 10/);
  });
});
