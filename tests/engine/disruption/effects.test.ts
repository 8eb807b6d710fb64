import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineEffects, disturbedArrivals, type Modifiers } from '../../../engine/disruption';
import { type Effect, type Plan, readPlan } from '../../../engine/plan';
import {
  buildNetwork,
  STREAM_COUNT as C,
  type FlowRecords,
  type Network,
  runFlow,
  STREAM_COUNTS,
} from '../../../engine/simulate';
import { tinyDocument } from '../../support/tiny-plan';

const DAYS = 28;
const curve = (delayDays: number, rampDays: number, holdDays: number, recoveryDays: number) => ({
  delayDays,
  rampDays,
  holdDays,
  recoveryDays,
  recoveryShape: 'linear' as const,
});
const steady = curve(0, 0, 7, 0);
const manila = { of: 'site', member: 'manila' } as const;
const voice = { of: 'stream', member: 'voice-en' } as const;

function planWith(
  effects: readonly object[],
  change: (document: ReturnType<typeof JSON.parse>) => void = () => {},
): Plan {
  const document = tinyDocument() as ReturnType<typeof JSON.parse>;
  document.disruptions[0].effects = effects;
  change(document);
  return readPlan(document);
}

function combined(plan: Plan): { readonly network: Network; readonly modifiers: Modifiers } {
  const network = buildNetwork(plan);
  return { network, modifiers: combineEffects(plan, network.grid, network.origins, plan.disruptions) };
}

const sumOf = (records: FlowRecords, stream: number, count: number) => {
  let sum = 0;
  for (let day = 0; day < records.days; day++)
    sum += records.streams[(stream * records.days + day) * STREAM_COUNTS + count]!;
  return sum;
};

function lost(network: Network, records: FlowRecords): number {
  return Math.max(
    ...network.plan.streams.map((_, stream) => {
      const of = (count: number) => sumOf(records, stream, count);
      const backlog = records.streams[(stream * DAYS + DAYS - 1) * STREAM_COUNTS + C.backlog]!;
      const arrived = of(C.offered) + of(C.redials);
      const there = of(C.answered) + of(C.abandoned) + backlog;
      const again = of(C.redials) + records.redialsPending[stream]!;
      return Math.max(Math.abs(arrived - there), Math.abs(of(C.abandoned) - of(C.lost) - again)) / Math.max(1, arrived);
    }),
  );
}

