import { describe, expect, test } from 'vitest';
import {
  comparePlaybooks,
  contactsWithCrew,
  followContacts,
  joinContacts,
  simulateContacts,
} from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import { tinyDocument, tinyPlan } from '../../support/tiny-plan';

const plan = tinyPlan();
const window = { from: '2027-01-11', days: 2, disruptions: ['lockdown-ph'], seed: 7 };

describe('simulateContacts', () => {
  test('says the same whether replications are run in one piece or joined from ranges', () => {
    const whole = simulateContacts(plan, { ...window, replications: 6 });
    const late = simulateContacts(plan, { ...window, replications: 4, firstReplication: 2 });
    const early = simulateContacts(plan, { ...window, replications: 3 });
    expect(joinContacts(late, early)).toEqual(whole);
    expect(whole.replications).toBe(6);
  });

  test.each([
    [1, undefined],
    [3, undefined],
    [2, 8],
    [5, 8],
  ])('says the same by %i hands, to a precision of %s points', async (hands, precisionPoints) => {
    const study = { ...window, days: 1, replications: 40, precisionPoints };
    const alone = simulateContacts(plan, study);
    if (precisionPoints !== undefined) expect(alone.replications).toBeLessThan(40);
    // Hands that answer late and out of turn.
    const crew = Array.from({ length: hands }, (_, at) => ({
      simulate: async (options: Parameters<typeof simulateContacts>[1]) => {
        await new Promise((resolve) => setTimeout(resolve, 3 * (hands - at)));
        return simulateContacts(plan, options);
      },
    }));
    expect(await contactsWithCrew(study, crew)).toEqual(alone);
  });

  test('a scenario is its disruptions, its edits and its playbook; a playbook’s calls to make are a stream', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.playbooks = [
      {
        id: 'call-back',
        name: 'Call back',
        actions: [
          {
            kind: 'callback',
            scope: { of: 'stream', member: 'voice-en' },
            afterDays: 0,
            forDays: 10,
            offeredShare: 0.5,
            acceptance: 0.8,
            withinHours: 12,
          },
        ],
      },
    ];
    document.scenarios = [
      {
        id: 'both',
        name: 'Both',
        description: '',
        edits: [],
        moves: [],
        disruptions: ['lockdown-ph'],
        playbook: 'call-back',
      },
    ];
    const struck = readPlan(document);
    const study = { from: '2027-01-11', days: 1, replications: 2 };
    const scenario = simulateContacts(struck, { ...study, scenario: 'both' });
    const named = simulateContacts(struck, { ...study, disruptions: ['lockdown-ph'], playbook: 'call-back' });
    expect(named).toEqual(scenario);
    expect(scenario.streams).toHaveLength(plan.streams.length + 1);
    expect(scenario.streams.at(-1)!.figures.answered.mean).toBeGreaterThan(0);
    // Flow's figures beside are those of the comparison of playbooks.
    const { playbooks } = comparePlaybooks(struck, { disruptions: ['lockdown-ph'] });
    const day = playbooks[0]!.run.days.indexOf('2027-01-11');
    expect(scenario.flow.offered).toBeCloseTo(playbooks[0]!.run.daily.offered[day]!, 6);
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
