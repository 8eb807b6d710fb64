import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineEffects } from '../../../engine/disruption';
import { readPlan } from '../../../engine/plan';
import { erlangAKernel, QUEUE_METRIC, QUEUE_METRICS } from '../../../engine/queueing';
import {
  buildNetwork,
  STREAM_COUNT as C,
  type FlowRecords,
  type Network,
  runFlow,
  STREAM_COUNTS,
} from '../../../engine/simulate';
import { tinyDocument, tinyPlan } from '../../support/tiny-plan';

const sumOf = (records: FlowRecords, stream: number, count: number) => {
  let sum = 0;
  for (let day = 0; day < records.days; day++)
    sum += records.streams[(stream * records.days + day) * STREAM_COUNTS + count]!;
  return sum;
};
const lastOf = (records: FlowRecords, stream: number, count: number) =>
  records.streams[(stream * records.days + records.days - 1) * STREAM_COUNTS + count]!;

/** Every contact that came is answered, given up or still there; every one that gave up is lost or comes again. */
function expectConserved(network: Network, records: FlowRecords): void {
  network.plan.streams.forEach((_, stream) => {
    const of = (count: number) => sumOf(records, stream, count);
    const arrived = of(C.offered) + of(C.redials) + of(C.hopsIn);
    const gone = of(C.answered) + of(C.abandoned) + lastOf(records, stream, C.backlog);
    expect(Math.abs(arrived - gone)).toBeLessThan(1e-6 * Math.max(1, arrived));
    const again = of(C.redials) + records.redialsPending[stream]!;
    expect(Math.abs(of(C.abandoned) - of(C.lost) - of(C.hopsOut) - again)).toBeLessThan(1e-6 * Math.max(1, arrived));
    expect(of(C.withinTarget)).toBeLessThanOrEqual(of(C.judged) + 1e-6);
  });
  const streams = network.plan.streams.map((_, stream) => stream);
  const whole = (count: number) => streams.reduce((sum, stream) => sum + sumOf(records, stream, count), 0);
  const onTheirWay = records.hopsPending.reduce((sum, contacts) => sum + contacts, 0);
  expect(Math.abs(whole(C.hopsOut) - whole(C.hopsIn) - onTheirWay)).toBeLessThan(1e-6 * Math.max(1, whole(C.offered)));
}

describe('flow', () => {
  test('equals Erlang A by hand on one queue with constant load', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.streams = [document.streams[0]];
    document.streams[0].dailyVariation = 0;
    document.sites[0].openingHours = '24/7';
    document.markets[0].openingHours = '24/7';
    document.teams = [document.teams[0]];
    const network = buildNetwork(readPlan(document));
    const noon = network.grid.intervals / 2;
    const agents = network.duty.onDuty[0]![noon]!;
    expect(agents).toBeCloseTo((25 * 40 * 0.85 * 0.9) / 168, 4);
    let seen = Number.NaN;
    let offered = Number.NaN;
    runFlow(network, {
      observe: (t, view) => {
        if (t !== noon) return;
        seen = view.serviceLevel[0]!;
        offered = view.offered[0]!;
      },
    });
    const figures = new Float64Array(QUEUE_METRICS);
    erlangAKernel(offered / 1800, 300, agents, 120, 20, figures);
    expect(seen).toBeCloseTo(figures[QUEUE_METRIC.serviceLevel]!, 12);
  });

  test('keeps every contact, undisturbed and under a disruption', () => {
    const plan = tinyPlan();
    const network = buildNetwork(plan);
    expectConserved(network, runFlow(network));
    const modifiers = combineEffects(plan, network.grid, network.origins, plan.disruptions);
    expectConserved(network, runFlow(network, { modifiers }));
  });

  test('offers what the demand says: a week is the week’s contacts', () => {
    const network = buildNetwork(tinyPlan());
    const records = runFlow(network);
    expect(sumOf(records, 0, C.offered)).toBeCloseTo(40_000, 4);
    expect(sumOf(records, 1, C.offered)).toBeCloseTo(8_000, 4);
  });

  test('never has more people on duty than are paid', () => {
    const network = buildNetwork(tinyPlan());
    const records = runFlow(network);
    const duty = records.teamHours.reduce((sum, hours) => sum + hours, 0);
    expect(duty).toBeCloseTo(50 * 40 * 4 * 0.85 * 0.9, 1);
  });

  test('conserves contacts on random plans with random losses (property)', () => {
    fc.assert(
      fc.property(
        fc.record({
          voice: fc.integer({ min: 0, max: 60_000 }),
          email: fc.integer({ min: 0, max: 20_000 }),
          heads: fc.integer({ min: 0, max: 150 }),
          redial: fc.double({ min: 0, max: 1, noNaN: true }),
          loss: fc.double({ min: 0, max: 1, noNaN: true }),
          split: fc.boolean(),
          hop: fc.double({ min: 0, max: 1, noNaN: true }),
          escalate: fc.double({ min: 0, max: 1, noNaN: true }),
          priority: fc.integer({ min: 1, max: 3 }),
        }),
        ({ voice, email, heads, redial, loss, split, hop, escalate, priority }) => {
          const document = tinyDocument() as ReturnType<typeof JSON.parse>;
          document.calendar.weeks = 2;
          document.streams[0].demand.contactsPerWeek = voice;
          document.streams[1].demand.contactsPerWeek = email;
          document.streams[0].redialShare = redial;
          document.streams[0].priority = priority;
          document.streams[0].hop = [{ to: 'email-en', share: (1 - redial) * hop, acceptance: 0.7 }];
          document.streams[0].laterAttempts = [
            { patienceFactor: 0.6, handleTimeFactor: 1.2 },
            { patienceFactor: 0.4, handleTimeFactor: 1.4, escalate: { to: 'email-en', share: escalate } },
          ];
          document.teams[1].headcount[0].heads = heads;
          document.disruptions[0].effects[0].lossShare = loss;
          if (split) {
            const shares = [
              { team: 'berlin-care', share: 0.3 },
              { team: 'manila-care', share: 0.7 },
            ];
            document.routing = [{ stream: 'voice-en', mode: 'split', failover: true, shares }];
          }
          const plan = readPlan(document);
          const network = buildNetwork(plan);
          expectConserved(
            network,
            runFlow(network, { modifiers: combineEffects(plan, network.grid, network.origins, plan.disruptions) }),
          );
        },
      ),
      { numRuns: 25, seed: 20270104 },
    );
  });

  test('stops when asked to', () => {
    const network = buildNetwork(tinyPlan());
    expect(() => runFlow(network, { control: { shouldStop: () => true } })).toThrow('Stopped');
  });
});
