import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../engine/plan';
import { planned, planningDocument, total } from '../support/planning-plan';

const RUNS = 40;
const base = planned();

const days = Array.from({ length: 40 }, (_, at) => `2027-01-${String(at + 1).padStart(2, '0')}`).filter(
  (day) => day < '2027-01-32',
);
const date = fc.constantFrom(...days);
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** JSON has one zero: negative zero is written as zero. */
const percentage = fc.double({ min: -100, max: 300, noNaN: true }).map((value) => value + 0);
const scope = fc.record(
  {
    markets: fc.subarray(['home', 'far'], { minLength: 1 }),
    channels: fc.subarray(['voice', 'email', 'chat'], { minLength: 1 }),
    streams: fc.subarray(['voice-en', 'email-en', 'chat-far'], { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const reasonScope = fc
  .tuple(scope, fc.option(fc.subarray(['buy', 'invoice', 'broken'], { minLength: 1 }), { nil: undefined }))
  .map(([one, reasons]) => ({ ...one, ...(reasons ? { reasons } : {}) }));
const course = fc.oneof(
  fc.record({
    kind: fc.constant('pulse'),
    days: fc.integer({ min: 1, max: 9 }),
    halfLifeDays: fc.double({ min: 0, max: 9, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('step') }),
  fc.record({ kind: fc.constant('ramp'), rampDays: fc.integer({ min: 1, max: 9 }), halfLifeDays: fc.constant(2) }),
);
const volume = fc.oneof(
  fc.record({ kind: fc.constant('multiply'), factor: fc.double({ min: 0, max: 4, noNaN: true }) }),
  fc.record({ kind: fc.constant('add'), contactsPerDay: fc.double({ min: 0, max: 3000, noNaN: true }) }),
);
const event = fc.record({
  name: fc.constant('Event'),
  kind: fc.constant('event'),
  on: fc.boolean(),
  scope: reasonScope,
  startDate: date,
  course,
  volume,
  handleTimeFactor: fc.double({ min: 0.5, max: 2, noNaN: true }),
});
const about = { name: fc.constant('Measure'), on: fc.boolean() };
const start = { startDate: date, rampDays: fc.integer({ min: 0, max: 20 }) };
const measure = fc.oneof(
  fc.record({
    kind: fc.constant('automation'),
    ...about,
    ...start,
    scope: reasonScope,
    attemptShare: share,
    successShare: share,
    easyFirst: share,
    failedHandleTimeFactor: fc.double({ min: 1, max: 2, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('leakage'),
    ...about,
    to: fc.constantFrom('voice-en', 'chat-far'),
    attemptsPerWeek: fc.integer({ min: 0, max: 90_000 }),
    failureShare: share,
    escalationShare: share,
    lagDays: fc.double({ min: 0, max: 9, noNaN: true }),
    inDemand: fc.boolean(),
    becomes: fc.record({ ...start, failureShare: share }),
  }),
  fc.record({
    kind: fc.constant('new-channel'),
    ...about,
    ...start,
    scope: reasonScope,
    to: fc.constantFrom('email-en', 'chat-far'),
    shiftShare: share,
    contactsPerShifted: fc.double({ min: 0.1, max: 3, noNaN: true }),
    inducedShare: share,
  }),
  fc.record({
    kind: fc.constant('proactive'),
    ...about,
    ...start,
    scope: reasonScope,
    messagesPerWeek: fc.integer({ min: 0, max: 90_000 }),
    avertedPerMessage: share,
  }),
);
const override = fc.record({
  on: fc.boolean(),
  scope,
  span: fc.tuple(date, date).map(([a, b]) => (a < b ? [a, b] : [b, a])),
  change: fc.oneof(
    fc.record({ kind: fc.constant('percent'), percent: percentage }),
    fc.record({
      kind: fc.constant('set'),
      contacts: fc.double({ min: 0, max: 50_000, noNaN: true }),
      each: fc.constantFrom('week', 'day'),
    }),
  ),
});
const layers = fc
  .record({
    events: fc.array(event, { maxLength: 4 }),
    measures: fc.array(measure, { maxLength: 4 }),
    overrides: fc.array(override, { maxLength: 3 }),
  })
  .map(({ events, measures, overrides }) => ({
    events: events.map((one, at) => ({ id: `e${at}`, ...one })),
    measures: measures.map((one, at) => ({ id: `m${at}`, ...one })),
    overrides: overrides.map(({ span, ...one }, at) => ({
      id: `o${at}`,
      author: 'Ada',
      reason: 'Because',
      ...one,
      from: span[0],
      until: span[1],
    })),
  }));

describe('demand planned on top of its models', () => {
  it('adds up: model and every item of the ledger give the contacts, by stream, day and reason', () => {
    fc.assert(
      fc.property(layers, (change) => {
        const { arrivals, ledger, grid, plan, book } = planned(change);
        arrivals.forEach(({ contacts, handleFactor }, at) => {
          const own = ledger.items.flatMap(({ streams }) => streams.filter((entry) => entry.at === at));
          const size =
            1 + total(contacts) + own.reduce((sum, { contacts: more }) => sum + total(more.map(Math.abs)), 0);
          for (let day = 0; day < grid.dayStarts.length - 1; day++) {
            const of = (values: Float64Array) => total(values.subarray(grid.dayStarts[day], grid.dayStarts[day + 1]));
            const work = contacts.map((value, t) => value * (handleFactor?.[t] ?? 1));
            const modelled = of(base.arrivals[at]!.contacts);
            const told = own.reduce((sum, entry) => sum + entry.contacts[day]!, modelled);
            const toldWork = own.reduce((sum, entry) => sum + entry.work[day]!, modelled);
            expect(Math.abs(told - of(contacts)) / size).toBeLessThan(1e-9);
            expect(Math.abs(toldWork - of(work)) / size).toBeLessThan(1e-9);
          }
          const lines = ledger.items.flatMap(({ lines: some }) => some.filter((entry) => entry.at === at));
          const all = lines.reduce((sum, entry) => sum + entry.contacts, total(base.arrivals[at]!.contacts));
          expect(Math.abs(all - total(contacts)) / size).toBeLessThan(1e-9);
          expect(book.streams[at]!.lines.length).toBe(plan.streams[at]!.reasons?.length ?? 1);
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('has no negative or endless contacts, none in closed hours, and no time without an end', () => {
    fc.assert(
      fc.property(layers, (change) => {
        for (const { contacts, open, handleFactor } of planned(change).arrivals) {
          contacts.forEach((value, t) => {
            if (!(value >= 0 && value < 1e9)) throw new Error(`${value} contacts in interval ${t}`);
            if (value > 0 && open[t] === 0) throw new Error(`${value} contacts in interval ${t}, which is closed`);
            const factor = handleFactor?.[t] ?? 1;
            if (!(factor > 0 && factor < 1000)) throw new Error(`a factor of ${factor} in interval ${t}`);
          });
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is the model, to the last digit, when everything is switched off', () => {
    fc.assert(
      fc.property(layers, ({ events, measures, overrides }) => {
        const off = <Item>(list: readonly Item[]) => list.map((one) => ({ ...one, on: false }));
        expect(planned({ events: off(events), measures: off(measures), overrides: off(overrides) }).arrivals).toEqual(
          base.arrivals,
        );
      }),
      { numRuns: 15 },
    );
  });

  it('reads back as it was written, and is the same for the same plan', () => {
    fc.assert(
      fc.property(layers, (change) => {
        const plan = readPlan(planningDocument(change));
        expect(readPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
        expect(planned(change).arrivals).toEqual(planned(change).arrivals);
      }),
      { numRuns: 10 },
    );
  });
});
