import { describe, expect, test } from 'vitest';
import { combineEffects } from '../../../engine/disruption';
import { type Plan, readPlan } from '../../../engine/plan';
import { buildNetwork, type FlowRecords, runBase, runDisturbed, runFlow } from '../../../engine/simulate';
import { readScenario } from '../../support/read-scenario';
import { tinyDocument } from '../../support/tiny-plan';

const COLUMNS = ['streams', 'edges', 'teamHours', 'redialsPending', 'hopsPending'] as const;

/** Largest difference of any count, beside its size. */
function furthestApart(a: FlowRecords, b: FlowRecords): number {
  let worst = 0;
  for (const column of COLUMNS) {
    a[column].forEach((value, at) => {
      worst = Math.max(worst, Math.abs(value - b[column][at]!) / (1 + Math.abs(value)));
    });
  }
  return worst;
}

function compare(plan: Plan, disruption: Plan['disruptions'][number]) {
  const network = buildNetwork(plan);
  const modifiers = combineEffects(plan, network.grid, network.origins, [disruption]);
  const part = runDisturbed(network, runBase(network), modifiers);
  return { part, apart: furthestApart(runFlow(network, { modifiers }), part.records) };
}

describe('running the disturbed weeks alone', () => {
  const tiny = () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.calendar.weeks = 12;
    document.disruptions[0].startDate = '2027-01-20';
    return document;
  };

  test('gives what a run of the whole horizon gives, and takes over the weeks before and after', () => {
    const plan = readPlan(tiny());
    const { part, apart } = compare(plan, plan.disruptions[0]!);
    expect(apart).toBeLessThan(1e-9);
    expect(part.fromWeek).toBe(2);
    expect(part.toWeek).toBeLessThan(9);
  });

  test('sees a promise through that runs from undisturbed into disturbed weeks and out of them', () => {
    const document = tiny();
    document.streams[1].target.hours = 240;
    document.streams[1].demand.contactsPerWeek = 9000;
    const plan = readPlan(document);
    const { part, apart } = compare(plan, plan.disruptions[0]!);
    expect(apart).toBeLessThan(1e-9);
    expect(part.toWeek).toBeGreaterThan(5);
  });

  test('takes over the weeks between two disruptions, wherever in a week they begin and end', () => {
    const document = tiny();
    document.calendar.weeks = 16;
    const [first] = document.disruptions;
    const at = (id: string, startDate: string) => ({ ...first, id, startDate });
    document.disruptions = [at('early', '2027-01-20'), at('soon-after', '2027-02-24'), at('late', '2027-03-19')];
    document.streams[1].target.hours = 72;
    const plan = readPlan(document);
    const network = buildNetwork(plan);
    const modifiers = combineEffects(plan, network.grid, network.origins, plan.disruptions);
    const part = runDisturbed(network, runBase(network), modifiers);
    expect(furthestApart(runFlow(network, { modifiers }), part.records)).toBeLessThan(1e-9);
  });

  test('runs on where contacts come back after the end of what kept them away', () => {
    const document = tiny();
    document.disruptions[0].effects = [
      {
        kind: 'hours',
        openingHours: 'Mo-Su 10:00-12:00',
        returnShare: 0.9,
        scope: { of: 'stream', member: 'voice-en' },
        curve: { delayDays: 0, rampDays: 0, holdDays: 5, recoveryDays: 0, recoveryShape: 'linear' },
      },
    ];
    const plan = readPlan(document);
    expect(compare(plan, plan.disruptions[0]!).apart).toBeLessThan(1e-9);
  });

  test('holds for the worked plan, whose typhoon leaves most weeks alone', () => {
    const plan = readPlan(readScenario('farwater'));
    const typhoon = plan.disruptions.find(({ id }) => id === 'typhoon')!;
    const { part, apart } = compare(plan, typhoon);
    expect(apart).toBeLessThan(1e-9);
    expect(part.toWeek - part.fromWeek).toBeLessThan(plan.calendar.weeks / 2);
  });
});
