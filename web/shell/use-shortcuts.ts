import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { redo, undo } from '../state';
import { type ScreenEntry, screens } from './screens';

const CHORD_MS = 1200;

/** The keys that work on every screen; none of them while something is typed. */
export function useShortcuts(act: {
  readonly go: (screen: ScreenEntry) => void;
  readonly showShortcuts: () => void;
  readonly showCommands: () => void;
}): void {
  const chordAt = useRef(0);
  const latest = useRef(act);
  latest.current = act;

  useHotkeys([
    ['mod+Z', undo],
    ['mod+shift+Z', redo],
    ['mod+Y', redo],
  ]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.showCommands();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') {
        event.preventDefault();
        latest.current.showShortcuts();
        return;
      }
      const screen = screens.find((each) => each.key === event.key.toLowerCase());
      if (screen && performance.now() - chordAt.current < CHORD_MS) {
        chordAt.current = 0;
        event.preventDefault();
        latest.current.go(screen);
        return;
      }
      chordAt.current = event.key.toLowerCase() === 'g' ? performance.now() : 0;
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}
