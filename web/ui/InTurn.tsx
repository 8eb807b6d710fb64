import { Children, type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * Puts its children on screen one after the other, each in a task of its own, so that a screen full of charts and tables
 * doesn't hold up the hand. What is there once stays.
 */
export function InTurn({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children);
  const [shown, setShown] = useState(1);
  // Once all are there, a child that comes later comes at once and sends none away.
  const next = shown < all.length ? shown + 1 : Number.POSITIVE_INFINITY;
  useEffect(() => {
    if (shown === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => startTransition(() => setShown(next)));
    return () => clearTimeout(timer);
  }, [shown, next]);
  return all.slice(0, shown);
}
