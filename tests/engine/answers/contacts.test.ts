import { describe, expect, test } from 'vitest';
import { followContacts, joinContacts, simulateContacts } from '../../../engine/answers';
import { InputFault } from '../../../engine/units';
import { tinyPlan } from '../../support/tiny-plan';

const plan = tinyPlan();
const window = { from: '2027-01-11', days: 2, disruptions: ['lockdown-ph'], seed: 7 };

describe('simulateContacts', () => {
  test('says the same whether replications are run in one piece or joined from ranges', () => {
    const whole = simulateContacts(plan, { ...window, replications: 6 });
    const late = simulateContacts(plan, { ...window, replications: 4, firstReplication: 2 });
    const early = simulateContacts(plan, { ...window, replications: 3 });
    expect(joinContacts(plan, late, early)).toEqual(whole);
    expect(whole.replications).toBe(6);
  });

  test('every figure stands inside its own interval, beside flow’s for the same days', () => {
    const { total, streams, flow, daily, days } = simulateContacts(plan, { ...window, replications: 8 });
    expect(days).toEqual(['2027-01-11', '2027-01-12']);
    for (const { figures } of [{ figures: total }, ...streams]) {
      for (const { mean, lo95, hi95 } of Object.values(figures)) {
        expect(lo95).toBeLessThanOrEqual(mean);
        expect(hi95).toBeGreaterThanOrEqual(mean);
      }
    }
    expect(daily.mean).toHaveLength(2);
    expect(flow.daily).toHaveLength(2);
    // The lockdown halves the capacity: both models see it.
    expect(total.serviceLevel.mean).toBeLessThan(0.9);
    expect(flow.offered).toBeGreaterThan(0);
  });

  test('stops once the interval is narrow enough, and not before five replications', () => {
    const loose = simulateContacts(plan, { ...window, replications: 50, precisionPoints: 40 });
    expect(loose.replications).toBe(5);
    const tight = simulateContacts(plan, { ...window, replications: 8, precisionPoints: 0.001 });
    expect(tight.replications).toBe(8);
  });

  test('shares luck: without the lockdown the same contacts come, and more are served', () => {
    const struck = simulateContacts(plan, { ...window, replications: 3 });
    const calm = simulateContacts(plan, { ...window, disruptions: [], replications: 3 });
    expect(calm.total.offered).toEqual(struck.total.offered);
    calm.samples.forEach((sample, at) => {
      const kept = (tally: typeof sample) => tally.streams[6]! / tally.streams[5]!;
      expect(kept(sample)).toBeGreaterThanOrEqual(kept(struck.samples[at]!));
    });
  });

  test.each([
    [{ disruptions: ['nothing'] }, 'lockdown-ph'],
    [{ from: '2026-01-01' }, '2027-01-04'],
    [{ from: '2027-01-31', days: 2 }, '2027-01-30'],
    [{ days: 29 }, '1 to 28'],
    [{ replications: 0 }, '1 to 10000'],
    [{ seed: 0.5 }, 'whole number'],
    [{ precisionPoints: 0 }, 'precisionPoints'],
  ])('refuses %j with what is allowed', (options, words) => {
    const run = () => simulateContacts(plan, options);
    expect(run).toThrow(InputFault);
    expect(run).toThrow(words);
  });
});

describe('followContacts', () => {
  test('tells journeys of the very contacts that were counted, in order of time', () => {
    const { journeys } = followContacts(plan, { ...window, stream: 'voice-en', most: 8 });
    expect(journeys.length).toBeGreaterThan(2);
    const kinds = new Set(journeys.map(({ outcome }) => outcome));
    expect(kinds.has('lost')).toBe(true);
    expect(kinds.has('answered')).toBe(true);
    for (const { steps, alike, customers, attempts } of journeys) {
      expect(alike).toBeLessThanOrEqual(customers);
      expect([...steps].sort((a, b) => a.at.localeCompare(b.at))).toEqual(steps);
      expect(steps[0]!.text).toContain('Calls');
      expect(steps.filter(({ text }) => text.startsWith('Calls again')).length).toBe(attempts - 1);
    }
    const { samples } = simulateContacts(plan, { ...window, replications: 1 });
    const offered = samples[0]!.streams[0]! + samples[0]!.streams[15]!;
    expect(journeys[0]!.customers).toBe(offered);
  });

  test('knows the streams that it can follow', () => {
    expect(() => followContacts(plan, { ...window, stream: 'fax' })).toThrow('voice-en');
  });
});
