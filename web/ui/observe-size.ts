import type { Virtualizer } from '@tanstack/react-virtual';

/**
 * Watches the size of a list that draws only its rows in sight, as the browser reports it after its own layout.
 *
 * For `observeElementRect` of `useVirtualizer`, whose own way asks for the size at once and so forces a layout in the
 * middle of a drawing. Give it an `initialRect` as well.
 */
export function observeSize<Scroll extends Element, Item extends Element>(
  list: Virtualizer<Scroll, Item>,
  report: (size: { readonly width: number; readonly height: number }) => void,
): (() => void) | undefined {
  const element = list.scrollElement;
  if (!element || typeof ResizeObserver === 'undefined') return undefined;
  const observer = new ResizeObserver(([entry]) => {
    if (entry) report({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) });
  });
  observer.observe(element);
  return () => observer.disconnect();
}
