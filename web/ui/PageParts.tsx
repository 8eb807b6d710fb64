import type { ReactNode } from 'react';
import css from './page-parts.module.css';

interface Part {
  /** As its `PagePart` is called. */
  readonly id: string;
  readonly label: string;
}

const placeOf = (id: string) => `part-${id}`;

/** Ways to the parts of a long page. The address stays, for it says what is shown and not how far one has scrolled. */
export function PageParts({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <nav aria-label="On this page" className={css.parts}>
      {parts.map(({ id, label }) => (
        <button key={id} type="button" onClick={() => goTo(id)}>
          {label}
        </button>
      ))}
    </nav>
  );
}

/** The keyboard goes along, so that Tab continues in the part. */
function goTo(id: string): void {
  const place = document.getElementById(placeOf(id));
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}

/** A part of the page that `PageParts` leads to. */
export function PagePart({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={placeOf(id)} tabIndex={-1} className={css.part}>
      {children}
    </div>
  );
}
