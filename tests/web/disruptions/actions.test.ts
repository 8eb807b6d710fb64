import { beforeEach, describe, expect, it } from 'vitest';
import { type Plan, readPlan } from '../../../engine/plan';
import { libraryPlans } from '../../../scenarios';
import {
  addDisruption,
  duplicateDisruption,
  removeDisruption,
  rewordDisruption,
} from '../../../web/screens/disruptions/disruption-actions';
import {
  addEffect,
  EFFECT_FORMS,
  inForm,
  removeEffect,
  replaceEffect,
} from '../../../web/screens/disruptions/effect-edits';
import { firstStart, isDayOf } from '../../../web/screens/disruptions/plan-days';
import { redo, showPlan, undo, usePlanStore } from '../../../web/state/plan-store';

const base = readPlan(libraryPlans.find(({ id }) => id === 'two-lights')?.document);
const [dark] = base.disruptions;
if (!dark) throw new Error('two-lights has a disruption');
const now = (): Plan => usePlanStore.getState().plan as Plan;
const steps = () => usePlanStore.getState().undoable.map(({ name }) => name);
const one = (at = 0) => now().disruptions[at] ?? dark;

beforeEach(() => showPlan(base, null));

describe('disruptions of the plan on screen', () => {
  it('are added, copied, renamed and removed in one step each, which goes back and forth', () => {
    addDisruption({ ...dark, id: 'storm-lisbon', name: 'Storm over Lisbon' });
    const copy = duplicateDisruption(now(), one());
    rewordDisruption(one(1), 'name', 'Lisbon again');
    expect(now().disruptions.map(({ id, name }) => [id, name])).toEqual([
      ['lisbon-dark', 'Lisbon is dark for a week'],
      ['lisbon-dark-2', 'Lisbon again'],
      ['storm-lisbon', 'Storm over Lisbon'],
    ]);
    expect(copy).toBe('lisbon-dark-2');
    expect(removeDisruption(now(), one(2))).toBe('lisbon-dark-2');
    expect(steps()).toEqual([
      'add Storm over Lisbon',
      'duplicate Lisbon is dark for a week',
      'rename Lisbon is dark for a week (2) to Lisbon again',
      'remove Storm over Lisbon',
    ]);
    readPlan(structuredClone(now()));
    const after = now();
    for (let step = 0; step < 4; step++) undo();
    expect(now()).toEqual(base);
    for (let step = 0; step < 4; step++) redo();
    expect(now()).toEqual(after);
  });

  it('leave the scenarios that name them when they are removed', () => {
    expect(base.scenarios[0]?.disruptions).toEqual(['lisbon-dark']);
    expect(removeDisruption(now(), one())).toBe('');
    expect(steps()).toEqual(['remove Lisbon is dark for a week, also from 1 scenario']);
    expect(readPlan(structuredClone(now())).scenarios[0]?.disruptions).toEqual([]);
    undo();
    expect(now()).toEqual(base);
  });
});

describe('effects', () => {
  it('take every form with a plan that can be read, whatever they were before', () => {
    for (const { value: from } of EFFECT_FORMS) {
      for (const { value: to } of EFFECT_FORMS) {
        const before = inForm(dark.effects[0] as Plan['disruptions'][number]['effects'][number], from);
        replaceEffect(one(), 0, before, 'kind');
        replaceEffect(one(), 0, inForm(before, to), 'kind');
        expect(() => readPlan(structuredClone(now())), `${from} to ${to}`).not.toThrow();
      }
    }
  });

  it('keep size and source within a family, and start without strength in another', () => {
    const [seats] = dark.effects;
    if (!seats) throw new Error('an effect');
    expect(inForm(seats, 'people')).toMatchObject({ affects: 'people', lossShare: 1, source: 'An estimate' });
    expect(inForm(seats, 'demand')).toEqual({
      kind: 'demand',
      factor: 1,
      scope: { of: 'world' },
      curve: seats.curve,
      source: 'Set by hand',
      grade: 'opinion',
    });
  });

  it('are added without strength and removed, one step each', () => {
    const [seats] = dark.effects;
    if (!seats) throw new Error('an effect');
    addEffect(one(), seats);
    expect(one().effects[2]).toMatchObject({ kind: 'capacity', affects: 'people', lossShare: 0, scope: seats.scope });
    readPlan(structuredClone(now()));
    removeEffect(one(), 2);
    expect(one().effects).toEqual(dark.effects);
    expect(steps()).toHaveLength(2);
  });
});

describe('days of a plan', () => {
  it('knows its own days alone', () => {
    const { calendar } = base;
    expect(firstStart(calendar)).toBe('2027-02-15');
    const days = ['2027-01-03', '2027-01-04', '2027-02-30', '2027-07-04', '2027-07-05', '', '2027-2-1'];
    expect(days.filter((day) => isDayOf(calendar, day))).toEqual(['2027-01-04', '2027-07-04']);
  });

  it('starts on a Monday, or on the first day of a plan too short for one', () => {
    const thursday = { ...base.calendar, startDate: '2026-01-01', weeks: 53 };
    expect(firstStart(thursday)).toBe('2026-04-06');
    expect(isDayOf(thursday, firstStart(thursday))).toBe(true);
  });
});
