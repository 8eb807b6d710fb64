import { describe, expect, it } from 'vitest';
import { eventLevel } from '../../../../engine/demand';
import { planned, total } from '../../../support/planning-plan';

const base = planned();
const pulse = { kind: 'pulse', days: 2, halfLifeDays: 1 };
const event = (change: Record<string, unknown>) => ({
  id: 'promo',
  name: 'Promotion',
  kind: 'campaign',
  on: true,
  scope: {},
  startDate: '2027-01-12',
  course: pulse,
  volume: { kind: 'multiply', factor: 1.5 },
  ...change,
});

/** Contacts of a planner's day. */
const onDay = (of: ReturnType<typeof planned>, stream: number, day: number) =>
  total(of.arrivals[stream]!.contacts.subarray(of.grid.dayStarts[day]!, of.grid.dayStarts[day + 1]!));

describe('events', () => {
  it('run as a pulse, a step or a ramp', () => {
    const level = (course: Parameters<typeof eventLevel>[0], days: number[]) =>
      days.map((day) => eventLevel(course, day));
    expect(level({ kind: 'pulse', days: 2, halfLifeDays: 1 }, [-1, 0, 1, 2, 3, 12])).toEqual([0, 1, 1, 0.5, 0.25, 0]);
    expect(level({ kind: 'pulse', days: 2, halfLifeDays: 0 }, [1, 2])).toEqual([1, 0]);
    expect(level({ kind: 'step' }, [-1, 0, 9999])).toEqual([0, 1, 1]);
    expect(level({ kind: 'step', days: 3 }, [2, 3])).toEqual([1, 0]);
    expect(level({ kind: 'ramp', rampDays: 4, days: 1, halfLifeDays: 1 }, [0, 1, 2, 3, 4, 5, 6])).toEqual([
      0.25, 0.5, 0.75, 1, 1, 0.5, 0.25,
    ]);
  });

  it('multiply the contacts of their days, and of no other', () => {
    const with_ = planned({ events: [event({})] });
    const ratios = Array.from({ length: 14 }, (_, day) => onDay(with_, 0, day) / onDay(base, 0, day));
    expect(ratios.slice(0, 8).every((ratio) => ratio === 1)).toBe(true);
    for (const [at, ratio] of [1.5, 1.5, 1.25, 1.125].entries()) expect(ratios[8 + at]).toBeCloseTo(ratio, 12);
    // The Manila market's holiday stays closed.
    expect(total(with_.arrivals[2]!.contacts)).toBeGreaterThan(total(base.arrivals[2]!.contacts));
  });

  it('add contacts over what they reach, as it has them', () => {
    const volume = { kind: 'add', contactsPerDay: 600 };
    const course = { kind: 'pulse', days: 1, halfLifeDays: 0 };
    const with_ = planned({ events: [event({ volume, course, scope: { markets: ['home'] } })] });
    const more = [0, 1, 2].map((stream) => onDay(with_, stream, 8) - onDay(base, stream, 8));
    expect(more[0]).toBeCloseTo(500, 8);
    expect(more[1]).toBeCloseTo(100, 8);
    expect(more[2]).toBe(0);
    expect(with_.ledger.items[0]!.streams.map((entry) => total(entry.contacts))).toEqual([
      expect.closeTo(500, 8),
      expect.closeTo(100, 8),
    ]);
  });

  it('launch a stream that has no contacts yet, in its own opening hours', () => {
    const quiet = (streams: Record<string, unknown>[]) =>
      streams.map((one) =>
        one.id === 'chat-far' ? { ...one, demand: { ...(one.demand as object), formula: '0' } } : one,
      );
    const streams = quiet(planningStreams());
    const volume = { kind: 'add', contactsPerDay: 90 };
    const launch = event({
      kind: 'launch',
      volume,
      course: { kind: 'step' },
      startDate: '2027-01-18',
      scope: { streams: ['chat-far'] },
    });
    const with_ = planned({ streams, events: [launch] });
    // Ten working days of Manila in the last two weeks; nothing at its week-ends.
    expect(total(with_.arrivals[2]!.contacts)).toBeCloseTo(900, 6);
    const open = with_.arrivals[2]!.open;
    with_.arrivals[2]!.contacts.forEach((contacts, t) => {
      if (contacts > 0) expect(open[t]).toBeGreaterThan(0);
    });
  });

  it('stretch handle times, and follow the mix that they leave', () => {
    const course = { kind: 'pulse', days: 1, halfLifeDays: 0 };
    const stretched = planned({ events: [event({ volume: undefined, handleTimeFactor: 1.2, course })] });
    const t = stretched.grid.dayStarts[8]! + 24;
    expect(stretched.arrivals[0]!.handleFactor![t]).toBeCloseTo(1.2, 12);
    expect(stretched.arrivals[0]!.handleFactor![t - 96]).toBe(1);
    expect(stretched.arrivals[0]!.contacts).toEqual(base.arrivals[0]!.contacts);
    // Mean factor of the mix: 0.3 × 1.5 + 0.5 × 0.5 + 0.2 × 1.25 = 0.95. Invoices doubled: (0.45 + 0.5 + 0.25) ÷ 1.5.
    const mixed = planned({
      events: [event({ volume: { kind: 'multiply', factor: 2 }, scope: { reasons: ['invoice'] } })],
    });
    expect(mixed.arrivals[0]!.handleFactor![t]).toBeCloseTo(1.2 / 1.5 / 0.95, 12);
    expect(onDay(mixed, 0, 8) / onDay(base, 0, 8)).toBeCloseTo(1.5, 12);
  });

  it('switched off give the base exactly, and are counted one after the other', () => {
    const off = planned({ events: [event({ on: false }), event({ id: 'two', on: false, handleTimeFactor: 3 })] });
    expect(off.arrivals).toEqual(base.arrivals);
    const two = planned({ events: [event({}), event({ id: 'again', volume: { kind: 'multiply', factor: 2 } })] });
    const [first, second] = two.ledger.items.map((item) => total(item.streams[0]!.contacts));
    expect(second! / first!).toBeGreaterThan(2);
    expect(first! + second!).toBeCloseTo(total(two.arrivals[0]!.contacts) - total(base.arrivals[0]!.contacts), 6);
  });

  it('warn where they reach nothing', () => {
    const none = planned({
      events: [
        event({ scope: { markets: ['far'], channels: ['voice'] } }),
        event({ id: 'late', startDate: '2029-01-01' }),
      ],
    });
    expect(none.ledger.items.map(({ warnings }) => warnings[0])).toEqual([
      'No stream of the plan has what its scope names.',
      'It changes nothing within the plan’s weeks.',
    ]);
  });
});

function planningStreams(): Record<string, unknown>[] {
  return JSON.parse(JSON.stringify(base.plan.streams)) as Record<string, unknown>[];
}
