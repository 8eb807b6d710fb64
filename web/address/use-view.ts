import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { readPath, readView, type ScreenName, writeView } from './address';
import type { Spec, ViewOf } from './fields';

/** The query that each screen had last, so that the navigation comes back to the same picture. */
const lastQuery = new Map<ScreenName, string>();

export function lastQueryOf(screen: ScreenName): string {
  return lastQuery.get(screen) ?? '';
}

/** Forgets how the screens of a plan were looked at, when another plan is opened. */
export function forgetQueries(): void {
  for (const screen of [...lastQuery.keys()]) if (screen !== 'calculator') lastQuery.delete(screen);
}

/**
 * How a screen is looked at, kept in the address so that a reload or a link shows the same.
 *
 * `spec` says which parameters there are (keep it outside the component). Setting some leaves the others; the browser's
 * history gets no entry for it unless `push` is true.
 *
 * @example const [view, setView] = useView('disruptions', { pick: textField(), figure: choiceField(['service', 'backlog'], 'service') });
 */
export function useView<S extends Spec>(
  screen: ScreenName,
  spec: S,
): [ViewOf<S>, (change: Partial<ViewOf<S>>, push?: boolean) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const view = useMemo(() => readView(spec, screen, search), [spec, screen, search]);
  const setView = useCallback(
    (change: Partial<ViewOf<S>>, push = false) => {
      // Read from the window: two changes in one turn must both count.
      if (readPath(window.location.pathname)?.screen !== screen) return;
      const current = readView(spec, screen, window.location.search);
      const query = writeView(spec, { ...current, ...change });
      lastQuery.set(screen, query);
      const { pathname, search: before } = window.location;
      if (before.replace(/^\?/, '') === query) return;
      navigate(query === '' ? pathname : `${pathname}?${query}`, { replace: !push });
    },
    [spec, screen, navigate],
  );
  return [view, setView];
}
