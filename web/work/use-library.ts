import { useEffect, useState } from 'react';
import type { LibraryDisruption } from '../../engine/disruption';

let kept: readonly LibraryDisruption[] | null = null;

/** The disruptions that ship, loaded when they are first wanted; null until they are here. */
export function useLibrary(isWanted = true): readonly LibraryDisruption[] | null {
  const [library, setLibrary] = useState(kept);
  useEffect(() => {
    if (!isWanted) return;
    if (kept) {
      setLibrary(kept);
      return;
    }
    let isGone = false;
    import('../../scenarios').then(({ libraryDisruptions }) => {
      // The files' texts are wider for the compiler than they are; a test reads every entry through the plan's schema.
      kept = libraryDisruptions as readonly LibraryDisruption[];
      if (!isGone) setLibrary(kept);
    });
    return () => {
      isGone = true;
    };
  }, [isWanted]);
  return library;
}
