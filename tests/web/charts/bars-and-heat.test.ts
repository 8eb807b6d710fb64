import { describe, expect, it } from 'vitest';
import { barLayout } from '../../../web/charts/bar-layout';
import { barState } from '../../../web/charts/bar-state';
import { cellAt, heatLayout } from '../../../web/charts/heat-layout';
import { cellFill, cellInk, type HeatPalette } from '../../../web/charts/heat-paint';
import { heatState } from '../../../web/charts/heat-state';

const percent = (value: number) => `${Math.round(value * 100)} %`;

describe('bars', () => {
  const rows = [
    { id: 'ph', label: 'Philippines', value: 0.41 },
    { id: 'us', label: 'United States', value: 0.2 },
    { id: 'in', label: 'In-house', value: 0.1, limit: { value: 0.15, kind: 'at least' as const } },
  ];
  it('marks what is beyond its limit, above and below', () => {
    const state = barState({ rows, label: 'Share', format: percent, limit: { value: 0.35, label: 'At most 35 %' } });
    expect([...state.breached]).toEqual(['ph', 'in']);
  });
  it('grows variances from zero to both sides, figures within the width', () => {
    const signed = [
      { id: 'a', label: 'Cost', value: -120 },
      { id: 'b', label: 'Service', value: 60 },
    ];
    const layout = barLayout(barState({ rows: signed, label: 'Variance', format: String }), 600);
    const [cost, service] = layout.rows;
    expect((cost?.barX ?? 0) + (cost?.barWidth ?? 0)).toBeCloseTo(layout.zero, 6);
    expect(service?.barX).toBeCloseTo(layout.zero, 6);
    expect(cost?.valueAnchor).toBe('end');
    expect((service?.valueX ?? 0) + 20).toBeLessThan(600);
  });
  it('cuts long names and leaves room for the figures on a phone', () => {
    const long = [{ id: 'x', label: 'A very long name of a provider that nobody would ever write out', value: 1 }];
    const layout = barLayout(barState({ rows: long, label: 'Share', format: percent }), 320);
    expect(layout.rows[0]?.label.endsWith('…')).toBe(true);
    expect((layout.rows[0]?.valueX ?? 0) + 40).toBeLessThanOrEqual(322);
  });
});

describe('heatmap', () => {
  const times = Array.from(
    { length: 48 },
    (_, slot) => `${String(slot >> 1).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`,
  );
  const data = {
    days: ['2027-01-04', '2027-01-05'],
    times,
    values: [0, 1].map(() => Float64Array.from(times, (_, slot) => (slot < 16 || slot >= 40 ? Number.NaN : slot - 28))),
    scale: 'signed' as const,
    formatCell: (value: number) => String(value),
    describe: () => '',
  };
  it('leaves the night out', () => {
    const state = heatState(data);
    expect([state.from, state.to]).toEqual([16, 40]);
  });
  it('finds the cell below a point, days down and days across', () => {
    const state = heatState(data);
    for (const width of [1200, 390]) {
      const layout = heatLayout(state, width);
      expect(layout.daysAcross).toBe(width < 640);
      for (const cell of layout.cells) {
        const middle = cellAt(layout, state, cell.x + layout.cellWidth / 2, cell.y + layout.cellHeight / 2);
        expect(middle).toEqual({ day: cell.day, time: cell.time });
      }
      expect(cellAt(layout, state, 1, 1)).toBeNull();
    }
  });
  it('keeps every cell and label inside the picture', () => {
    for (const width of [390, 640, 1440]) {
      const layout = heatLayout(heatState(data), width);
      for (const cell of layout.cells) {
        expect(cell.x + layout.cellWidth).toBeLessThanOrEqual(width);
        expect(cell.y + layout.cellHeight).toBeLessThanOrEqual(layout.height);
      }
    }
  });
  it('is red below zero, blue above, grey where closed, and its numbers can be read', () => {
    const palettes: HeatPalette[] = [
      { under: '#b8232f', over: '#1f6fb5', zero: '#f4f5f7', closed: '#d5d9df', muted: '#566171', font: 'sans-serif' },
      { under: '#d8505a', over: '#4a9be0', zero: '#2a2e36', closed: '#3b414b', muted: '#a3adba', font: 'sans-serif' },
    ];
    for (const palette of palettes) {
      expect(cellFill(null, palette)).toBe(palette.closed);
      for (let strength = -1; strength <= 1; strength += 0.05) {
        const fill = cellFill(strength, palette);
        expect(contrast(fill, cellInk(fill))).toBeGreaterThan(4.5);
      }
    }
  });
});

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const parts = color.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
    : (color.match(/\d+/g) ?? []).map(Number);
  const [r = 0, g = 0, b = 0] = parts.map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
