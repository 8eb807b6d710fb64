import type { ReactNode } from 'react';
import css from './ui.module.css';

/** What to do where there is nothing to see yet. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.emptyTitle}>{title}</p>
      <div>{children}</div>
    </div>
  );
}
