import { describe, expect, it } from 'vitest';
import { forecastHistory, layersOf, overlayHistory, withLayers } from '../../../engine/answers';
import { type HistoryDecision, readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import { tinyPlan } from '../../support/tiny-plan';

/** A year of days from Monday 5 January 2026: a spike on 4 March, three closed days from 1 June, a gap from 3 August, half as much again from 5 October. */
const values = Array.from({ length: 364 }, (_, day) => {
  if (day === 58) return 2400;
  if (day >= 147 && day < 150) return 0;
  if (day >= 210 && day < 214) return null;
  return (200 + 20 * (day % 7) + ((day * 37) % 11)) * (day >= 273 ? 1.9 : 1);
});
const plain = {
  id: 'calls',
  name: 'Calls',
  start: '2026-01-05T00:00',
  intervalMinutes: 1440,
  zone: null,
  source: 'test',
  values,
};
const decided = (decisions: HistoryDecision[]) => {
  const history = { ...plain, decisions };
  readPlan({ ...tinyPlan(), histories: [history] });
  return forecastHistory({ history, grain: 'day', horizonDays: 14 });
};
const by = (kind: HistoryDecision['kind'], from: string, until: string, decision: HistoryDecision['decision']) => ({
  id: 'one',
  kind,
  from,
  until,
  decision,
  author: 'Ada',
});
const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
const undecided = decided([]);
const found = (kind: string) => undecided.report.cleaned.find((note) => note.kind === kind);

describe('what a planner decides about a finding', () => {
  it('has findings with their days', () => {
    expect(found('outlier')).toMatchObject({ from: '2026-03-04', until: '2026-03-04', kept: false, decision: null });
    expect(found('closure')).toMatchObject({ from: '2026-06-01', until: '2026-06-03' });
    expect(found('missing')).toMatchObject({ from: '2026-08-03', until: '2026-08-06' });
    expect(found('level-shift')?.from).toMatch(/^2026-(09|10)/);
  });

  it('restores one by its kind and days, whatever it is called then, and names the decision', () => {
    // Decided on days that only touch it, as after an upload that made the closure longer.
    const answer = decided([by('closure', '2026-06-03', '2026-06-03', 'learn')]);
    expect(answer.report.cleaned.find(({ kind }) => kind === 'closure')).toMatchObject({ kept: true, decision: 'one' });
    expect(answer.report.cleaned.find(({ kind }) => kind === 'outlier')).toMatchObject({ kept: false, decision: null });
    const other = decided([by('outlier', '2026-06-03', '2026-06-03', 'learn')]);
    expect(other.steps.mean).toEqual(undecided.steps.mean);
  });

  it('counts a gap as no contacts, which then is learned', () => {
    const answer = decided([by('missing', '2026-08-03', '2026-08-06', 'learn')]);
    const notes = answer.report.cleaned.filter(({ from }) => from === '2026-08-03');
    expect(notes.map(({ kind, kept, decision }) => [kind, kept, decision])).toEqual([
      ['closure', true, 'one'],
      ['break', true, 'one'],
    ]);
    expect(answer.components.rows[211]?.total).toBe(0);
    expect(undecided.components.rows[211]?.total).toBeGreaterThan(0);
  });

  it('leaves days out that nothing was found in, and all before a level shift', () => {
    const without = decided([by('days', '2026-12-21', '2026-12-27', 'leave-out')]);
    expect(without.report.cleaned.at(-1) ?? null).not.toBeNull();
    expect(without.report.cleaned.find(({ decision }) => decision === 'one')).toMatchObject({ kind: 'missing' });
    const later = decided([by('level-shift', '2026-10-05', '2026-10-05', 'leave-out')]);
    expect(later.components.rows[0]?.timestamp).toBe('2026-10-05');
    // The same days lie ahead.
    expect(later.steps.timestamps).toEqual(undecided.steps.timestamps);
    expect(sum(later.steps.mean) / sum(undecided.steps.mean)).toBeCloseTo(1, 1);
    const all = decided([by('days', '2020-01-01', '2030-01-01', 'leave-out')]);
    expect(all.steps.mean).toEqual(undecided.steps.mean);
  });

  it('stays with the history when a later upload is laid over it, and when that is lifted off', () => {
    const decisions = [by('outlier', '2026-03-04', '2026-03-04', 'learn')];
    const later = { ...plain, start: '2027-01-04T00:00', values: [210, 230, 250], source: 'later' };
    const { history } = overlayHistory({ ...plain, decisions }, later);
    expect(history.decisions).toEqual(decisions);
    const lifted = withLayers(
      history,
      layersOf(history).map((layer, at) => ({ ...layer, isOn: at === 0 })),
    );
    expect(lifted.history.decisions).toEqual(decisions);
    const answer = forecastHistory({ history, grain: 'day', horizonDays: 7 });
    expect(answer.report.cleaned.find(({ kind }) => kind === 'outlier')).toMatchObject({ kept: true, decision: 'one' });
  });

  it('is refused with its place where its days are none', () => {
    const wrong = [
      by('days', '2026-02-30', '2026-02-01', 'leave-out'),
      by('days', '2026-03-01', '2026-03-01', 'learn'),
    ];
    expect(() => readPlan({ ...tinyPlan(), histories: [{ ...plain, decisions: wrong }] })).toThrow(InputFault);
    try {
      readPlan({ ...tinyPlan(), histories: [{ ...plain, decisions: wrong }] });
    } catch (error) {
      expect((error as InputFault).issues.map(({ path }) => path)).toEqual([
        'histories[0].decisions[0].from',
        'histories[0].decisions[0].until',
        'histories[0].decisions[1].id',
      ]);
    }
  });
});
