import { createContext, useContext, useState } from 'react';
import { useWatched, type Watchable } from '../ui';
import type { WallMinutes } from './wall-time';

/**
 * The moment that the reader points at, shared by every chart inside one `CrosshairGroup`.
 *
 * A store of its own, so that moving the mouse redraws the cursor lines and readouts and never the charts themselves.
 */
export interface Crosshair extends Watchable<WallMinutes | null> {
  readonly set: (at: WallMinutes | null) => void;
}

export function createCrosshair(): Crosshair {
  let current: WallMinutes | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(at) {
      if (at === current) return;
      current = at;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const CrosshairContext = createContext<Crosshair | null>(null);

/** The crosshair of the group around, or one of the chart's own. */
export function useCrosshair(): Crosshair {
  const shared = useContext(CrosshairContext);
  const [own] = useState(createCrosshair);
  return shared ?? own;
}

/** The moment pointed at; redraws the caller whenever it moves. */
export function useCrosshairAt(crosshair: Crosshair): WallMinutes | null {
  return useWatched(crosshair);
}
