import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

export type DownloadKind = 'csv' | 'png' | 'svg';

interface Props {
  readonly title: string;
  /** Pictures can be had while the chart is drawn, not while its table is shown. */
  readonly hasPicture: boolean;
  readonly onSave: (kind: DownloadKind) => void;
}

const KINDS: readonly (readonly [DownloadKind, string])[] = [
  ['csv', 'Figures (CSV)'],
  ['png', 'Picture (PNG)'],
  ['svg', 'Drawing (SVG)'],
];

/** Downloads of a chart: a button whose list exists only while it is open, because a screen holds many charts. */
export function DownloadMenu({ title, hasPicture, onSave }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLButtonElement>('[role=menuitem]')?.focus();
    const leave = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!open) return;
    const items = [...(box.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]:not(:disabled)') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at + items.length - 1) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are caught on their way from the button and its list
    <div ref={box} className="chart-menu-box" onKeyDown={press}>
      <button
        ref={button}
        type="button"
        className="chart-button"
        aria-label={`Download: ${title}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        Download
      </button>
      {open && (
        <div id={id} role="menu" aria-label={`Download: ${title}`} className="chart-menu">
          {KINDS.map(([kind, label]) => (
            <button
              key={kind}
              type="button"
              role="menuitem"
              className="chart-menu-item"
              disabled={kind !== 'csv' && !hasPicture}
              onClick={() => {
                close();
                onSave(kind);
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
