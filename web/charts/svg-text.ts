const VARIABLE = /var\((--[\w-]+)\)/g;
const STYLED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
] as const;

/**
 * A drawn chart as a file of its own: styles written into it, the background and the title added.
 *
 * The browser's serializer escapes every name, so that a hostile one stays text.
 */
export function svgText(drawn: SVGSVGElement, title: string): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [drawn, ...drawn.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (target) writeStyles(original, target);
  });
  const { width, height } = sizeOf(drawn);
  const head = 28;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height + head));
  copy.setAttribute('viewBox', `0 ${-head} ${width} ${height + head}`);
  const surface = getComputedStyle(drawn).getPropertyValue('--chart-surface').trim() || '#ffffff';
  const ink = getComputedStyle(drawn).getPropertyValue('--chart-ink').trim() || '#1f2937';
  copy.prepend(
    element('rect', { x: '0', y: String(-head), width: String(width), height: String(height + head), fill: surface }),
    element(
      'text',
      { x: '2', y: '-10', fill: ink, 'font-family': 'sans-serif', 'font-size': '14', 'font-weight': '600' },
      title,
    ),
  );
  return new XMLSerializer().serializeToString(copy);
}

function writeStyles(original: SVGElement, target: SVGElement): void {
  const style = getComputedStyle(original);
  for (const name of STYLED) {
    const value = style.getPropertyValue(name);
    if (value !== '')
      target.setAttribute(
        name,
        value.replace(VARIABLE, (_, key: string) => style.getPropertyValue(key)),
      );
  }
  for (const name of ['class', 'style', 'tabindex']) target.removeAttribute(name);
}

function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** Size of a drawn chart in its own units. */
export function sizeOf(drawn: SVGSVGElement): { readonly width: number; readonly height: number } {
  return { width: Number(drawn.getAttribute('width')) || 800, height: Number(drawn.getAttribute('height')) || 400 };
}
