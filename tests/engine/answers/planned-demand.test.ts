import { describe, expect, it } from 'vitest';
import { answerOverview, explainRequirement, staffIntervals } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { planningDocument } from '../../support/planning-plan';

const answers = (change: Record<string, unknown>) => {
  const plan = readPlan(planningDocument(change));
  return { plan, staff: staffIntervals(plan), base: answerOverview(plan).base };
};
const before = answers({});
const week = { from: '2027-01-04', until: '2027-01-10' };
const override = { id: 'mine', on: true, scope: {}, ...week, author: 'Ada', reason: 'Fair' };

describe('staff and service follow the demand as planned', () => {
  it('contacts overridden are contacts to staff and to serve', () => {
    const after = answers({ overrides: [{ ...override, change: { kind: 'percent', percent: 10 } }] });
    expect(after.base.weekly.offered[0]! / before.base.weekly.offered[0]!).toBeCloseTo(1.1, 9);
    expect(after.base.weekly.offered[1]).toBe(before.base.weekly.offered[1]);
    const [now, then] = [after.staff.weeks, before.staff.weeks];
    // Larger queues need less than in proportion.
    expect(now[0]!.requiredAgentHours).toBeGreaterThan(1.05 * then[0]!.requiredAgentHours);
    expect(now[0]!.requiredAgentHours).toBeLessThan(1.1 * then[0]!.requiredAgentHours);
    // Email is spread over its promise, so a little of it lies in the week after; voice has ended with its week.
    const voice = (of: typeof after) => of.staff.streams[0]!.weekly.requiredAgentHours[1]!;
    expect(voice(after)).toBeCloseTo(voice(before), 4);
  });

  it('handle time that is left after automation is what agents are staffed and kept busy with', () => {
    const measure = {
      id: 'bot',
      kind: 'automation',
      name: 'Bot',
      on: true,
      scope: { reasons: ['invoice'] },
      startDate: '2027-01-04',
      rampDays: 0,
      attemptShare: 0.5,
      successShare: 1,
      easyFirst: 0,
    };
    const after = answers({ measures: [measure] });
    // Half of the invoices, which are short: contacts fall by a quarter, their work by 0.125 ÷ 0.95.
    const [voice, wasVoice] = [after.staff.streams[0]!, before.staff.streams[0]!];
    expect(voice.contacts[24]! / wasVoice.contacts[24]!).toBeCloseTo(0.75, 12);
    const longer = (0.95 - 0.125) / 0.95 / 0.75;
    expect(voice.handleTimeSeconds / wasVoice.handleTimeSeconds).toBeCloseTo(longer, 10);
    const about = { stream: 'voice-en', day: '2027-01-05', intervalOfDay: 24 };
    const seconds = explainRequirement(after.plan, about).inputs.find(({ unit }) => unit === 'seconds')!.value;
    expect(seconds).toBeCloseTo(300 * longer, 8);
    const hours = (of: typeof after) => of.base.total.handlingHours / of.base.total.answered;
    expect(hours(after) / hours(before)).toBeGreaterThan(1.1);
    // The week's hours are the sum of its intervals', solved one by one.
    const sum = after.staff.streams[0]!.requiredAgents.reduce((total, agents) => total + agents / 2, 0);
    expect(after.staff.streams[0]!.weekly.requiredAgentHours[0]!).toBeCloseTo(sum, 3);
  });
});
