// @vitest-environment jsdom
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { tableCsv } from '../../../web/charts';
import { LinePlot } from '../../../web/charts/LinePlot';
import { lineLayout } from '../../../web/charts/line-layout';
import { lineState } from '../../../web/charts/line-state';
import { svgText } from '../../../web/charts/svg-text';

const HOSTILE = '</title><script>alert(1)</script>"&\'';

describe('chart exports', () => {
  it('keep hostile names as text in an SVG file', () => {
    const state = lineState({
      x: ['2027-01-01', '2027-01-02'],
      series: [{ id: 'a', label: HOSTILE, values: [1, 2] }],
      markers: [{ id: 'm', label: HOSTILE, from: '2027-01-01' }],
      y: { label: HOSTILE },
    });
    const layout = lineLayout(state, { width: 900, height: 200 });
    const box = document.createElement('div');
    box.innerHTML = renderToStaticMarkup(createElement(LinePlot, { layout, title: HOSTILE }));
    const drawn = box.querySelector('svg');
    expect(drawn).not.toBeNull();
    const text = svgText(drawn as SVGSVGElement, HOSTILE);
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(file.querySelector('parsererror')).toBeNull();
    expect(file.querySelector('script')).toBeNull();
    expect([...file.querySelectorAll('text')].some((node) => node.textContent === HOSTILE)).toBe(true);
  });
  it('keep formulas as text in a CSV file, and numbers as numbers', () => {
    const csv = tableCsv({
      columns: [{ label: '=cmd()', unit: 'h' }, { label: 'Net' }],
      rows: [
        ['@SUM(A1)', -12.5],
        ['a,"b"', null],
      ],
    });
    expect(csv).toBe('\'=cmd() (h),Net\r\n\'@SUM(A1),-12.5\r\n"a,""b""",\r\n');
  });
});
