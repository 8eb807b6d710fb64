import { type RefObject, startTransition, useEffect, useRef, useState } from 'react';

/**
 * The width of an element in whole pixels, kept up to date; 0 before it is known.
 *
 * What depends on it is drawn in small steps after the page stands, so that a screen of charts doesn't hold up the hand.
 */
export function useWidth<Element extends HTMLElement>(): readonly [RefObject<Element | null>, number] {
  const ref = useRef<Element | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const next = Math.floor(element.clientWidth);
      startTransition(() => setWidth(next));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
