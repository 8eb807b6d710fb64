import type { ReactNode } from 'react';
import css from './ui.module.css';

interface Props {
  readonly label: string;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
  readonly stale?: boolean | undefined;
}

/** One number with its name and what it means. */
export function Figure({ label, value, detail, stale = false }: Props) {
  return (
    <div className={css.figure} data-stale={stale || undefined}>
      <dt className={css.figureLabel}>{label}</dt>
      <dd className={css.figureValue}>{value}</dd>
      {detail && <dd className={css.figureDetail}>{detail}</dd>}
    </div>
  );
}

/** A row of figures; wraps on narrow screens. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className={css.figures}>{children}</dl>;
}
