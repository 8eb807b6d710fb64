import { describe, expect, test } from 'vitest';
import { luckBands, stressPlan } from '../../../engine/answers';
import { combineEffects, effectDays, effectLevel } from '../../../engine/disruption';
import { readPlan } from '../../../engine/plan';
import { buildNetwork } from '../../../engine/simulate';
import { tinyDocument, tinyPlan } from '../../support/tiny-plan';

const curve = { delayDays: 1, rampDays: 2, holdDays: 5, recoveryDays: 10, recoveryShape: 'linear' as const };

describe('effectLevel', () => {
  test('waits, rises, holds and recovers', () => {
    expect([0, 1, 2, 3, 7.9, 13, 18, 30].map((day) => effectLevel(curve, day))).toEqual([0, 0, 0.5, 1, 1, 0.5, 0, 0]);
    expect(effectDays(curve)).toBe(18);
  });

  test('an exponential recovery starts at full and ends at nothing', () => {
    const exponential = { ...curve, recoveryShape: 'exponential' as const };
    expect(effectLevel(exponential, 8)).toBeCloseTo(1, 12);
    expect(effectLevel(exponential, 13)).toBeLessThan(0.2);
    expect(effectLevel(exponential, 17.999)).toBeLessThan(1e-4);
  });
});

describe('combineEffects', () => {
  test('two losses of a half leave a quarter, not nothing', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    const loss = {
      kind: 'capacity',
      affects: 'people',
      lossShare: 0.5,
      scope: { of: 'site', member: 'manila' },
      curve: { ...curve, delayDays: 0, rampDays: 0 },
    };
    document.disruptions[0].effects = [loss, { ...loss, scope: { of: 'country', member: 'PH' } }];
    const plan = readPlan(document);
    const { grid, origins } = buildNetwork(plan);
    const { people, from } = combineEffects(plan, grid, origins, plan.disruptions);
    expect(people[1]![from]).toBeCloseTo(0.25, 6);
    expect(people[0]).toBeNull();
  });

  test('moves people home along the conversion curve: half of the eligible after the days to half', () => {
    const plan = tinyPlan();
    const { grid, origins } = buildNetwork(plan);
    const { home, homeOutput, from } = combineEffects(plan, grid, origins, plan.disruptions);
    expect(home[1]![from + 7 * 48]).toBeCloseTo(0.3, 2);
    expect(homeOutput[1]![from + 7 * 48]).toBeCloseTo(0.8, 6);
    expect(home[0]).toBeNull();
  });

  test('a disruption that began before the horizon is under way at its start', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.disruptions[0].startDate = '2027-01-01';
    const plan = readPlan(document);
    const { grid, origins } = buildNetwork(plan);
    const { seats, from } = combineEffects(plan, grid, origins, plan.disruptions);
    expect(from).toBe(0);
    expect(seats[1]![0]).toBe(0);
    expect(seats[1]![5 * 48]).toBeCloseTo(0.5, 1);
  });
});

describe('luckBands', () => {
  test('share their days between the plan and the disruption, and repeat by seed', () => {
    const plan = tinyPlan();
    const asked = { disruption: 'lockdown-ph', replications: 8, seed: 7 };
    const one = luckBands(plan, asked);
    expect(luckBands(plan, asked)).toEqual(one);
    expect(luckBands(plan, { ...asked, seed: 8 }).hit.serviceLevel.low).not.toEqual(one.hit.serviceLevel.low);
    expect(one.days[0]).toBe('2027-01-11');
    // Nobody at work in Manila: worse than the plan by more than luck makes.
    expect(one.hit.serviceLevel.high[1]!).toBeLessThan(one.base.serviceLevel.low[1]!);
    expect(one.contactsLost.low).toBeGreaterThan(0);
    expect(one.contactsLost.low).toBeLessThan(one.contactsLost.median);
  });

  test('lie around the run of expected days', () => {
    const plan = tinyPlan();
    const { base } = luckBands(plan, { disruption: 'lockdown-ph', replications: 40 });
    const run = stressPlan(plan, { disruptions: [] }).base.daily;
    const at = (date: string) => stressPlan(plan, { disruptions: [] }).base.days.indexOf(date);
    const day = at('2027-01-11');
    expect(base.serviceLevel.low[0]!).toBeLessThan(run.serviceLevel[day]!);
    expect(base.serviceLevel.high[0]!).toBeGreaterThan(run.serviceLevel[day]! - 0.02);
  });

  test('without variation there is nothing but the run', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    for (const stream of document.streams) stream.dailyVariation = 0;
    const plan = readPlan(document);
    const { hit } = luckBands(plan, { disruption: 'lockdown-ph', replications: 3 });
    const { days, daily } = stressPlan(plan, { disruptions: ['lockdown-ph'] }).cases[0]!.run;
    const from = days.indexOf('2027-01-11');
    expect(Array.from(hit.serviceLevel.low.slice(0, 14))).toEqual(Array.from(hit.serviceLevel.high.slice(0, 14)));
    expect(hit.serviceLevel.low[3]).toBeCloseTo(daily.serviceLevel[from + 3]!, 9);
  });
});
