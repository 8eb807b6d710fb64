import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildDisruption,
  combineEffects,
  type LibraryDisruption,
  strikeDefaults,
  targetGroups,
} from '../../../engine/disruption';
import { readPlan } from '../../../engine/plan';
import {
  buildNetwork,
  STREAM_COUNT as C,
  type ContactTally,
  planContacts,
  runFlow,
  runReplications,
  STREAM_COUNTS,
} from '../../../engine/simulate';
import { libraryDisruptions } from '../../../scenarios';
import { plainModel, plainStream } from '../../support/contact-models';
import { tinyDocument, tinyPlan } from '../../support/tiny-plan';

const sumOf = (tally: ContactTally, stream: number, count: number) => {
  let sum = 0;
  for (let day = 0; day < tally.days; day++) sum += tally.streams[(stream * tally.days + day) * STREAM_COUNTS + count]!;
  return sum;
};

/** Every contact that came is answered, gave up, was turned away or is still there; whoever gave up is lost, back or on the way. */
function expectConserved(tally: ContactTally, streams: number): void {
  let gaveUp = 0;
  let cameAgain = 0;
  for (let stream = 0; stream < streams; stream++) {
    const of = (count: number) => sumOf(tally, stream, count);
    const arrived = of(C.offered) + of(C.redials) + of(C.hopsIn);
    const inHand = tally.inHandLive[stream]!;
    expect(of(C.answered) - inHand + of(C.abandoned) + tally.stillThere[stream]!).toBe(arrived);
    expect(of(C.withinTarget)).toBeLessThanOrEqual(of(C.judged));
    gaveUp += of(C.abandoned) - of(C.lost);
    gaveUp += tally.transferred[stream]!;
    cameAgain += of(C.redials) + of(C.hopsIn) + tally.returnsPending[stream]!;
  }
  expect(cameAgain).toBe(gaveUp);
}

/** One group whose way is closed for a part of the contacts in the first hour, and open in the second; nobody comes then. */
function closedRoute(part: number, patienceSeconds: number) {
  const model = plainModel({
    streams: [
      plainStream({
        perSecond: 0.05,
        end: 3600,
        handleTime: { mean: 60, cv: 1 },
        patience: { mean: patienceSeconds, cv: 1, atOnce: 0 },
      }),
    ],
    agents: [20],
    serves: [[{ group: 0 }]],
    end: 7200,
  });
  const [queue] = model.queues;
  const members = queue!.members.map((member) => ({ ...member, reach: Float64Array.of(1 - part, 1) }));
  const group = { name: 'group', agents: Float64Array.of(20, 20), speed: Float64Array.of(1, 1) };
  const periods = Float64Array.of(0, 3600);
  const changed = { ...model, periods, groups: [group], queues: [{ ...queue!, members }] };
  return runReplications(changed, Float64Array.of(0, 3600, 7200), { seed: 1, first: 0, count: 1 })[0]!;
}

describe('a route that closes', () => {
  test('keeps contacts waiting, and lets all of them through when it opens', () => {
    const tally = closedRoute(1, Number.POSITIVE_INFINITY);
    expect(tally.streams[C.answered]).toBe(tally.streams[C.offered]);
    expect(tally.streams[C.waited]! / tally.streams[C.answered]!).toBeGreaterThan(1000);
  });

  test('in part keeps that part waiting, and holds up nobody behind it', () => {
    const tally = closedRoute(0.5, 60);
    const offered = tally.streams[C.offered]!;
    // Every other contact finds one of twenty agents at once; the rest has nobody, and leaves.
    expect(tally.streams[C.withinTarget]! / offered).toBeGreaterThan(0.4);
    expect(tally.streams[C.abandoned]! / offered).toBeGreaterThan(0.35);
    expectConserved(tally, 1);
  });
});

