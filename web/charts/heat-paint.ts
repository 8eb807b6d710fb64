import { interpolateRgb, rgb } from 'd3';
import type { HeatCell, HeatLayout } from './heat-layout';

/** Colors of a heatmap, taken from the scheme in force. */
export interface HeatPalette {
  readonly under: string;
  readonly over: string;
  readonly zero: string;
  readonly closed: string;
  readonly muted: string;
  readonly font: string;
}

export function heatPalette(element: Element): HeatPalette {
  const style = getComputedStyle(element);
  const read = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  return {
    under: read('--chart-under', '#b8232f'),
    over: read('--chart-over', '#1f6fb5'),
    zero: read('--chart-zero', '#f4f5f7'),
    closed: read('--chart-closed', '#d5d9df'),
    muted: read('--chart-muted', '#566171'),
    font: style.fontFamily || 'sans-serif',
  };
}

/** Fill of a cell: red below zero, blue above, paler the nearer to zero; grey where closed. */
export function cellFill(strength: number | null, palette: HeatPalette): string {
  if (strength === null) return palette.closed;
  const end = strength < 0 ? palette.under : palette.over;
  return interpolateRgb(palette.zero, end)(Math.abs(strength) ** 0.8);
}

/** Black or white, whichever reads better on a fill. */
export function cellInk(fill: string): string {
  const light = luminance(fill);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}

function luminance(color: string): number {
  const { r, g, b } = rgb(color);
  const part = (value: number) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
}

/** Paints a laid-out heatmap; a thousand cells take a few milliseconds. */
export function paintHeat(context: CanvasRenderingContext2D, layout: HeatLayout, palette: HeatPalette): void {
  context.clearRect(0, 0, layout.width, layout.height);
  context.textBaseline = 'alphabetic';
  context.font = `11.5px ${palette.font}`;
  context.fillStyle = palette.muted;
  for (const label of layout.labels) {
    context.textAlign = label.anchor === 'middle' ? 'center' : label.anchor;
    context.fillText(label.text, label.x, label.y);
  }
  context.font = `10.5px ${palette.font}`;
  context.textAlign = 'center';
  for (const cell of layout.cells) paintCell(context, cell, layout, palette);
}

function paintCell(context: CanvasRenderingContext2D, cell: HeatCell, layout: HeatLayout, palette: HeatPalette): void {
  const fill = cellFill(cell.strength, palette);
  context.fillStyle = fill;
  context.fillRect(cell.x + 0.5, cell.y + 0.5, layout.cellWidth - 1, layout.cellHeight - 1);
  if (cell.text === '') return;
  context.fillStyle = cellInk(fill);
  context.fillText(cell.text, cell.x + layout.cellWidth / 2, cell.y + layout.cellHeight / 2 + 4);
}

const SVG = 'http://www.w3.org/2000/svg';

/** The same heatmap as an SVG drawing, for downloads. */
export function heatSvg(layout: HeatLayout, palette: HeatPalette): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', String(layout.width));
  svg.setAttribute('height', String(layout.height));
  const add = (name: string, attributes: Readonly<Record<string, string | number>>, text = '') => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.textContent = text;
    svg.append(made);
  };
  const words = { 'font-family': 'sans-serif' };
  for (const { text, x, y, anchor } of layout.labels) {
    add('text', { ...words, x, y, 'text-anchor': anchor, 'font-size': 11.5, fill: palette.muted }, text);
  }
  for (const cell of layout.cells) {
    const fill = cellFill(cell.strength, palette);
    const { cellWidth: width, cellHeight: height } = layout;
    add('rect', { x: cell.x + 0.5, y: cell.y + 0.5, width: width - 1, height: height - 1, fill });
    if (cell.text === '') continue;
    const at = { x: cell.x + width / 2, y: cell.y + height / 2 + 4, 'text-anchor': 'middle' };
    add('text', { ...words, ...at, 'font-size': 10.5, fill: cellInk(fill) }, cell.text);
  }
  return svg;
}
