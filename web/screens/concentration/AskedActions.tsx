import { Button } from '@mantine/core';

interface Props {
  /** What the button says that asks, and the one that puts it away. */
  readonly ask: string;
  readonly leave: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** Saves what is there; null while there is nothing. */
  readonly onDownload: (() => void) | null;
}

/** Buttons of a panel whose answer takes some seconds: it is asked for, put away again, and saved. */
export function AskedActions({ ask, leave, isOpen, onToggle, onDownload }: Props) {
  return (
    <>
      <Button size="compact-xs" variant="default" aria-pressed={isOpen} onClick={() => onToggle(!isOpen)}>
        {isOpen ? leave : ask}
      </Button>
      <Button size="compact-xs" variant="default" disabled={!isOpen || !onDownload} onClick={() => onDownload?.()}>
        Download
      </Button>
    </>
  );
}
