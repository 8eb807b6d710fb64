import { describe, expect, it } from 'vitest';
import { fanData, type LineChartData, lineTable } from '../../../web/charts';
import { lineLayout } from '../../../web/charts/line-layout';
import { lineState, nearestIndex } from '../../../web/charts/line-state';
import { readoutText } from '../../../web/charts/readout';

const day = (index: number) => new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10);
const data = (values: ArrayLike<number | null>, more: Partial<LineChartData> = {}): LineChartData => ({
  x: Array.from({ length: values.length }, (_, index) => day(index)),
  series: [{ id: 'a', label: 'A', values }],
  y: { label: 'Contacts' },
  ...more,
});

describe('line state', () => {
  it('spans zero and the data, bands and limits included', () => {
    expect(lineState(data([5, 9])).yDomain).toEqual([0, 9]);
    expect(lineState(data([5, -9])).yDomain).toEqual([-9, 5]);
    expect(lineState(data([5, 9], { limits: [{ label: 'Target', value: 12 }] })).yDomain).toEqual([0, 12]);
    const band = { id: 'b', label: 'B', lower: [1, 1], upper: [20, 30] };
    expect(lineState(data([5, 9], { bands: [band] })).yDomain).toEqual([0, 30]);
  });
  it('stays finite without data', () => {
    for (const values of [[], [null, null], new Float64Array([Number.NaN])]) {
      const layout = lineLayout(lineState(data(values)), { width: 300, height: 200 });
      expect(layout.lines[0]?.path ?? '').not.toMatch(/NaN|Infinity/);
      expect(layout.yTicks.every((tick) => Number.isFinite(tick.y))).toBe(true);
    }
  });
  it('gives every line a color or a dash of its own', () => {
    const series = Array.from({ length: 12 }, (_, index) => ({ id: `s${index}`, label: `S${index}`, values: [1, 2] }));
    const { looks } = lineState(data([1, 2], { series }));
    const seen = new Set([...looks.values()].map((look) => `${look.color}/${look.dash}`));
    expect(seen.size).toBeGreaterThanOrEqual(8);
  });
  it('finds the nearest position', () => {
    expect(nearestIndex([0, 10, 20], 14)).toBe(1);
    expect(nearestIndex([0, 10, 20], 16)).toBe(2);
    expect(nearestIndex([0, 10, 20], -99)).toBe(0);
    expect(nearestIndex([], 3)).toBe(-1);
  });
});

describe('line layout', () => {
  it('breaks the line where figures are missing', () => {
    const { lines } = lineLayout(lineState(data([1, 2, null, 4, 5])), { width: 300, height: 200 });
    expect(lines[0]?.path.match(/M/g)).toHaveLength(2);
    const same = lineLayout(lineState(data(Float64Array.of(1, 2, Number.NaN, 4, 5))), { width: 300, height: 200 });
    expect(same.lines[0]?.path).toBe(lines[0]?.path);
  });
  it('draws single moments as dots that say where they come from, without a line', () => {
    const values = [null, 4, null];
    const series = [
      { id: 'model', label: 'Model', values: [1, 2, 3] },
      { id: 'facts', label: 'Published', values, as: 'points' as const, notes: [undefined, 'a paper'] },
    ];
    const state = lineState(data([1, 2, 3], { series }));
    const layout = lineLayout(state, { width: 300, height: 200 });
    expect(layout.lines.map(({ id }) => id)).toEqual(['model']);
    expect(layout.points.map(({ x, y, label }) => ({ x, y, label }))).toEqual([
      { x: layout.x(state.at[1] ?? 0), y: layout.y(4), label: 'Published 4, a paper' },
    ]);
    expect(readoutText(state, 1)).toContain('Published 4, a paper');
    expect(readoutText(state, 0)).not.toContain('Published');
  });
  it('thins out long series and keeps the peak and the trough', () => {
    const values = Array.from({ length: 30_000 }, (_, index) => 100 + Math.sin(index / 50));
    values[12_345] = 900;
    values[20_001] = -300;
    const state = lineState(data(values));
    const layout = lineLayout(state, { width: 500, height: 200 });
    const path = layout.lines[0]?.path ?? '';
    const ys = [...path.matchAll(/[ML][\d.]+,(-?[\d.]+)/g)].map((match) => Number(match[1]));
    expect(ys.length).toBeLessThan(500 * 4 + 10);
    expect(Math.min(...ys)).toBeCloseTo(layout.y(900), 0);
    expect(Math.max(...ys)).toBeCloseTo(layout.y(-300), 0);
  });
  it('keeps marker labels apart and inside', () => {
    const markers = Array.from({ length: 6 }, (_, index) => ({
      id: `m${index}`,
      label: 'A rather long name',
      from: day(index),
    }));
    const { markers: placed } = lineLayout(lineState(data([1, 2, 3, 4, 5, 6, 7], { markers })), {
      width: 400,
      height: 200,
    });
    const boxes = placed
      .filter((marker) => marker.label !== '')
      .map((marker) => ({ from: marker.anchor === 'start' ? marker.labelX : marker.labelX - 110, y: marker.labelY }));
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        expect(box.y !== other.y || Math.abs(box.from - other.from) >= 100).toBe(true);
      }
    }
  });
});

describe('fan', () => {
  const fan = fanData({
    history: { x: [day(0), day(1), day(2)], values: [10, 11, 12] },
    forecast: { x: [day(3), day(4)], values: [13, 14] },
    bands: [
      { level: 80, lower: [12, 12], upper: [14, 15] },
      { level: 95, lower: [10, 10], upper: [16, 17] },
    ],
    backtest: { x: [day(1), day(2)], values: [10.5, 12.5] },
    y: { label: 'Contacts a day' },
  });
  it('puts history, backtest and forecast on one axis', () => {
    expect(fan.x).toEqual([0, 1, 2, 3, 4].map(day));
    expect(Array.from(fan.series[0]?.values ?? [])).toEqual([10, 11, 12, Number.NaN, Number.NaN]);
    expect(Array.from(fan.series[2]?.values ?? [])).toEqual([Number.NaN, Number.NaN, Number.NaN, 13, 14]);
  });
  it('draws the wide band first and the narrow one over it', () => {
    expect(fan.bands?.map((band) => [band.label, band.strength])).toEqual([
      ['95 % band', 'faint'],
      ['80 % band', 'strong'],
    ]);
  });
  it('has a table twin with every figure', () => {
    const table = lineTable(fan);
    expect(table.columns.map((column) => column.label)).toEqual([
      'Date',
      'History',
      'Backtest',
      'Forecast',
      '95 % band, from',
      '95 % band, to',
      '80 % band, from',
      '80 % band, to',
    ]);
    expect(table.rows[1]).toEqual([day(1), 11, 10.5, null, null, null, null, null]);
    expect(table.rows[4]).toEqual([day(4), null, null, 14, 10, 17, 12, 15]);
  });
});
