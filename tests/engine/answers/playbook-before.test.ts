import { expect, it } from 'vitest';
import { comparePlaybooks } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { readPlan } from '../../../engine/plan';
import { libraryPlans } from '../../../scenarios';

const worked = readPlan(libraryPlans.find(({ id }) => id === 'farwater')?.document);

it('a skill that will be learned changes no day before the training', () => {
  const typhoon = worked.disruptions.find(({ id }) => id === 'typhoon');
  if (!typhoon) throw new Error('farwater has a typhoon');
  const action = {
    kind: 'cross-skill',
    scope: { of: 'world' },
    skill: worked.streams[0]?.skill ?? '',
    proficiency: 0.85,
    trainingHours: 16,
    trainingDays: 5,
    afterDays: 2,
    forDays: 30,
    source: 'An example',
    grade: 'opinion',
  } as const;
  const plan: Plan = { ...worked, playbooks: [{ id: 'train', name: 'Train', actions: [action] }] };
  const { base, playbooks } = comparePlaybooks(plan, {
    disruptions: ['typhoon'],
    playbooks: ['train'],
    actions: false,
  });
  const daily = playbooks[0]?.run.daily;
  const start = base.days.indexOf(typhoon.startDate);
  expect(start).toBeGreaterThan(100);
  for (const figure of ['lost', 'answered', 'serviceLevel'] as const) {
    const before = base.daily[figure].subarray(0, start);
    before.forEach((value, day) => {
      expect(daily?.[figure][day]).toBeCloseTo(value, 6);
    });
  }
});
