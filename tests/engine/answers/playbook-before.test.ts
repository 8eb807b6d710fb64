import { expect, it } from 'vitest';
import { comparePlaybooks } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { readPlan } from '../../../engine/plan';
import { share } from '../../../engine/units';
import { libraryPlans } from '../../../scenarios';

const worked = readPlan(libraryPlans.find(({ id }) => id === 'farwater')?.document);

it('a skill that will be learned and calls that will be made change no day before', () => {
  const typhoon = worked.disruptions.find(({ id }) => id === 'typhoon');
  if (!typhoon) throw new Error('farwater has a typhoon');
  const timing = { afterDays: 2, forDays: 30, source: 'An example', grade: 'opinion', scope: { of: 'world' } } as const;
  const train = {
    ...timing,
    kind: 'cross-skill',
    skill: worked.streams[0]?.skill ?? '',
    proficiency: 0.85,
    trainingHours: 16,
    trainingDays: 5,
  } as const;
  const call = {
    ...timing,
    kind: 'callback',
    offeredShare: share(0.6),
    acceptance: share(0.35),
    withinHours: 24,
  } as const;
  const plan: Plan = {
    ...worked,
    playbooks: [
      { id: 'train', name: 'Train', actions: [train] },
      { id: 'call', name: 'Call back', actions: [call] },
    ],
  };
  const options = { disruptions: ['typhoon'], playbooks: ['train', 'call'], actions: false };
  const { base, playbooks } = comparePlaybooks(plan, options);
  const start = base.days.indexOf(typhoon.startDate);
  expect(start).toBeGreaterThan(100);
  expect(playbooks).toHaveLength(2);
  for (const { run } of playbooks) {
    for (const figure of ['lost', 'answered', 'serviceLevel'] as const) {
      base.daily[figure].subarray(0, start).forEach((value, day) => {
        expect(run.daily[figure][day]).toBeCloseTo(value, 6);
      });
    }
  }
});
