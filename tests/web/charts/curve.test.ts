import { describe, expect, it } from 'vitest';
import { type CurveData, curveLayout } from '../../../web/charts/curve-layout';

const data = (count: number, more: Partial<CurveData> = {}): CurveData => ({
  x: Array.from({ length: count }, (_, at) => 10 + at),
  xLabel: 'Agents',
  formatX: String,
  series: [{ id: 'a', label: 'A', values: Array.from({ length: count }, (_, at) => at / count) }],
  limits: [
    { label: 'high', value: 0.8 },
    { label: 'low', value: 0.05 },
  ],
  mark: { index: Math.min(4, count - 1), label: 'needed' },
  y: { label: 'Share', min: 0, max: 1 },
  ...more,
});

describe('curve layout', () => {
  it('keeps every dot, word and line inside, wide and narrow', () => {
    for (const width of [300, 900]) {
      const layout = curveLayout(data(11), { width, height: 250 });
      for (const dot of layout.lines[0]!.dots) {
        expect(dot!.x).toBeGreaterThanOrEqual(layout.plot.left);
        expect(dot!.x).toBeLessThanOrEqual(layout.plot.right);
        expect(dot!.y).toBeGreaterThanOrEqual(layout.plot.top);
        expect(dot!.y).toBeLessThanOrEqual(layout.plot.bottom);
      }
      // Words stand above a low limit and below a high one.
      const [high, low] = layout.limits;
      expect(high!.labelY).toBeGreaterThan(high!.y);
      expect(low!.labelY).toBeLessThan(low!.y);
    }
  });

  it('labels the marked number even where few labels fit', () => {
    const wide = data(11, { x: Array.from({ length: 11 }, (_, at) => 123_450 + at) });
    const layout = curveLayout(wide, { width: 300, height: 250 });
    expect(layout.xTicks.length).toBeLessThan(11);
    expect(layout.xTicks.map((tick) => tick.label)).toContain('123454');
  });

  it('breaks the line where there is no figure, and stays finite with a single one', () => {
    const gap = curveLayout(data(3, { series: [{ id: 'a', label: 'A', values: [0.1, null, 0.3] }] }), {
      width: 400,
      height: 200,
    });
    expect(gap.lines[0]!.path.match(/M/g)).toHaveLength(2);
    const one = curveLayout(data(1), { width: 400, height: 200 });
    expect(JSON.stringify(one)).not.toMatch(/NaN|Infinity/);
  });
});