describe('effects', () => {
  test('absence takes people wherever they work, as a share of who is left', () => {
    const { network, modifiers } = combined(
      planWith([
        { kind: 'absence', absentShare: 0.2, scope: { of: 'world' }, curve: steady },
        { kind: 'capacity', affects: 'people', lossShare: 0.5, scope: manila, curve: steady },
      ]),
    );
    const noon = network.grid.dayStarts[8]!;
    expect(modifiers.people[0]![noon]).toBeCloseTo(0.8, 6);
    expect(modifiers.people[1]![noon]).toBeCloseTo(0.4, 6);
  });

  test('more contacts for one reason: its share of them, and the handle time of the new mix', () => {
    const plan = planWith(
      [{ kind: 'demand', factor: 3, reason: 'refund', scope: voice, curve: steady }],
      (document) => {
        const reason = (id: string, handleTimeFactor: number) => ({
          id,
          name: id,
          demandKind: 'failure',
          automatableShare: 0,
          handleTimeFactor,
          department: 'x',
          valuePerContact: 0,
        });
        document.reasons = [reason('refund', 1.5), reason('change', 1)];
        document.streams[0].reasons = [
          { reason: 'refund', share: 0.1 },
          { reason: 'change', share: 0.9 },
        ];
      },
    );
    const { network, modifiers } = combined(plan);
    const t = network.grid.dayStarts[8]!;
    expect(modifiers.demand[0]![t]).toBeCloseTo(1.2, 6);
    // (0.3 × 1.5 + 0.9) ÷ 1.2 over (0.1 × 1.5 + 0.9).
    expect(modifiers.handleTime[0]![t]).toBeCloseTo(1.125 / 1.05, 6);
    expect(modifiers.demand[1]).toBeNull();
  });

  test('a closed line answers nobody, and loses those who don’t try again', () => {
    const plan = planWith([{ kind: 'closure', closedShare: 1, scope: voice, curve: curve(0, 0, 1, 0) }]);
    const { network, modifiers } = combined(plan);
    const records = runFlow(network, { modifiers });
    const day = (count: number) => records.streams[7 * STREAM_COUNTS + count]!;
    expect(day(C.answered)).toBe(0);
    expect(day(C.blocked)).toBeCloseTo(day(C.offered) + day(C.redials), 6);
    expect(day(C.withinTarget)).toBe(0);
    expect(lost(network, records)).toBeLessThan(1e-9);
  });

  test('a closed route leaves people at work for other contacts', () => {
    const plan = planWith([{ kind: 'route', closedShare: 1, contacts: voice, scope: manila, curve: steady }]);
    const { network, modifiers } = combined(plan);
    const quiet = runFlow(network);
    const records = runFlow(network, { modifiers });
    const edge = network.edgeQueue.findIndex((queue, at) => queue === 0 && network.edgeTeam[at] === 1);
    const other = network.edgeQueue.findIndex((queue, at) => queue === 1 && network.edgeTeam[at] === 1);
    const handled = (from: FlowRecords, at: number) => from.edges[(at * from.weeks + 1) * 3 + 1]!;
    expect(handled(quiet, edge)).toBeGreaterThan(1);
    expect(handled(records, edge)).toBe(0);
    expect(handled(records, other)).toBeGreaterThan(0);
    expect(Array.from(records.teamHours)).toEqual(Array.from(quiet.teamHours));
  });

  test('shorter hours of a market: late customers come back when it opens, or never', () => {
    const hours = { kind: 'hours', openingHours: 'Mo-Su 10:00-18:00', scope: { of: 'market', member: 'home' } };
    const { network, modifiers } = combined(planWith([{ ...hours, returnShare: 0.75, curve: steady }]));
    const { contacts, turnedAway } = disturbedArrivals(network.arrivals, network.grid, modifiers);
    const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
    const before = sum(network.arrivals[0]!.contacts);
    expect(sum(contacts[0]!) + sum(turnedAway[0]!)).toBeCloseTo(before, 6);
    // Seven days, flat over twelve hours: a third comes outside the eight, a quarter of that never again.
    expect(sum(turnedAway[0]!)).toBeCloseTo((before / 4) * (4 / 12) * 0.25, 3);
  });

  test('a curfew of a site empties its seats, and home takes over', () => {
    const { network, modifiers } = combined(
      planWith([{ kind: 'hours', openingHours: 'Mo-Su 06:00-18:00', scope: manila, curve: steady }]),
    );
    const seats = modifiers.seats[1]!;
    const from = network.grid.dayStarts[8]!;
    // 18:00 in Manila is 11:00 in Berlin.
    expect(seats[from + 20]).toBe(1);
    expect(seats[from + 22]).toBe(0);
    expect(modifiers.people[1]).toBeNull();
  });

  test('twice the leavers: the shortfall grows with the rate, then is filled again', () => {
    const rate = 1.2;
    const plan = planWith(
      [{ kind: 'attrition', factor: 2, refillDays: 20, scope: manila, curve: curve(0, 0, 7, 0) }],
      (document) => {
        document.teams[1].attritionPerYear = rate;
      },
    );
    const { network, modifiers } = combined(plan);
    const at = (day: number) => modifiers.staffed[1]![network.grid.dayStarts[day]!]!;
    expect(at(6)).toBe(1);
    expect(1 - at(13)).toBeGreaterThan(((rate * 7) / 365.25) * 0.8);
    expect(1 - at(13)).toBeLessThan((rate * 7) / 365.25);
    expect(at(27)).toBeGreaterThan(at(13));
    expect(modifiers.people[1]![network.grid.dayStarts[13]!]).toBeCloseTo(at(13), 6);
    expect(modifiers.to).toBe(network.grid.intervals);
  });

  test('a hiring freeze holds back the heads that would have started', () => {
    const plan = planWith(
      [{ kind: 'hiring-freeze', heldShare: 1, refillDays: 30, scope: manila, curve: curve(0, 0, 7, 0) }],
      (document) => {
        document.teams[1].hires = [{ date: '2027-01-13', heads: 25 }];
      },
    );
    const { network, modifiers } = combined(plan);
    const at = modifiers.staffed[1]![network.grid.dayStarts[13]!]!;
    // 25 of 50 don't start.
    expect(at).toBeGreaterThan(0.48);
    expect(at).toBeLessThan(0.62);
  });

  test('prices of a provider, and homes that wear out', () => {
    const { network, modifiers } = combined(
      planWith([
        { kind: 'price', factor: 1.25, scope: { of: 'provider', member: 'vendor' }, curve: steady },
        {
          kind: 'work-at-home',
          conversion: 'emergency',
          productivityDriftPerMonth: -0.3,
          scope: manila,
          curve: curve(0, 0, 20, 0),
        },
      ]),
    );
    expect(modifiers.price[1]![network.grid.dayStarts[8]!]).toBeCloseTo(1.25, 6);
    expect(modifiers.homeOutput[1]![network.grid.dayStarts[17]!]).toBeCloseTo(0.8 * 0.9, 5);
  });
});

const scopes = fc.constantFrom(
  { of: 'world' },
  manila,
  { of: 'country', member: 'PH' },
  { of: 'platform', member: 'ccaas' },
);
const streams = fc.constantFrom(
  { of: 'world' },
  voice,
  { of: 'channel', member: 'email' },
  { of: 'market', member: 'home' },
);
const anyCurve = fc
  .tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([delay, ramp, hold, back]) => curve(delay, ramp, hold, back));
