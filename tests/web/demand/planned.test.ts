import { beforeEach, describe, expect, it } from 'vitest';
import { answerDemand } from '../../../engine/answers';
import type { DemandEvent, Plan } from '../../../engine/plan';
import { readPlan } from '../../../engine/plan';
import { csvText } from '../../../web/format';
import { demandRows, demandSheets } from '../../../web/screens/demand/planned';
import { eventSpan, removeEvent, setEventSpan } from '../../../web/screens/demand/planned/event-actions';
import { addMeasure, changeMeasure, putAt } from '../../../web/screens/demand/planned/measure-actions';
import { fieldsOf, MEASURE_KINDS } from '../../../web/screens/demand/planned/measure-fields';
import { setOverride } from '../../../web/screens/demand/planned/override-actions';
import { daysOf, weeksOf } from '../../../web/screens/demand/planned/planned-lines';
import { scopeWords, selectionMenu, selectionOf } from '../../../web/screens/demand/planned/selection';
import {
  kindRows,
  reasonSums,
  reasonsIn,
  scaleStart,
  waterfallRows,
} from '../../../web/screens/demand/planned/waterfall';
import { undo, usePlanStore } from '../../../web/state';
import { showPlan } from '../../../web/state/plan-store';
import { planningDocument } from '../../support/planning-plan';

const event: DemandEvent = {
  id: 'promo',
  name: 'Promotion',
  kind: 'campaign',
  on: true,
  scope: { reasons: ['buy'] },
  startDate: '2027-01-06',
  course: { kind: 'pulse', days: 3, halfLifeDays: 2 },
  volume: { kind: 'multiply', factor: 1.3 },
};
const plan = readPlan(planningDocument({ events: [event] }));
const answer = answerDemand(plan);
const now = (): Plan => usePlanStore.getState().plan!;
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

beforeEach(() => showPlan(plan, null));

describe('what is selected', () => {
  it('is one line that can be changed, or several that can not', () => {
    expect(selectionOf(plan, '').scope).toBeNull();
    expect(selectionOf(plan, 'by:stream').scope).toBeNull();
    expect(selectionOf(plan, 'by:total').scope).toEqual({});
    expect(selectionOf(plan, 'market:far')).toMatchObject({ label: 'Far', scope: { markets: ['far'] } });
    expect(selectionOf(plan, 'channel:email').scope).toEqual({ channels: ['email'] });
    expect(selectionOf(plan, 'voice-en').scope).toEqual({ streams: ['voice-en'] });
    // An address from a plan that had more.
    expect(selectionOf(plan, 'market:mars').scope).toBeNull();
    for (const { items } of selectionMenu(plan)) {
      for (const { value, label } of items) expect(label.length, value).toBeGreaterThan(2);
    }
    expect(scopeWords(plan, { markets: ['far'], reasons: ['buy'] })).toBe('Far · Buy');
    expect(scopeWords(plan, {})).toBe('All streams');
  });

  it('adds up to the whole', () => {
    const all = weeksOf(daysOf(answer.streams, selectionOf(plan, 'by:total'), 'contacts'));
    const markets = ['market:home', 'market:far'].map((one) =>
      weeksOf(daysOf(answer.streams, selectionOf(plan, one), 'contacts')),
    );
    all.forEach((value, week) => {
      expect(markets[0]![week]! + markets[1]![week]!).toBeCloseTo(value, 8);
    });
  });
});

describe('the waterfall', () => {
  it('goes from the models to agents without a gap', () => {
    for (const figure of ['contacts', 'hours'] as const) {
      const rows = reasonsIn(answer, selectionOf(plan, 'by:total'));
      const bars = waterfallRows(answer, rows, figure);
      expect(bars.map(({ id }) => id)).toEqual(['model', 'events', 'agents']);
      expect(bars[1]!.from).toBeCloseTo(bars[0]!.value, 8);
      expect(bars[1]!.from! + bars[1]!.value).toBeCloseTo(bars[2]!.value, 6);
      expect(bars[2]!.value).toBeCloseTo(answer.total[figure], 6);
      expect(sum(kindRows(rows, figure).map(({ value }) => value))).toBeCloseTo(answer.total[figure], 6);
    }
  });

  it('begins its scale where steps can be seen, and at zero where they can from there', () => {
    const bar = (from: number, value: number) => ({ id: `${from}`, label: '', from, value });
    expect(scaleStart([bar(0, 1000), bar(1000, -20), bar(0, 980)])).toBe(960);
    expect(scaleStart([bar(0, 1000), bar(1000, -600), bar(0, 400)])).toBe(0);
    expect(scaleStart([bar(0, 1000), bar(0, 1000)])).toBe(0);
  });

  it('knows each reason over all streams', () => {
    const sums = reasonSums(answer, answer.reasons);
    expect(sums.map(({ name }) => name).sort()).toEqual(['Broken', 'Buy', 'Invoice', 'No reasons stated']);
    expect(sum(sums.map(({ contacts }) => contacts))).toBeCloseTo(answer.total.contacts, 6);
  });
});