describe('contacts', () => {
  test('gives the same answer however replications are split', () => {
    const network = buildNetwork(tinyPlan());
    const { model, dayStarts } = planContacts(network, { fromDay: 7, days: 3 });
    const whole = runReplications(model, dayStarts, { seed: 5, first: 0, count: 4 });
    const parts = [
      ...runReplications(model, dayStarts, { seed: 5, first: 2, count: 2 }),
      ...runReplications(model, dayStarts, { seed: 5, first: 0, count: 2 }),
    ].sort((a, b) => a.replication - b.replication);
    expect(parts).toEqual(whole);
    expect(whole[0]!.streams).not.toEqual(whole[1]!.streams);
  });

  test('offers what the demand says, and staffs what flow staffs', () => {
    const network = buildNetwork(tinyPlan());
    const { model, dayStarts } = planContacts(network, { fromDay: 7, days: 7 });
    const tallies = runReplications(model, dayStarts, { seed: 3, first: 0, count: 20 });
    const mean = (read: (tally: ContactTally) => number) =>
      tallies.reduce((sum, tally) => sum + read(tally), 0) / tallies.length;
    // A week of 10,000 with a daily variation of 0.1: standard error √(10,000 + 7 × 143²) ÷ √20, about 87.
    expect(Math.abs(mean((tally) => sumOf(tally, 0, C.offered)) - 10_000)).toBeLessThan(4 * 87);
    const flow = runFlow(network);
    for (const team of [0, 1]) {
      const hours = flow.teamHours.subarray(team * flow.days + 7, team * flow.days + 14).reduce((a, b) => a + b, 0);
      const seen = mean((tally) => tally.groupHours.subarray(team * 7, team * 7 + 7).reduce((a, b) => a + b, 0));
      // Agents finish what they have in hand, which adds a little.
      expect(seen).toBeGreaterThan(hours - 1);
      expect(seen).toBeLessThan(hours * 1.02);
    }
  });

  test('conserves contacts on random plans with random losses (property)', () => {
    fc.assert(
      fc.property(
        fc.record({
          voice: fc.integer({ min: 0, max: 15_000 }),
          email: fc.integer({ min: 0, max: 5_000 }),
          heads: fc.integer({ min: 0, max: 60 }),
          redial: fc.double({ min: 0, max: 1, noNaN: true }),
          loss: fc.double({ min: 0, max: 1, noNaN: true }),
          split: fc.boolean(),
          chat: fc.boolean(),
          more: fc.boolean(),
          seed: fc.integer({ min: 0, max: 1000 }),
        }),
        ({ voice, email, heads, redial, loss, split, chat, more, seed }) => {
          const document = tinyDocument() as ReturnType<typeof JSON.parse>;
          document.calendar.weeks = 2;
          document.streams[0].demand.contactsPerWeek = voice;
          document.streams[1].demand.contactsPerWeek = email;
          document.streams[0].redialShare = redial;
          document.teams[1].headcount[0].heads = heads;
          document.disruptions[0].effects[0].lossShare = loss;
          if (chat) document.streams[0].concurrency = { contacts: 2.5, handleTimeStretch: 1.4 };
          if (more) {
            const [calls] = document.streams;
            if (redial < 1) calls.hop = [{ to: 'email-en', share: (1 - redial) * 0.5, acceptance: 0.8 }];
            const escalate = { to: 'email-en', share: 0.2 };
            calls.laterAttempts = [{ patienceFactor: 0.6, handleTimeFactor: 1.2, escalate }];
            calls.transfers = [{ to: 'email-en', share: 0.1 }];
            calls.callbackOffer = { afterSeconds: 60, acceptShare: 0.4 };
            calls.patienceShape = { coefficientOfVariation: 1.3, leaveAtOnceShare: 0.1 };
            const overflow = [{ team: 'manila-care', afterSeconds: 30 }];
            document.routing = [{ stream: 'voice-en', mode: 'pool', choice: 'least-cost', overflow, keepFree: 2 }];
            const scope = { of: 'stream', member: 'voice-en' };
            const curve = { delayDays: 0, rampDays: 0, holdDays: 1, recoveryDays: 1, recoveryShape: 'linear' };
            document.disruptions[0].effects.push({ kind: 'closure', closedShare: 0.5, scope, curve });
          } else if (split) {
            const shares = [
              { team: 'berlin-care', share: 0.3 },
              { team: 'manila-care', share: 0.7 },
            ];
            document.routing = [{ stream: 'voice-en', mode: 'split', failover: true, shares }];
          }
          const plan = readPlan(document);
          const network = buildNetwork(plan);
          const modifiers = combineEffects(plan, network.grid, network.origins, plan.disruptions);
          const { model, dayStarts } = planContacts(network, { fromDay: 6, days: 4, warmupDays: 0, modifiers });
          for (const tally of runReplications(model, dayStarts, { seed, first: 0, count: 1 })) {
            expectConserved(tally, plan.streams.length);
          }
        },
      ),
      { numRuns: 40, seed: 20270104 },
    );
  });

  test('loses no contact under any disruption of the library, wherever it strikes', () => {
    const plan = tinyPlan();
    const network = buildNetwork(plan);
    const startDate = '2027-01-08';
    let struck = 0;
    for (const entry of libraryDisruptions as readonly LibraryDisruption[]) {
      for (const { items } of targetGroups(plan, entry.targets)) {
        const built = buildDisruption(plan, entry, { ...strikeDefaults(entry), target: items[0]!, startDate });
        if (!built) continue;
        struck++;
        const modifiers = combineEffects(plan, network.grid, network.origins, [built]);
        const { model, dayStarts } = planContacts(network, { fromDay: 4, days: 2, warmupDays: 0, modifiers });
        const [tally] = runReplications(model, dayStarts, { seed: struck, first: 0, count: 1 });
        expectConserved(tally!, plan.streams.length);
      }
    }
    expect(struck).toBeGreaterThan(30);
  });

  test('stops when asked to', () => {
    const { model, dayStarts } = planContacts(buildNetwork(tinyPlan()), { fromDay: 7, days: 1 });
    const control = { shouldStop: () => true };
    expect(() => runReplications(model, dayStarts, { seed: 1, first: 0, count: 1 }, control)).toThrow('Stopped');
  });
});
