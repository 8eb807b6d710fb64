import { type RefObject, startTransition, useEffect, useRef, useState } from 'react';

/**
 * The width of an element in whole pixels, kept up to date; 0 before it is known.
 *
 * Told by the browser after its own layout, so that nobody forces one; what depends on it is drawn in small steps.
 */
export function useWidth<Element extends HTMLElement>(): readonly [RefObject<Element | null>, number] {
  const ref = useRef<Element | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const next = Math.floor(entry?.contentRect.width ?? 0);
      // Out of sight for a moment it has no width: what was drawn stays.
      if (next > 0) startTransition(() => setWidth(next));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
