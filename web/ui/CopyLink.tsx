import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import css from './ui.module.css';

/** Copies the address of what is on screen; where the browser forbids it, shows the address to be copied by hand. */
export function CopyLink({ address, what }: { readonly address: () => string; readonly what: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'by hand'>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address());
      setState('copied');
    } catch {
      setState('by hand');
    }
  };
  return (
    <span className={css.copyLink}>
      <Button size="xs" onClick={copy}>
        Copy link
      </Button>
      <span role="status" className={state === 'copied' ? undefined : 'visually-hidden'}>
        {state === 'copied' ? 'Copied' : ''}
      </span>
      {state === 'by hand' && (
        <TextInput
          size="xs"
          w={260}
          readOnly
          aria-label={`Link to ${what}`}
          value={address()}
          onFocus={(event) => event.currentTarget.select()}
          autoFocus
        />
      )}
    </span>
  );
}
