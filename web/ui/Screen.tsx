import type { ReactNode } from 'react';
import { useEffect } from 'react';
import css from './ui.module.css';

interface Props {
  readonly title: string;
  /** What the screen is for, in one sentence. */
  readonly intro: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a screen: heading, one sentence, its actions, then the content. */
export function Screen({ title, intro, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Ballast`;
  }, [title]);
  return (
    <div className={css.screen}>
      <header className={css.screenHead}>
        <div className={css.screenWords}>
          <h1 className={css.screenTitle}>{title}</h1>
          <p className={css.screenIntro}>{intro}</p>
        </div>
        {actions && <div className={css.screenActions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
