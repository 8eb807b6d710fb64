import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptHistory, layersOf, measuredHandleTime, overlayHistory, withLayers } from '../../../engine/answers';
import { type History, mergeLayers, readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import { tinyDocument } from '../../support/tiny-plan';

const NaNs = Number.NaN;
const upload = (name: string, start: string, values: number[], handleTimes?: number[]): History =>
  keptHistory(
    {
      start,
      intervalMinutes: 30,
      values: Float64Array.from(values),
      ...(handleTimes ? { handleTimeSeconds: Float64Array.from(handleTimes), handled: Float64Array.from(values) } : {}),
    },
    { id: name, name, source: `${name}.csv`, zone: null },
  );
const january = upload('january', '2026-01-05T08:00', [10, 11, 12, NaNs, 14]);
const late = upload('late', '2026-01-05T09:00', [12, 13, 15, 16]);

describe('an upload over a history', () => {
  const { history, differences } = overlayHistory(january, late);

  it('counts where it has a value, and is told apart in what it adds, changes and repeats', () => {
    expect(history.values).toEqual([10, 11, 12, 13, 15, 16]);
    expect(history.layers?.map(({ name }) => name)).toEqual(['january.csv', 'late.csv']);
    expect(differences[1]).toEqual({
      added: 2,
      same: 1,
      changed: 1,
      before: 14,
      after: 15,
      firstChanged: '2026-01-05T10:00',
      lastChanged: '2026-01-05T10:00',
    });
  });

  it('is lifted off without a trace, and put back', () => {
    const layers = layersOf(history);
    const lifted = withLayers(history, [layers[0]!, { ...layers[1]!, isOn: false }]).history;
    expect(lifted.values).toEqual(january.values);
    expect(lifted.layers).toHaveLength(2);
    expect(withLayers(lifted, layers).history).toEqual(history);
    const removed = withLayers(history, [layers[0]!]).history;
    expect(removed).toEqual(january);
  });

  it('the order counts', () => {
    const [first, second] = layersOf(history);
    expect(withLayers(history, [second!, first!]).history.values).toEqual([10, 11, 12, 13, 14, 16]);
  });

  it('refuses to lift the last one off, and an upload of another interval', () => {
    const none = layersOf(history).map((layer) => ({ ...layer, isOn: false }));
    expect(() => withLayers(history, none)).toThrow(InputFault);
    expect(() => overlayHistory(january, { ...late, intervalMinutes: 60 })).toThrow(/30 minutes, as january has/);
  });

  it('an upload from before, with a hole between', () => {
    const early = upload('early', '2026-01-05T06:00', [1, 2]);
    const both = overlayHistory(january, early).history;
    expect(both.start).toBe('2026-01-05T06:00');
    expect(both.values).toEqual([1, 2, null, null, 10, 11, 12, null, 14]);
  });

  it('whatever the layers: each value is the uppermost that has one', () => {
    const layer = fc.record({
      offset: fc.integer({ min: -20, max: 20 }),
      isOn: fc.boolean(),
      values: fc.array(fc.option(fc.integer({ min: 0, max: 99 })), { minLength: 1, maxLength: 30 }),
    });
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 5 }), (list) => {
        const base = Date.UTC(2026, 0, 5);
        const layers = list.map(({ offset, isOn, values }, at) => ({
          id: `${at}`,
          name: `${at}`,
          source: '',
          isOn,
          start: new Date(base + offset * 1_800_000).toISOString().slice(0, 16),
          values,
        }));
        const merged = mergeLayers(30, layers);
        if (!merged) return list.every(({ isOn }) => !isOn);
        const from = (Date.parse(`${merged.start}Z`) - base) / 1_800_000;
        return merged.values.every((value, at) => {
          const said = list.filter(({ isOn }) => isOn).map(({ offset, values }) => values[from + at - offset] ?? null);
          return value === (said.findLast((one) => one !== null) ?? null);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a plan with layers', () => {
  const withHistory = (history: unknown) => ({ ...(tinyDocument() as object), histories: [history] });
  const { history } = overlayHistory(january, late);

  it('is read, and written plans without them are read as before', () => {
    expect(readPlan(withHistory(history)).histories[0]).toEqual(history);
    expect(readPlan(withHistory(january)).histories[0]).toEqual(january);
  });

  it.each([
    ['values that its layers do not give', { ...history, values: [1, 2, 3, 4, 5, 6] }, 'histories[0].values'],
    [
      'a layer off the grid',
      { ...history, layers: [{ ...history.layers![0]!, start: '2026-01-05T08:10' }, history.layers![1]!] },
      'histories[0].layers[0].start',
    ],
    [
      'two layers of one id',
      { ...history, layers: history.layers!.map((layer) => ({ ...layer, id: 'a' })) },
      'histories[0].layers[1].id',
    ],
    ['handle times of another length', { ...january, handleTimeSeconds: [300] }, 'histories[0].handleTimeSeconds'],
    ['a zone that is none', { ...january, zone: 'Atlantis' }, 'histories[0].zone'],
    [
      'every layer lifted off',
      { ...history, layers: history.layers!.map((layer) => ({ ...layer, isOn: false })) },
      'histories[0].layers',
    ],
    ['a day that does not exist', { ...january, start: '2026-02-30T08:00' }, 'histories[0].start'],
  ])('refuses %s', (_, broken, path) => {
    try {
      readPlan(withHistory(broken));
      expect.unreachable();
    } catch (error) {
      expect((error as InputFault).issues.map((issue) => issue.path)).toContain(path);
    }
  });
});

describe('a measured handle time', () => {
  it('is the mean by contacts handled, of the last quarter of a year', () => {
    const busy = upload('busy', '2026-01-05T08:00', [10, 30, 0], [200, 400, NaNs]);
    expect(measuredHandleTime(busy)).toEqual({ meanSeconds: 350, contacts: 40, intervals: 2 });
    expect(measuredHandleTime(january)).toBeNull();
    const quarter = 13 * 336;
    const values = [...new Array(quarter).fill(1000), ...new Array(quarter).fill(2)];
    const times = [...new Array(quarter).fill(900), ...new Array(quarter).fill(300)];
    expect(measuredHandleTime(upload('long', '2026-01-05T00:00', values, times))?.meanSeconds).toBe(300);
  });
});
