import { describe, expect, it } from 'vitest';
import { planned, total } from '../../../support/planning-plan';

const base = planned();
const override = (change: Record<string, unknown>) => ({
  id: 'mine',
  on: true,
  scope: {},
  from: '2027-01-11',
  until: '2027-01-17',
  change: { kind: 'percent', percent: 10 },
  author: 'Ada',
  reason: 'Trade fair',
  ...change,
});

const inWeek = (of: ReturnType<typeof planned>, week: number, streams = [0, 1, 2]) =>
  streams.reduce(
    (sum, at) =>
      sum + total(of.arrivals[at]!.contacts.subarray(of.grid.weekStarts[week], of.grid.weekStarts[week + 1])),
    0,
  );

describe('overrides', () => {
  it('raise a week of everything by a tenth, and nothing else', () => {
    const with_ = planned({ overrides: [override({})] });
    expect(inWeek(with_, 1)).toBeCloseTo(inWeek(base, 1) * 1.1, 6);
    for (const week of [0, 2, 3]) expect(inWeek(with_, week)).toBe(inWeek(base, week));
    expect(with_.arrivals[0]!.handleFactor).toBeNull();
  });

  it('set a total, distributed as the parts are, so that bottom and top agree', () => {
    const with_ = planned({ overrides: [override({ change: { kind: 'set', contacts: 20_000, each: 'week' } })] });
    expect(inWeek(with_, 1)).toBeCloseTo(20_000, 6);
    const share = (of: ReturnType<typeof planned>) => inWeek(of, 1, [2]) / inWeek(of, 1);
    expect(share(with_)).toBeCloseTo(share(base), 12);
    const days = planned({
      overrides: [
        override({ from: '2027-01-12', until: '2027-01-13', change: { kind: 'set', contacts: 500, each: 'day' } }),
      ],
    });
    const day = (at: number) =>
      total(
        days.arrivals.flatMap(({ contacts }) =>
          Array.from(contacts.subarray(days.grid.dayStarts[at], days.grid.dayStarts[at + 1])),
        ),
      );
    expect([day(8), day(9)]).toEqual([expect.closeTo(500, 8), expect.closeTo(500, 8)]);
    // Part of a week: as many sevenths as days.
    const part = planned({
      overrides: [override({ until: '2027-01-20', change: { kind: 'set', contacts: 7000, each: 'week' } })],
    });
    expect(inWeek(part, 1)).toBeCloseTo(7000, 6);
    const first = part.grid.dayStarts[14]!;
    expect(
      total(part.arrivals.flatMap(({ contacts }) => Array.from(contacts.subarray(first, part.grid.dayStarts[17])))),
    ).toBeCloseTo(3000, 6);
  });

  it('have their order: the later one has the last word', () => {
    const total_ = override({ id: 'total', change: { kind: 'set', contacts: 9000, each: 'week' } });
    const voice = override({
      id: 'voice',
      scope: { streams: ['voice-en'] },
      change: { kind: 'set', contacts: 1000, each: 'week' },
    });
    const lastVoice = planned({ overrides: [total_, voice] });
    expect(inWeek(lastVoice, 1, [0])).toBeCloseTo(1000, 6);
    const lastTotal = planned({ overrides: [voice, total_] });
    expect(inWeek(lastTotal, 1)).toBeCloseTo(9000, 6);
    expect(lastTotal.ledger.items.map(({ id }) => id)).toEqual(['voice', 'total']);
  });

  it('stay when the model is made anew: percentages follow it, values hold', () => {
    const overrides = [
      override({}),
      override({
        id: 'set',
        scope: { streams: ['email-en'] },
        from: '2027-01-18',
        until: '2027-01-24',
        change: { kind: 'set', contacts: 3000, each: 'week' },
      }),
    ];
    const streams = JSON.parse(JSON.stringify(base.plan.streams)) as { demand: Record<string, unknown> }[];
    for (const stream of streams) if (stream.demand.kind === 'seasonal') stream.demand.contactsPerWeek = 15_000;
    const anew = planned({ streams });
    const with_ = planned({ streams, overrides });
    expect(inWeek(with_, 1)).toBeCloseTo(inWeek(anew, 1) * 1.1, 6);
    expect(inWeek(with_, 2, [1])).toBeCloseTo(3000, 6);
  });

  it('place contacts by the shape of the day where there are none, and say what found no place', () => {
    const closed = override({
      scope: { streams: ['chat-far'] },
      from: '2027-01-16',
      until: '2027-01-17',
      change: { kind: 'set', contacts: 50, each: 'day' },
    });
    const with_ = planned({ overrides: [closed] });
    expect(with_.ledger.items[0]!.warnings).toHaveLength(1);
    expect(with_.arrivals).toEqual(base.arrivals);
    const nought = override({ change: { kind: 'percent', percent: -100 } });
    const anew = override({
      id: 'anew',
      scope: { streams: ['chat-far'] },
      change: { kind: 'set', contacts: 70, each: 'week' },
    });
    const both = planned({ overrides: [nought, anew] });
    expect(inWeek(both, 1)).toBeCloseTo(70, 8);
    both.arrivals[2]!.contacts.forEach((contacts, t) => {
      if (contacts > 0) expect(both.arrivals[2]!.open[t]).toBeGreaterThan(0);
    });
  });

  it('outside of the plan or off change nothing', () => {
    const away = planned({
      overrides: [override({ from: '2028-01-01', until: '2028-01-02' }), override({ id: 'off', on: false })],
    });
    expect(away.arrivals).toEqual(base.arrivals);
    expect(away.ledger.items[0]!.warnings).toEqual(['Its days lie outside the plan.']);
  });

  it('stretch handle times over their days, leave contacts as they are, and say so in seconds', () => {
    const longer = (percent: number) =>
      override({ change: { kind: 'handle-time', percent }, scope: { streams: [stream] } });
    const stream = base.plan.streams[0]!.id;
    const with_ = planned({ overrides: [longer(20)] });
    const [from, to] = [with_.grid.weekStarts[1]!, with_.grid.weekStarts[2]!];
    expect(with_.arrivals[0]!.contacts).toEqual(base.arrivals[0]!.contacts);
    with_.arrivals[0]!.handleFactor!.forEach((factor, t) => {
      expect(factor).toBeCloseTo(t >= from && t < to ? 1.2 : 1, 12);
    });
    expect(with_.arrivals[1]!.handleFactor).toBeNull();
    const item = with_.ledger.items.find(({ id }) => id === 'mine')!;
    const seconds = base.plan.streams[0]!.handleTime.meanSeconds;
    expect(item.figures.map(({ value, unit }) => [value, unit])).toEqual([
      [expect.closeTo(seconds, 8), 'seconds'],
      [expect.closeTo(1.2 * seconds, 8), 'seconds'],
    ]);
    const contacts = inWeek(base, 1, [0]);
    expect(total(item.streams[0]!.work)).toBeCloseTo(0.2 * contacts, 6);
    expect(item.lines.reduce((sum, line) => sum + line.work, 0)).toBeCloseTo(0.2 * contacts, 6);
    const twice = planned({ overrides: [longer(20), { ...longer(-50), id: 'other' }] });
    expect(twice.arrivals[0]!.handleFactor![from]).toBeCloseTo(0.6, 12);
  });
});
