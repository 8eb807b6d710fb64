import { describe, expect, it } from 'vitest';
import { hardening, pilotEffect } from '../../../../engine/demand';
import { lognormal, namedStream } from '../../../../engine/random';
import { normalQuantile } from '../../../../engine/stats';
import { planned, total } from '../../../support/planning-plan';

const base = planned();
const about = { name: 'Measure', on: true };
const now = { startDate: '2027-01-04', rampDays: 0 };
const voiceOnly = { streams: ['voice-en'] };

const contacts = (of: ReturnType<typeof planned>) => of.arrivals.map((stream) => total(stream.contacts));
const work = (of: ReturnType<typeof planned>, stream: number) =>
  total(of.arrivals[stream]!.contacts.map((value, t) => value * (of.arrivals[stream]!.handleFactor?.[t] ?? 1)));
const figures = (of: ReturnType<typeof planned>) =>
  Object.fromEntries(of.ledger.items[0]!.figures.map(({ name, value }) => [name, value]));
const before = contacts(base);

describe('automation', () => {
  const automation = (change: Record<string, unknown>) => ({
    id: 'bot',
    kind: 'automation',
    ...about,
    ...now,
    scope: voiceOnly,
    attemptShare: 0.5,
    successShare: 0.5,
    easyFirst: 0,
    ...change,
  });

  it('takes its share of each reason, and the mix gets harder by itself', () => {
    const with_ = planned({ measures: [automation({ scope: { ...voiceOnly, reasons: ['invoice'] } })] });
    // A quarter of the half that is about invoices.
    expect(contacts(with_)[0]).toBeCloseTo(before[0]! * 0.875, 6);
    // Mean factor 0.95 before; (0.45 + 0.375 × 0.5 + 0.25) ÷ 0.875 after.
    expect(work(with_, 0) / contacts(with_)[0]!).toBeCloseTo((0.45 + 0.1875 + 0.25) / 0.875 / 0.95, 10);
    expect(figures(with_)).toMatchObject({ 'finished by self-service': expect.closeTo(before[0]! * 0.125, 6) });
  });

  it('never finishes more than can be automated, and says what was too much', () => {
    const ask = automation({ attemptShare: 1, successShare: 0.5 });
    const with_ = planned({ measures: [ask, automation({ id: 'second', attemptShare: 0.4, successShare: 0.5 })] });
    // Ceilings: buy 0.2, invoice 0.6, broken 0.1. Asked: 0.5 and then 0.2 of all three.
    const allowed = 0.3 * 0.2 + 0.5 * 0.6 + 0.2 * 0.1;
    expect(contacts(with_)[0]).toBeCloseTo(before[0]! * (1 - allowed), 6);
    const [first, second] = with_.ledger.items;
    expect(first!.warnings[0]).toContain('Buy, Broken');
    expect(second!.warnings[0]).toContain('Buy, Invoice, Broken');
    const infeasible = (item: typeof first) => item!.figures.find(({ name }) => name.startsWith('beyond'))!.value;
    expect(infeasible(first)).toBeCloseTo(before[0]! * (0.3 * 0.3 + 0.2 * 0.4), 6);
    expect(infeasible(second)).toBeCloseTo(before[0]! * (0.3 * 0.2 + 0.5 * 0.1 + 0.2 * 0.2), 6);
  });

  it('leaves the longer contacts: the lognormal tail, as drawn', () => {
    const stream = namedStream({ seed: 5, replication: 0, entity: 'tail', purpose: 'handle-time' });
    const times = Array.from({ length: 200_000 }, () => lognormal(stream, 1, 0.9)).sort((a, b) => a - b);
    for (const share of [0.1, 0.4, 0.8]) {
      const rest = times.slice(Math.round(share * times.length));
      expect(hardening(share, 0.9, 1)).toBeCloseTo(total(rest) / rest.length, 1);
    }
    expect(hardening(0.3, 1, 0)).toBe(1);
    expect(hardening(0.3, 0, 1)).toBe(1);
    expect(hardening(0, 1, 1)).toBe(1);
    expect(hardening(0.3, 1, 0.5) - 1).toBeCloseTo((hardening(0.3, 1, 1) - 1) / 2, 12);
    const easy = planned({ measures: [automation({ easyFirst: 1, scope: { ...voiceOnly, reasons: ['invoice'] } })] });
    const hard = hardening(0.25, 1, 1);
    expect(work(easy, 0) / before[0]!).toBeCloseTo((0.45 + 0.375 * 0.5 * hard + 0.25) / 0.95, 10);
  });

  it('costs time where it failed', () => {
    const failing = automation({ failedHandleTimeFactor: 1.3, scope: { ...voiceOnly, reasons: ['invoice'] } });
    const with_ = planned({ measures: [failing] });
    // Of 100 invoices 50 try and 25 are finished; of the 75 left 25 take 1.3 times as long.
    expect(work(with_, 0) / before[0]!).toBeCloseTo((0.45 + 0.375 * 0.5 * (1 + 0.3 / 3) + 0.25) / 0.95, 10);
    expect(figures(with_)['tried it and came to an agent']).toBeCloseTo(before[0]! * 0.125, 6);
  });
});