describe('changes of the plan', () => {
  it('an event is moved as a whole, or longer at its end', () => {
    expect(eventSpan(event, plan.calendar)).toEqual({ start: '2027-01-06', end: '2027-01-08' });
    setEventSpan(now(), 'promo', { start: '2027-01-13', end: '2027-01-15' }, 'moved');
    expect(now().events![0]).toMatchObject({ startDate: '2027-01-13', course: event.course });
    setEventSpan(now(), 'promo', { start: '2027-01-13', end: '2027-01-20' }, 'longer');
    expect(now().events![0]!.course).toEqual({ kind: 'pulse', days: 8, halfLifeDays: 2 });
    undo();
    undo();
    expect(now()).toEqual(plan);
  });

  it('one that lasts for good still does when it is moved', () => {
    const lasting = { ...event, course: { kind: 'step' as const } };
    showPlan({ ...plan, events: [lasting] }, null);
    const { start, end } = eventSpan(lasting, plan.calendar);
    expect([start, end]).toEqual(['2027-01-06', '2027-01-31']);
    setEventSpan(now(), 'promo', { start: '2027-01-13', end: '2027-02-07' }, 'moved');
    expect(now().events![0]!.course).toEqual({ kind: 'step' });
    setEventSpan(now(), 'promo', { start: '2027-01-13', end: '2027-01-19' }, 'ended');
    expect(now().events![0]!.course).toEqual({ kind: 'step', days: 7 });
  });

  it('an override of the same days is made again, in one step a gesture, and has the last word', () => {
    const wanted = (contacts: number) => ({
      scope: { streams: ['voice-en'] },
      from: '2027-01-04',
      until: '2027-01-10',
      change: { kind: 'set' as const, contacts, each: 'week' as const },
      author: 'Ada',
      reason: 'Set on the chart',
      contactsThen: 10_000,
    });
    setOverride(now(), wanted(10_100), 'keys');
    setOverride(now(), wanted(10_200), 'keys');
    expect(now().overrides).toHaveLength(1);
    expect(now().overrides![0]).toMatchObject({ change: { contacts: 10_200 }, contactsThen: 10_000 });
    readPlan(JSON.parse(JSON.stringify(now())));
    undo();
    expect(now().overrides ?? []).toEqual([]);
  });

  it('every kind of measure starts as one that the plan takes, with fields that are there', () => {
    for (const kind of Object.keys(MEASURE_KINDS) as (keyof typeof MEASURE_KINDS)[]) {
      const id = addMeasure(now(), kind);
      const measure = now().measures!.find((one) => one.id === id)!;
      expect(measure.on, kind).toBe(false);
      const checked = readPlan(JSON.parse(JSON.stringify(now())));
      expect(checked.measures).toHaveLength(now().measures!.length);
      expect(fieldsOf(measure).length).toBeGreaterThan(0);
    }
    const leak = now().measures!.find(({ kind }) => kind === 'leakage')!;
    changeMeasure(leak, 'Later', (draft) => putAt(draft, 'becomes.failureShare', 0.02));
    expect(now().measures!.find(({ kind }) => kind === 'leakage')).toMatchObject({ becomes: { failureShare: 0.02 } });
  });

  it('an event that goes takes no measure with it', () => {
    addMeasure(now(), 'proactive');
    changeMeasure(now().measures![0]!, 'Follows', (draft) => putAt(draft, 'event', 'promo'));
    removeEvent(now(), event);
    expect(now().events).toEqual([]);
    expect(now().measures![0]).not.toHaveProperty('event');
    readPlan(JSON.parse(JSON.stringify(now())));
  });
});

it('demand as a file has the columns of the command line and no formulas', () => {
  const hostile = { ...answer, streams: answer.streams.map((one) => ({ ...one, id: `=${one.id}` })) };
  const [head, first] = csvText(demandRows(hostile)).split('\r\n');
  expect(head).toBe(
    'stream,week,from,model,events,drift,duplicates,pilot,proactive,new_channel,automation,leakage,overrides,contacts,handle_time_s,model_hours,handling_hours',
  );
  expect(first).toMatch(/^'=voice-en,2027-W01,2027-01-04,/);
});

it('demand as a workbook has the command line’s tables, the overrides and what is assumed', () => {
  const sheets = new Map(demandSheets(plan, answer, null).map(({ name, rows }) => [name, rows]));
  expect([...sheets.keys()]).toEqual(['Weeks', 'Days', 'Reasons', 'Steps', 'Overrides', 'Assumptions', 'About']);
  expect(sheets.get('Weeks')).toEqual(demandRows(answer));
  expect(sheets.get('Overrides')).toHaveLength(1 + (plan.overrides?.length ?? 0));
  const times = plan.streams.map(({ name, handleTime }) => ['handle time, seconds', name, handleTime.meanSeconds]);
  expect(sheets.get('Assumptions')?.map((row) => row.slice(0, 3))).toEqual(expect.arrayContaining(times));
  expect(sheets.get('About')?.flat()).toContain(answer.provenance.planHash);
});
