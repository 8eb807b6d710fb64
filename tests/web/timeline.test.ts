import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Disruption, Plan } from '../../engine/plan';
import { libraryPlans } from '../../scenarios';
import { addDays, dateOfDay, dayNumber, daysBetween } from '../../web/format';
import { setSpan, spanOf } from '../../web/screens/disruptions/disruption-span';
import { dragSpan, monthTicks, positionOf } from '../../web/timeline';

const FROM = '2027-01-04';
const TO = '2028-07-02';

describe('the timeline', () => {
  it('places dates between its ends', () => {
    expect(positionOf(FROM, FROM, TO)).toBe(0);
    expect(positionOf(addDays(TO, 1), FROM, TO)).toBe(100);
  });

  it('names firsts of months, as many as there is room for', () => {
    expect(monthTicks(FROM, '2027-04-30', 12)).toEqual(['2027-02-01', '2027-03-01', '2027-04-01']);
    expect(monthTicks(FROM, TO, 12).length).toBeLessThanOrEqual(12);
    expect(monthTicks(FROM, TO, 12)[0]).toBe('2027-03-01');
  });

  it('keeps a dragged span in order, its start inside, and its length when it is moved', () => {
    const day = fc.integer({ min: dayNumber(FROM), max: dayNumber(TO) });
    const facts = fc.record({
      start: day,
      length: fc.integer({ min: 0, max: 300 }),
      days: fc.integer({ min: -900, max: 900 }),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom('move', 'start', 'end'), ({ start, length, days }, hold) => {
        const span = { start: dateOfDay(start), end: dateOfDay(start + length) };
        const next = dragSpan(span, hold as 'move' | 'start' | 'end', days, FROM, TO);
        expect(next.start >= FROM && next.start <= TO && next.end >= next.start).toBe(true);
        if (hold === 'move') expect(daysBetween(next.start, next.end)).toBe(length);
        if (hold === 'start') expect(next.end).toBe(span.end);
        if (hold === 'end') expect(next.start).toBe(span.start);
      }),
    );
  });
});

describe('a disruption’s span', () => {
  const plan = structuredClone(libraryPlans[0]?.document) as Plan;
  const lockdown = plan.disruptions.find(({ id }) => id === 'lockdown') as Disruption;

  it('reaches from the start to the last day of its longest effect', () => {
    const longest = Math.max(
      ...lockdown.effects.map(({ curve }) => curve.delayDays + curve.rampDays + curve.holdDays + curve.recoveryDays),
    );
    expect(daysBetween(lockdown.startDate, spanOf(lockdown).end) + 1).toBe(Math.ceil(longest));
  });

  it('gets every length that it is given, longer or shorter, and leaves the other disruptions alone', () => {
    for (const days of [400, 30, 3, 1]) {
      const draft = structuredClone(plan);
      setSpan(draft, 'lockdown', { start: '2027-05-03', end: addDays('2027-05-03', days - 1) });
      const changed = draft.disruptions.find(({ id }) => id === 'lockdown') as Disruption;
      const span = spanOf(changed);
      expect(span.start).toBe('2027-05-03');
      // Delay and ramp are not cut: what is shorter than them stays as long as they are.
      const least = Math.max(...changed.effects.map(({ curve }) => curve.delayDays + curve.rampDays));
      expect(daysBetween(span.start, span.end) + 1).toBe(Math.max(days, Math.ceil(least)));
      for (const { curve } of changed.effects)
        expect(Math.min(curve.holdDays, curve.recoveryDays)).toBeGreaterThanOrEqual(0);
      expect(draft.disruptions.filter(({ id }) => id !== 'lockdown')).toEqual(
        plan.disruptions.filter(({ id }) => id !== 'lockdown'),
      );
    }
  });

  it('only moves when the length stays', () => {
    const draft = structuredClone(plan);
    const span = spanOf(lockdown);
    setSpan(draft, 'lockdown', { start: addDays(span.start, 5), end: addDays(span.end, 5) });
    const changed = draft.disruptions.find(({ id }) => id === 'lockdown');
    expect(changed).toEqual({ ...lockdown, startDate: addDays(lockdown.startDate, 5) });
  });
});