const part = fc.double({ min: 0, max: 1, noNaN: true });
const anyEffect = fc.oneof(
  fc.record({
    kind: fc.constant('capacity'),
    affects: fc.constantFrom('seats', 'people', 'both'),
    lossShare: part,
    scope: scopes,
    curve: anyCurve,
  }),
  fc.record({
    kind: fc.constant('work-at-home'),
    conversion: fc.constantFrom('emergency', 'engineered'),
    attritionFactor: fc.double({ min: 0, max: 3, noNaN: true }),
    scope: scopes,
    curve: anyCurve,
  }),
  fc.record({ kind: fc.constant('absence'), absentShare: part, scope: scopes, curve: anyCurve }),
  fc.record({
    kind: fc.constant('demand'),
    factor: fc.double({ min: 0, max: 3, noNaN: true }),
    scope: streams,
    curve: anyCurve,
  }),
  fc.record({
    kind: fc.constant('handle-time'),
    factor: fc.double({ min: 0.5, max: 2, noNaN: true }),
    scope: fc.oneof(streams, scopes),
    curve: anyCurve,
  }),
  fc.record({ kind: fc.constant('closure'), closedShare: part, scope: streams, curve: anyCurve }),
  fc.record({ kind: fc.constant('route'), closedShare: part, scope: scopes, curve: anyCurve }),
  fc.record({
    kind: fc.constant('hours'),
    openingHours: fc.constantFrom('Mo-Su 06:00-18:00', '24/7', 'Mo-Fr 09:00-17:00'),
    returnShare: part,
    scope: fc.constantFrom(manila, voice),
    curve: anyCurve,
  }),
  fc.record({
    kind: fc.constant('attrition'),
    factor: fc.double({ min: 0, max: 8, noNaN: true }),
    scope: scopes,
    curve: anyCurve,
  }),
  fc.record({ kind: fc.constant('hiring-freeze'), heldShare: part, scope: scopes, curve: anyCurve }),
);

const lossLists = [
  'seats',
  'people',
  'home',
  'closed',
  'shut',
  'demand',
  'handleTime',
  'teamHandleTime',
  'staffed',
  'price',
] as const;

describe('effects together (property)', () => {
  test('no contact is lost, whatever strikes at once', () => {
    fc.assert(
      fc.property(fc.array(anyEffect, { minLength: 1, maxLength: 6 }), (effects) => {
        const { network, modifiers } = combined(planWith(effects));
        expect(lost(network, runFlow(network, { modifiers }))).toBeLessThan(1e-9);
      }),
      { numRuns: 40, seed: 20270105 },
    );
  });

  test('their order makes no difference', () => {
    fc.assert(
      fc.property(fc.array(anyEffect, { minLength: 2, maxLength: 6 }), (effects) => {
        const one = combined(planWith(effects)).modifiers;
        const other = combined(planWith([...effects].reverse())).modifiers;
        for (const list of lossLists) {
          one[list].forEach((values, at) => {
            const twin = other[list][at];
            expect(values === null).toBe(twin === null);
            values?.forEach((value, t) => {
              if (Math.abs(value - twin![t]!) > 1e-5 * Math.max(1, Math.abs(value)))
                throw new Error(`${list} ${at} at ${t}: ${value} and ${twin![t]}`);
            });
          });
        }
      }),
      { numRuns: 40, seed: 20270106 },
    );
  });

  test('losses never take more than there is, and one more never gives any back', () => {
    const losses = fc.array(
      anyEffect.filter(({ kind }) => ['capacity', 'absence'].includes(kind)),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(losses, (effects) => {
        const fewer = combined(planWith(effects.slice(1).length > 0 ? effects.slice(1) : effects)).modifiers;
        const { modifiers } = combined(planWith(effects));
        for (const list of ['seats', 'people'] as const) {
          modifiers[list].forEach((values, at) => {
            values?.forEach((value, t) => {
              if (!(value >= 0 && value <= (fewer[list][at]?.[t] ?? 1) + 1e-6)) throw new Error(`${list} ${at} ${t}`);
            });
          });
        }
      }),
      { numRuns: 40, seed: 20270107 },
    );
  });
});

describe('effects refused', () => {
  const issue = (effect: object) => {
    try {
      planWith([effect]);
    } catch (fault) {
      return (fault as { issues: { path: string; allowed: string }[] }).issues.map(({ path }) => path);
    }
    return [];
  };
  test.each<[string, Partial<Effect> | object, string]>([
    ['a closure of a site', { kind: 'closure', closedShare: 1, scope: manila }, 'scope.of'],
    [
      'absence on a language',
      { kind: 'absence', absentShare: 0.1, scope: { of: 'language', member: 'en' } },
      'scope.of',
    ],
    ['a reason that isn’t there', { kind: 'demand', factor: 2, reason: 'nobody', scope: voice }, 'reason'],
    ['hours that can’t be read', { kind: 'hours', openingHours: 'always', scope: manila }, 'openingHours'],
    [
      'a route for a site’s contacts',
      { kind: 'route', closedShare: 1, scope: manila, contacts: manila },
      'contacts.of',
    ],
  ])('%s', (_, effect, path) => {
    expect(issue({ ...effect, curve: steady })).toContain(`disruptions[0].effects[0].${path}`);
  });
});