describe('contacts that begin elsewhere', () => {
  const leak = (change: Record<string, unknown>) => ({
    id: 'app',
    kind: 'leakage',
    ...about,
    to: 'chat-far',
    attemptsPerWeek: 7000,
    failureShare: 0.1,
    escalationShare: 0.5,
    lagDays: 2,
    inDemand: false,
    ...change,
  });

  it('are added with their delay, and wait for opening hours', () => {
    const with_ = planned({ measures: [leak({})] });
    const added = contacts(with_)[2]! - before[2]!;
    // 50 a day over 28 days; what is still under way at the end came from before the start.
    const late = with_.ledger.items[0]!.figures.find(({ name }) => name.startsWith('after'))?.value ?? 0;
    expect(added + late).toBeCloseTo(1400, 6);
    expect(late).toBeGreaterThan(0);
  });

  it('are only named where the demand holds them, until they are mended', () => {
    const known = planned({ measures: [leak({ inDemand: true })] });
    expect(known.arrivals).toEqual(base.arrivals);
    expect(figures(known)['contacts that begin there']).toBeCloseTo(1400, 6);
    const mended = planned({
      measures: [
        leak({ inDemand: true, lagDays: 0, becomes: { failureShare: 0.04, startDate: '2027-01-18', rampDays: 0 } }),
      ],
    });
    // 30 a day fewer for two weeks; those of the last week-end would have come after the end.
    expect(before[2]! - contacts(mended)[2]!).toBeCloseTo(30 * 12, 6);
  });

  it('are counted once an issue', () => {
    const twice = { id: 'chasers', kind: 'duplicates', ...about, scope: voiceOnly, contactsPerIssue: 1.25 };
    const known = planned({ measures: [twice] });
    expect(known.arrivals).toEqual(base.arrivals);
    expect(figures(known).issues).toBeCloseTo(before[0]! / 1.25, 6);
    const later = planned({ measures: [{ ...twice, becomes: { contactsPerIssue: 1, ...now } }] });
    expect(contacts(later)[0]).toBeCloseTo(before[0]! / 1.25, 6);
    expect(figures(later)['of which beyond the first']).toBeCloseTo(0, 6);
  });
});

