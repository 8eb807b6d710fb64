import { describe, expect, it } from 'vitest';
import {
  answerDemand,
  answerOverview,
  chargeDepartments,
  explainRequirement,
  staffIntervals,
} from '../../../engine/answers';
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

describe('demand taken apart', () => {
  const layers = {
    events: [
      {
        id: 'promo',
        name: 'Promotion',
        kind: 'campaign',
        on: true,
        scope: {},
        startDate: '2027-01-12',
        course: { kind: 'step' },
        volume: { kind: 'multiply', factor: 1.2 },
        handleTimeFactor: 1.1,
      },
    ],
    overrides: [{ ...override, change: { kind: 'set', contacts: 9000, each: 'week' } }],
  };

  it('adds up by stream, step and reason, and agrees with what is served', () => {
    const { plan, base } = answers(layers);
    const answer = answerDemand(plan);
    const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
    const bySteps = answer.steps.reduce((total, step) => total + step.contacts, answer.total.modelContacts);
    expect(bySteps).toBeCloseTo(answer.total.contacts, 6);
    expect(sum(answer.streams.map(({ contacts }) => sum(contacts)))).toBeCloseTo(answer.total.contacts, 6);
    expect(sum(answer.streams.map(({ hours }) => sum(hours)))).toBeCloseTo(answer.total.hours, 6);
    expect(answer.total.contacts).toBeCloseTo(base.total.offered, 6);
    answer.streams.forEach(({ contacts }, at) => {
      expect(sum(contacts.subarray(0, 7))).toBeCloseTo(base.streams[at]!.weekly.offered[0]!, 8);
    });
    expect(sum(answer.streams.map(({ contacts }) => sum(contacts.subarray(0, 7))))).toBeCloseTo(9000, 8);
  });

  it('charges all of the cost to departments, and only failure as a saving', () => {
    const { plan, base } = answers(layers);
    const { departments, total } = chargeDepartments(plan);
    const cost = base.streams.reduce((sum, stream) => sum + stream.total.cost, 0);
    expect(total.cost).toBeCloseTo(cost, 4);
    const named = new Map(departments.map((one) => [one.department, one]));
    expect([...named.keys()].sort()).toEqual(['Billing', 'Sales', null]);
    expect(named.get('Sales')!.failureContacts).toBe(0);
    expect(named.get('Billing')!.failureCost).toBe(named.get('Billing')!.cost);
  });
});
