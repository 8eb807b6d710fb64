import { expect, test } from 'vitest';
import { staffIntervals } from '../../../engine/answers';
import { tinyPlan } from '../../support/tiny-plan';

test('a week’s required hours are the sum of its intervals', () => {
  for (const model of ['erlang-a', 'erlang-c'] as const) {
    const answer = staffIntervals(tinyPlan(), { days: 7, model });
    const hours = answer.streams
      .flatMap((stream) => stream.requiredAgents)
      .reduce((sum, agents) => sum + (agents * answer.intervalMinutes) / 60, 0);
    expect(hours).toBeGreaterThan(500);
    expect(answer.weeks[0]!.requiredAgentHours).toBeCloseTo(hours, 2);
  }
});