describe('new channels, messages, pilots and segments', () => {
  it('a new channel takes contacts and makes some', () => {
    const channel = {
      id: 'mail',
      kind: 'new-channel',
      ...about,
      ...now,
      scope: voiceOnly,
      to: 'email-en',
      shiftShare: 0.1,
      contactsPerShifted: 1.5,
      inducedShare: 0.08,
    };
    const with_ = planned({ measures: [channel] });
    expect(contacts(with_)[0]).toBeCloseTo(before[0]! * 0.9, 6);
    expect(contacts(with_)[1]).toBeCloseTo(before[1]! + before[0]! * 0.23, 6);
    expect(figures(with_).net).toBeCloseTo(before[0]! * 0.13, 6);
  });

  it('messages avert contacts and bring replies; never more than there are', () => {
    const ahead = {
      id: 'tell',
      kind: 'proactive',
      ...about,
      ...now,
      scope: { ...voiceOnly, reasons: ['invoice'] },
      messagesPerWeek: 1000,
      avertedPerMessage: 0.3,
      replies: { to: 'chat-far', perMessage: 0.05 },
      sentBy: { stream: 'email-en', secondsPerMessage: 40 },
    };
    const with_ = planned({ measures: [ahead] });
    expect(before[0]! - contacts(with_)[0]!).toBeCloseTo(1200, 6);
    expect(contacts(with_)[1]! - before[1]!).toBeCloseTo(4000, 6);
    expect(work(with_, 1) - before[1]!).toBeCloseTo(400, 6);
    const late = figures(with_)['after the plan’s end'] ?? 0;
    expect(contacts(with_)[2]! - before[2]! + late).toBeCloseTo(200, 6);
    const flood = planned({ measures: [{ ...ahead, messagesPerWeek: 100_000 }] });
    expect(contacts(flood)[0]).toBeCloseTo(before[0]! * 0.5, 6);
    expect(flood.ledger.items[0]!.warnings).toHaveLength(1);
  });

  it('follow an event, and stop with it', () => {
    const event = {
      id: 'storm',
      name: 'Storm',
      kind: 'event',
      on: true,
      scope: voiceOnly,
      startDate: '2027-01-11',
      course: { kind: 'step', days: 7 },
      volume: { kind: 'multiply', factor: 2 },
    };
    const ahead = {
      id: 'tell',
      kind: 'proactive',
      ...about,
      ...now,
      scope: voiceOnly,
      messagesPerWeek: 700,
      event: 'storm',
      avertedPerMessage: 1,
    };
    expect(contacts(planned({ events: [event], measures: [ahead] }))[0]).toBeCloseTo(before[0]! * 1.25 - 700, 6);
    expect(planned({ events: [{ ...event, on: false }], measures: [ahead] }).arrivals).toEqual(base.arrivals);
  });

  it('a pilot is rolled out by what was measured, with its interval', () => {
    const measured = { pilotCustomers: 2000, pilotContacts: 360, controlCustomers: 1000, controlContacts: 200 };
    const effect = pilotEffect(measured);
    expect(effect.ratio).toBeCloseTo(0.9, 12);
    // Logarithm ± 1.96 × √(1 ÷ 360 + 1 ÷ 200).
    expect(effect.low).toBeCloseTo(0.7569, 3);
    expect(effect.high).toBeCloseTo(1.0702, 3);
    const pilot = {
      id: 'page',
      kind: 'pilot',
      ...about,
      scope: voiceOnly,
      measured,
      handleTimeFactor: 1.1,
      rollout: [
        { date: '2027-01-11', share: 0.5 },
        { date: '2027-01-18', share: 1 },
      ],
    };
    const with_ = planned({ measures: [pilot] });
    expect(contacts(with_)[0]).toBeCloseTo((before[0]! * (1 + 0.95 + 0.9 + 0.9)) / 4, 6);
    expect(work(with_, 0)).toBeCloseTo((before[0]! * (1 + 0.5 + 0.45 * 1.1 + 2 * 0.9 * 1.1)) / 4, 6);
    expect(with_.ledger.items[0]!.warnings[0]).toContain('too small');
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 9);
  });

  it('segments move contacts between channels and keep their number', () => {
    const segment = (name: string, shareNow: number, shareLater: number, voice: number) => ({
      name,
      shareNow,
      shareLater,
      preferences: [
        { channel: 'voice', share: voice },
        { channel: 'email', share: 1 - voice },
      ],
    });
    const drift = {
      id: 'young',
      kind: 'drift',
      ...about,
      market: 'home',
      startDate: '2027-01-04',
      endDate: '2027-01-05',
      segments: [segment('Old', 0.5, 0.3, 0.9), segment('Young', 0.5, 0.7, 0.3)],
    };
    const with_ = planned({ measures: [drift] });
    expect(contacts(with_)[0]! + contacts(with_)[1]!).toBeCloseTo(before[0]! + before[1]!, 6);
    // Voice goes from 60 to 48 of 100 preferences, email from 40 to 52; weighed by 10,000 and 2,000 contacts a week.
    const voice = (10_000 * 0.48) / 0.6;
    const email = (2000 * 0.52) / 0.4;
    const last = with_.arrivals[0]!.contacts.subarray(with_.grid.weekStarts[3]);
    expect(total(last)).toBeCloseTo((12_000 * voice) / (voice + email), 6);
    expect(contacts(with_)[2]).toBe(before[2]);
  });
});
