import { type ReactNode, useId } from 'react';
import css from './ui.module.css';

interface Props {
  readonly title?: string | undefined;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly order?: 2 | 3 | undefined;
  /** A newer answer is on its way: the old one dims and stays. */
  readonly stale?: boolean | undefined;
  readonly children: ReactNode;
}

/** A bordered part of a screen with its own heading. */
export function Panel({ title, description, actions, order = 2, stale = false, children }: Props) {
  const id = useId();
  const Title = `h${order}` as const;
  return (
    <section
      className={css.panel}
      aria-labelledby={title ? id : undefined}
      data-stale={stale || undefined}
      aria-busy={stale}
    >
      {(title || actions) && (
        <header className={css.panelHead}>
          <div className={css.panelWords}>
            {title && (
              <Title id={id} className={css.panelTitle}>
                {title}
              </Title>
            )}
            {description && <p className={css.panelDescription}>{description}</p>}
          </div>
          {actions && <div className={css.panelActions}>{actions}</div>}
        </header>
      )}
      <div className={css.panelBody}>{children}</div>
    </section>
  );
}
